import { fileURLToPath } from 'node:url';
import { readJsonFile, readTextFile } from '../../adapters/text-file.ts';
import { misused, runTool } from '../admin/tool.ts';
import { MemoryDisk, memoryStore, Player, play, readAllianceFile, silentLog } from './kit.ts';
import { platformsOf } from './play.ts';
import { firstGroup } from './stage.ts';

const EXAMPLE = fileURLToPath(new URL('../../data/examples/tianxing.json', import.meta.url));

const tool = {
  summary: {
    zh: '演一遍一份对话文件，印出全部对话；--why 还印出为什么沉默。和文件里写的不一样就以 1 结束',
    en: 'Plays a conversation file and prints the whole transcript, with --why also the reason of each silence; exits with 1 where the bot said something else.',
  },
  usage: ['npm run play -- FILE [--alliance FILE | --empty] [--why]'],
  options: {
    alliance: { type: 'string' },
    empty: { type: 'boolean' },
    why: { type: 'boolean' },
  },
  words: 1,
  failure: 2,
} as const;

await runTool(tool, async ({ values, positionals: [file] }) => {
  if (file === undefined) throw misused(tool);
  const alliance = values.empty
    ? undefined
    : readAllianceFile(readJsonFile(values.alliance ?? EXAMPLE));
  const disk = new MemoryDisk();
  const script = readTextFile(file);
  const openStore = async () => memoryStore(disk);
  const player = new Player({
    file: alliance,
    openStore,
    log: silentLog,
    platforms: platformsOf(script),
  });
  await player.start();
  const { transcript, differences } = await play(script, player, firstGroup({ file: alliance }), {
    why: values.why,
  });
  await player.stop();
  process.stdout.write(`${transcript}\n`);
  for (const { line, expected, said } of differences) {
    process.stderr.write(
      `\n${file}:${line}\n  expected:\n${indented(expected)}\n  said:\n${indented(said)}\n`,
    );
  }
  if (differences.length > 0) process.exitCode = 1;
});

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}
