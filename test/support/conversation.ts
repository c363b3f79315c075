import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { readScriptLine } from '../../adapters/terminal/script.ts';
import type { AllianceFile } from '../../src/features/import/index.ts';
import type { BlobStore } from '../../src/ports/blobs.ts';
import type { BoardPlace } from '../../src/ports/board.ts';
import type { DocumentMaker } from '../../src/ports/documents.ts';
import {
  MemoryDisk,
  memoryStore,
  Player,
  play,
  readAllianceFile,
  silentLog,
} from '../../tools/play/kit.ts';
import { platformsOf } from '../../tools/play/play.ts';
import { firstGroup, type Stage } from '../../tools/play/stage.ts';

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

/** Files as what is in them, so that no thread is waited for. */
export const plainMaker: DocumentMaker = {
  make: async (content) => new TextEncoder().encode(JSON.stringify(content)),
  close: async () => {},
};

/** Boards that nobody sees. */
export const plainPlace: BoardPlace = { url: 'https://board.example.org', publish: async () => {} };

type PlayersOptions = Partial<
  Pick<
    Stage,
    | 'maker'
    | 'tables'
    | 'place'
    | 'features'
    | 'platforms'
    | 'openStore'
    | 'files'
    | 'onSend'
    | 'onFetch'
    | 'upkeep'
    | 'erasedList'
  >
> & { readonly file?: AllianceFile | 'none' };

/**
 * The whole bot over a real JSON store, with the example alliance unless another is given, or
 * `none`.
 */
export async function players(options: PlayersOptions = {}): Promise<Player> {
  const { file = example } = options;
  const alliance = file === 'none' ? undefined : file;
  const kept = options.openStore === undefined ? await ground() : { openStore: options.openStore };
  const player = new Player({
    log: silentLog,
    maker: plainMaker,
    place: plainPlace,
    ...kept,
    ...options,
    file: alliance,
  });
  await player.start();
  onTestFinished(() => player.stop());
  return player;
}

/** What conversations stand on where they name no store. */
let ground: () => Promise<Pick<Stage, 'openStore'> & { readonly files?: BlobStore }> = onDisk;
let isInMemory = true;

/** Until it is called off, all conversations stand on this, also those that are never restarted. */
export function standOn(other: typeof ground): () => void {
  ground = other;
  isInMemory = false;
  return () => {
    ground = onDisk;
    isInMemory = true;
  };
}

async function onDisk() {
  const folder = temporaryFolder();
  return {
    openStore: () => jsonStore({ folder, log: silentLog }),
    files: await blobFolder(folder),
  };
}

/** The same over a store in memory, which holds the same contract. */
export function playersInMemory(options: PlayersOptions = {}): Promise<Player> {
  if (!isInMemory) return players(options);
  const disk = new MemoryDisk();
  return players({ openStore: async () => memoryStore(disk), ...options });
}

/**
 * A conversation, and the same over a real store with the bot stopped and started again before
 * everything that is said.
 */
export function alsoRestarted(name: string, script: string, file: AllianceFile = example): void {
  const lines = script.split('\n').flatMap((line) => {
    const { kind } = readScriptLine(line);
    return line.trim() !== '' && (kind === 'speech' || kind === 'clock')
      ? ['【重启】', '（沉默）', line]
      : [line];
  });
  conversation(name, script, file);
  test(`${name}, restarted before every line`, () =>
    expectConversation(lines.join('\n'), file, players));
}

/** A test that is a conversation: what the bot says in it is all that it may say there. */
export function conversation(
  name: string,
  script: string,
  file: AllianceFile | 'none' = example,
): void {
  test(name, () => expectConversation(script, file, playersInMemory));
}

async function expectConversation(
  script: string,
  file: AllianceFile | 'none',
  open: typeof players,
): Promise<void> {
  const player = await open({ file, platforms: platformsOf(script) });
  const { transcript, differences } = await play(
    script,
    player,
    firstGroup({ file: file === 'none' ? undefined : file }),
  );
  const shown = differences.map(({ expected, said }) => ({ expected, said }));
  expect(shown, `\n${transcript}\n`).toEqual([]);
}
