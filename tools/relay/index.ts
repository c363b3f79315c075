import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { systemClock, systemRandom } from '../../adapters/clock-system/index.ts';
import { takeOrders } from '../../adapters/control/index.ts';
import { carriedByHand, platformNamed, relayOf } from '../../adapters/index.ts';
import { pinoLog } from '../../adapters/log-pino/index.ts';
import {
  type AdminAnswer,
  type AdminCommand,
  type AdminContext,
  executeAdmin,
} from '../../src/admin/index.ts';
import { readConfig } from '../../src/config.ts';
import { adminContextIn } from '../admin/context.ts';
import { askRunning, dataFolder } from '../admin/run.ts';
import { language, misused, runTool } from '../admin/tool.ts';
import { howToBegin } from './begin.ts';
import { Carrier } from './carrier.ts';
import { type Aside, inPipe, inTerminal } from './window.ts';

const tool = {
  summary: {
    zh: '用手代转一个平台：把群里的话贴进来，把要发的话贴出去。标准输出上只有要贴出去的话；没有机器人在运行，就在这里开着',
    en: [
      'Carries a platform by hand, in a terminal, or for what is piped in. On ',
      'standard output stands what is to be pasted and nothing else. Where no bot ',
      'runs, it runs here for as long as this does.',
    ].join(''),
  },
  usage: ['npm run relay [-- PLATFORM]'],
  words: 1,
};

await runTool(tool, async ({ positionals: [given] }) => {
  const folder = dataFolder();
  const platform = await platformToCarry(given);
  const { title } = await platformNamed(platform);
  const { stdin, stdout, stderr } = process;
  // Who comes with nothing in hand yet would let things go out of date while they wait.
  const piped = stdin.isTTY ? undefined : await text(stdin);
  let own: OwnBot | undefined;
  let between: Aside = (write) => write();
  const order = (command: AdminCommand): Promise<AdminAnswer | undefined> =>
    own === undefined ? askRunning(folder, command) : executeAdmin(own.admin, command);
  const carrier = new Carrier({
    platform,
    title,
    session: systemRandom.newId(),
    give: async (command) => {
      const answer = await order(command);
      return answer !== undefined && 'relay' in answer ? answer.relay : undefined;
    },
    show: (said) =>
      new Promise((shown, failed) => {
        between(() => stdout.write(said, (error) => (error ? failed(error) : shown())));
      }),
    tell: (words) => between(() => void stderr.write(`${words[language()]}\n`)),
    asks: piped === undefined,
    hint: () => howToBegin(order),
    isOwn: () => own !== undefined,
  });
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  if ((await carrier.round()) === 'away') own = await botOfOurOwn(folder, platform);
  try {
    if (piped === undefined) {
      await inTerminal(
        carrier,
        { input: stdin, output: stderr, signal: ending.signal },
        (aside) => {
          between = aside;
        },
      );
    } else if (!(await inPipe(carrier, piped, ending.signal))) process.exitCode = 1;
    between = (write) => write();
    // Whoever has taken over needs the bot that runs in here.
    if ((await carrier.leave()) === 'replaced' && own !== undefined && !ending.signal.aborted)
      await once(ending.signal, 'abort');
  } finally {
    await own?.stop();
  }
});

/** The platform that is named, or the only one that can be carried. @throws UserError */
async function platformToCarry(given: string | undefined): Promise<string> {
  const names = await carriedByHand();
  const [only] = names;
  const platform = given ?? (names.length === 1 ? only : undefined);
  if (platform === undefined || !names.includes(platform))
    throw misused(tool, {
      zh: `能代转的平台：${names.join('、')}`,
      en: `PLATFORM is ${names.join(' or ')}`,
    });
  return platform;
}

interface OwnBot {
  readonly admin: AdminContext;
  readonly stop: () => Promise<void>;
}

/** Whoever gives orders meanwhile finds it, as they would find any other. */
async function botOfOurOwn(folder: string, platform: string): Promise<OwnBot> {
  const { logLevel: level, logFile: file } = readConfig(process.env, false, true);
  const log = pinoLog({ level, file });
  const relay = await relayOf(platform, systemClock());
  const admin = await adminContextIn(folder, log, [relay]);
  await admin.app.start();
  const endOrders = await takeOrders(folder, (order) => executeAdmin(admin, order), log);
  const stop = async () => {
    endOrders();
    await admin.app.stop();
  };
  return { admin, stop };
}
