import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesFolder } from '../../adapters/files-folder/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { readScriptLine } from '../../adapters/terminal/script.ts';
import { type AllianceFile, readAllianceFile } from '../../src/import/index.ts';
import { platformsOf, play } from '../../tools/play/play.ts';
import { firstGroup, Player, type Stage } from '../../tools/play/player.ts';

/** The alliance that comes with the program. */
export const example: AllianceFile = readAllianceFile(
  JSON.parse(readFileSync(new URL('../../data/examples/tianxing.json', import.meta.url), 'utf8')),
);

/** A folder of the test's own, gone when it is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lianluo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The whole bot over a real JSON store, with the example alliance unless another is given, or `none`. */
export async function players(
  options: Partial<Pick<Stage, 'capabilities' | 'platforms' | 'openStore' | 'files' | 'onSend' | 'onFetch'>> & {
    file?: AllianceFile | 'none';
  } = {},
): Promise<Player> {
  const folder = temporaryFolder();
  const openStore = options.openStore ?? (() => jsonStore({ folder, log: silentLog }));
  const { file = example } = options;
  const alliance = file === 'none' ? undefined : file;
  const files = options.files ?? (await filesFolder(folder));
  const player = new Player({ openStore, log: silentLog, ...options, files, file: alliance });
  await player.start();
  onTestFinished(() => player.stop());
  return player;
}

/** The same over a store in memory, for tables of many small plays. */
export function playersInMemory(): Promise<Player> {
  const disk = new MemoryDisk();
  return players({ openStore: async () => memoryStore(disk) });
}

/** A conversation, and the same with the bot stopped and started again before everything that is said. */
export function alsoRestarted(name: string, script: string): void {
  const lines = script.split('\n').flatMap((line) => {
    const { kind } = readScriptLine(line);
    return line.trim() !== '' && (kind === 'speech' || kind === 'clock') ? ['【重启】', '（沉默）', line] : [line];
  });
  conversation(name, script);
  conversation(`${name}, restarted before every line`, lines.join('\n'));
}

/** A test that is a conversation: what the bot says in it is all that it may say there. */
export function conversation(name: string, script: string, file: AllianceFile | 'none' = example): void {
  test(name, async () => {
    const player = await players({ file, platforms: platformsOf(script) });
    const { transcript, differences } = await play(
      script,
      player,
      firstGroup({ file: file === 'none' ? undefined : file }),
    );
    const shown = differences.map(({ expected, said }) => ({ expected, said }));
    expect(shown, `\n${transcript}\n`).toEqual([]);
  });
}
