import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  MemoryDisk,
  memoryStore,
  Player,
  play,
  readAllianceFile,
  silentLog,
} from '../../tools/play/kit.ts';

/*
 * How people really talk, as a ratchet: each row is said to a new bot after the conversation of its
 * context. Talk is met with silence and leaves no record; what is meant for the bot gets an answer
 * that says what the row asks for. What each row should have changed in the records is not compared.
 */

/**
 * The share of the rows meant for the bot that got their answer when it was last measured, in %, of
 * each file of rows.
 */
const ANSWERED = { 'rows.jsonl': 97.5, 'rows-own.jsonl': 80 };

interface Row {
  readonly id: string;
  readonly context: string;
  readonly before?: readonly string[];
  readonly where: 'group' | 'private';
  readonly speaker: string;
  readonly reply?: { readonly of: string; readonly text?: string; readonly like?: string };
  readonly text: string;
  readonly want: 'act' | 'act-or-ask' | 'hint' | 'emergency' | 'silence';
  readonly reply_has?: readonly string[];
  readonly reply_not?: readonly string[];
  /** What a question back holds, and the next words, where either will do. */
  readonly ask_has?: readonly string[];
  readonly hint_has?: readonly string[];
}

const corpus = new URL('corpus/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, corpus), 'utf8');
const file = readAllianceFile(JSON.parse(read('alliance.json')));
const group = file.groups[0]?.title ?? '';
const contexts = new Map(
  readdirSync(new URL('contexts/', corpus)).map((name) => [
    name.replace(/\.play$/, ''),
    read(`contexts/${name}`),
  ]),
);
const rowsOf = (name: string) =>
  read(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Row => JSON.parse(line));

/** How long an answer that does not come at once is waited for, ms. */
const PATIENCE = 90_000;
/** What the bot notes for itself: whom it asked, what it handled, when it looks at the clock next. */
const PASSING = new Set(['questions', 'wakes', 'handled', 'attempts']);
/** Where it notes that it refused somebody, which is what some hints are. */
const REFUSALS = 'acts';

test.each(Object.entries(ANSWERED))(
  'people are understood as they talk, and talk is left alone: %s',
  {
    timeout: 600_000,
  },
  async (name, answered) => {
    const rows = rowsOf(name);
    const disturbed: string[] = [];
    const missed: string[] = [];
    for (const row of rows) {
      const { texts, changed } = await hear(row);
      if (row.want === 'silence') {
        if (texts.length > 0 || changed.size > 0) disturbed.push(row.id);
        continue;
      }
      changed.delete(REFUSALS);
      if (!isAnswered(row, texts) || (row.want === 'hint' && changed.size > 0)) missed.push(row.id);
    }
    const meant = rows.filter(({ want }) => want !== 'silence').length;
    expect(disturbed).toEqual([]);
    const share = (100 * (meant - missed.length)) / meant;
    expect(share, `not answered: ${missed.join(' ')}`).toBeGreaterThanOrEqual(answered);
  },
);

/** What the bot says to a row, and the collections of which a record changed. */
async function hear(row: Row) {
  const disk = new MemoryDisk();
  const said: { readonly chat: string; readonly isGroup: boolean; readonly text: string }[] = [];
  const player = new Player({
    file,
    openStore: async () => memoryStore(disk),
    log: silentLog,
    platforms: ['terminal'],
    onSend: async ({ to, text }) => {
      said.push({ chat: to.chat, isGroup: to.kind === 'group', text });
    },
  });
  await player.start();
  await play([contexts.get(row.context) ?? '', ...(row.before ?? [])].join('\n'), player, group);
  const quoted = quotedBy(row, said);
  const before = recordsOn(disk);
  const from = said.length;
  await player.say({
    name: row.speaker,
    private: row.where === 'private',
    group,
    text: row.text.replaceAll('[图片]', ' ').trim(),
    photos: row.text.split('[图片]').length - 1,
    ...(quoted && { quoted }),
  });
  await player.settle();
  await player.pass(player.clock.now() + PATIENCE);
  const changed = changedCollections(before, recordsOn(disk));
  await player.stop();
  const heard = said.slice(from);
  const isForThem = row.want === 'silence' ? () => true : isHeardBy(row.speaker);
  return { texts: heard.filter(isForThem).map(({ text }) => text), changed };
}

function isHeardBy(speaker: string) {
  return ({ chat, isGroup }: { readonly chat: string; readonly isGroup: boolean }) =>
    isGroup || chat === speaker;
}

/** A person's message as it stands in the row; of the bot's own, the last that fits. */
function quotedBy(
  { reply, where, speaker }: Row,
  said: readonly { readonly chat: string; readonly isGroup: boolean; readonly text: string }[],
) {
  if (reply === undefined) return undefined;
  if (reply.text !== undefined) return { sender: reply.of, text: reply.text };
  const there = said.filter((one) =>
    where === 'private' ? !one.isGroup && one.chat === speaker : one.isGroup,
  );
  const like = new RegExp(reply.like ?? '', 'u');
  const found = there.findLast(({ text }) => like.test(text)) ?? there.at(-1);
  return found && { sender: '机器人', text: found.text };
}

function isAnswered(row: Row, texts: readonly string[]): boolean {
  const fits = (pattern: string) => texts.some((text) => new RegExp(pattern, 'u').test(text));
  const others = [row.ask_has, row.hint_has].filter((one) => one !== undefined);
  const ways = [row.reply_has ?? [], ...others.filter((one) => one.length > 0)];
  const isMet = ways.some((patterns) => patterns.every(fits));
  return texts.length > 0 && isMet && !(row.reply_not ?? []).some(fits);
}

/** Each record with its collection, under its place in the store. */
function recordsOn(disk: MemoryDisk): ReadonlyMap<string, readonly [string, string]> {
  return new Map(
    [...disk.partitions].flatMap(([partition, places]) =>
      [...places.values()]
        .filter(({ collection }) => !PASSING.has(collection))
        .flatMap(({ collection, records }) =>
          [...records].map(
            ([id, json]) => [`${partition}/${collection}/${id}`, [collection, json]] as const,
          ),
        ),
    ),
  );
}

function changedCollections(
  before: ReturnType<typeof recordsOn>,
  after: ReturnType<typeof recordsOn>,
): Set<string> {
  const places = new Set([...before.keys(), ...after.keys()]);
  return new Set(
    [...places].flatMap((place) => {
      const [was, is] = [before.get(place), after.get(place)];
      return was?.[1] === is?.[1] ? [] : [(is ?? was)?.[0] ?? ''];
    }),
  );
}
