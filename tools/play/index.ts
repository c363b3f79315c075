import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UserError } from '../../src/core/user-error.ts';
import { MemoryDisk, memoryStore, Player, play, readAllianceFile, silentLog } from './kit.ts';
import { platformsOf } from './play.ts';
import { firstGroup } from './stage.ts';

const USAGE = 'npm run play -- FILE [--alliance FILE | --empty] [--why]';
const EXAMPLE = new URL('../../data/examples/tianxing.json', import.meta.url);

/**
 * Plays a conversation file and prints the whole transcript, with `--why` also the reason of each
 * silence; exits with 1 where the bot said something else.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      alliance: { type: 'string' },
      empty: { type: 'boolean' },
      why: { type: 'boolean' },
    },
  });
  const [file] = positionals;
  if (file === undefined) throw new UserError(`usage: ${USAGE}`);
  const alliance = values.empty
    ? undefined
    : readAllianceFile(JSON.parse(readFileSync(values.alliance ?? EXAMPLE, 'utf8')));
  const disk = new MemoryDisk();
  const script = readFileSync(file, 'utf8');
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
  return differences.length === 0 ? 0 : 1;
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}

try {
  process.exitCode = await main();
} catch (error) {
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${error instanceof UserError ? error.message : stack}\n`);
  process.exitCode = 2;
}
