import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseEnv } from 'node:util';
import { isRunning } from '../../adapters/control/index.ts';
import { writeDurably } from '../../adapters/durable/files.ts';
import { checkToken } from '../../adapters/telegram/check.ts';
import { readTextFile } from '../../adapters/text-file.ts';
import { isZone } from '../../src/core/time.ts';
import { UserError } from '../../src/core/user-error.ts';
import { dataFolder, runAdmin } from '../admin/run.ts';
import { language, runTool } from '../admin/tool.ts';
import { askAll } from './dialog.ts';
import { withSettings } from './env-file.ts';
import { texts } from './texts.ts';

const tool = {
  summary: {
    zh: '问几个问题，试一试令牌，写好 .env，告诉您接下来发什么',
    en: 'Asks a few questions, tries the token, writes .env, and says what to send next.',
  },
  usage: ['npm run setup'],
};

await runTool(tool, async (_, say) => {
  const path = resolve('.env');
  const before = existsSync(path) ? readTextFile(path) : '';
  const known = parseEnv(before);
  const screen = asking();
  const { settings, alliance } = await askAll(
    {
      ask: screen.ask,
      say,
      checkToken: (token, root) => checkToken({ token, root }),
      isZone,
    },
    known,
  ).finally(screen.close);
  await writeDurably(path, Buffer.from(withSettings(before, settings)));
  say(texts.written(path));
  const folder = dataFolder();
  const runs = await isRunning(folder);
  if (isByHandAlone({ ...known, ...settings })) say(texts.nextByHand);
  else {
    const answer = await runAdmin({ do: 'first code' });
    say(texts.next('code' in answer ? answer.code : undefined, alliance));
  }
  if (runs) say(texts.runs);
});

/** Whether there is no account of the bot to which anybody could write. */
function isByHandAlone(settings: Readonly<Record<string, string | undefined>>): boolean {
  const isConnected = (name: string) => /^(TELEGRAM_BOT|WECHATY_).*TOKEN/.test(name);
  const connected = Object.entries(settings).filter(([name, value]) => isConnected(name) && value);
  return connected.length === 0 && Boolean(settings['RELAY']);
}

/** Questions on the terminal, or answers line by line from what is piped in. */
function asking() {
  const { stdin, stderr } = process;
  let isHidden = false;
  const output = new Writable({
    write: (chunk, _, done) => {
      if (!isHidden) stderr.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: stdin, output, terminal: stdin.isTTY === true });
  const waiting: string[] = [];
  let take: ((line: string) => void) | undefined;
  let over: ((reason: Error) => void) | undefined;
  let isClosed = false;
  lines.on('line', (line) => {
    const taken = take;
    take = undefined;
    if (taken === undefined) waiting.push(line);
    else taken(line);
  });
  lines.on('close', () => {
    isClosed = true;
    over?.(ended());
  });
  const next = () =>
    new Promise<string>((resolved, failed) => {
      const line = waiting.shift();
      if (line !== undefined) return resolved(line);
      if (isClosed) return failed(ended());
      take = resolved;
      over = failed;
    });
  return {
    ask: async (question: { readonly zh: string; readonly en: string }, secret = false) => {
      stderr.write(question[language()]);
      isHidden = secret;
      const line = await next();
      if (secret && stdin.isTTY) stderr.write('\n');
      isHidden = false;
      return line;
    },
    close: () => lines.close(),
  };
}

function ended(): UserError {
  return new UserError({
    zh: '没有问完就结束了，什么都没改',
    en: 'It ended before all was answered; nothing was changed',
  });
}
