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
import { cameAbout, type Wanted } from '../support/came-about.ts';
import { changesIn, type Facts, factsOn } from '../support/facts.ts';

/*
 * How people really talk, as a ratchet: each row is said to a new bot after the conversation of its
 * context. Talk is met with silence and leaves no record. What is meant for the bot is carried out,
 * so that just that changes which the row names, or it is asked back or told as the row allows; where
 * something else changes it is acted wrongly.
 */

/**
 * The share of the rows meant for the bot that got their answer when it was last measured, in %, of
 * each file of rows.
 */
const ANSWERED = {
  'rows.jsonl': 97.5,
  'rows-own.jsonl': 80,
  'rows-unseen.jsonl': 94,
  // At first sight 76.5 %, five acted wrongly, and seven lines of talk answered.
  'rows-fresh.jsonl': 88,
  'rows-talk.jsonl': 100,
};

/** The files of rows of which none may be acted wrongly. */
const NEVER_WRONG: ReadonlySet<string> = new Set([
  'rows.jsonl',
  'rows-unseen.jsonl',
  'rows-fresh.jsonl',
]);

interface Row {
  readonly id: string;
  readonly context: string;
  readonly before?: readonly string[];
  readonly where: 'group' | 'private';
  readonly speaker: string;
  readonly reply?: { readonly of: string; readonly text?: string; readonly like?: string };
  readonly text: string;
  readonly want: 'act' | 'act-or-ask' | 'hint' | 'emergency' | 'silence';
  /** What changes, and nothing else may; one of them where there are several. */
  readonly state?: Wanted | readonly Wanted[];
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

test.each(Object.entries(ANSWERED))(
  'people are understood as they talk, and talk is left alone: %s',
  {
    timeout: 600_000,
  },
  async (name, answered) => {
    const rows = rowsOf(name);
    const disturbed: string[] = [];
    const missed: string[] = [];
    const wrong: string[] = [];
    for (const row of rows) {
      const came = await hear(row);
      if (row.want === 'silence') {
        if (
          came.texts.length + came.changed.size > 0 &&
          !isOfItself(came, await hear(row, 'nothing'))
        )
          disturbed.push(row.id);
        continue;
      }
      const verdict = verdictOn(row, came);
      if (verdict !== 'right') missed.push(row.id);
      if (verdict === 'wrong') wrong.push(row.id);
    }
    if (NEVER_WRONG.has(name)) expect(wrong).toEqual([]);
    const meant = rows.filter(({ want }) => want !== 'silence').length;
    expect(disturbed).toEqual([]);
    const share = meant === 0 ? 100 : (100 * (meant - missed.length)) / meant;
    expect(share, `not answered: ${missed.join(' ')}`).toBeGreaterThanOrEqual(answered);
  },
);

type Came = Awaited<ReturnType<typeof hear>>;

/** The clock alone brings the same about: a notice that is just due. */
function isOfItself(came: Came, without: Came): boolean {
  const shown = ({ texts, changed }: Came) => JSON.stringify([texts, [...changed].sort()]);
  return shown(came) === shown(without);
}

/** What the bot says to a row, and the collections of which a record changed. */
async function hear(row: Row, what: 'the row' | 'nothing' = 'the row') {
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
  const factsBefore = factsOn(disk, file.alliance.id);
  const from = said.length;
  if (what === 'the row')
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
  const facts = { before: factsBefore, after: factsOn(disk, file.alliance.id) };
  await player.stop();
  const heard = said.slice(from);
  const isForThem = row.want === 'silence' ? () => true : isHeardBy(row.speaker);
  return { texts: heard.filter(isForThem).map(({ text }) => text), changed, facts };
}

/** What came of a row: as it says, something that it does not want, or nothing of it. */
function verdictOn(
  row: Row,
  { texts, facts }: { texts: readonly string[]; facts: { before: Facts; after: Facts } },
): 'right' | 'wrong' | 'missed' {
  const changes = changesIn(facts.before, facts.after);
  // Whoever cries for help may have asked for something, too.
  if (row.want === 'emergency' && changes.every((name) => name.startsWith('#')))
    return isAnswered(row, texts) ? 'right' : 'missed';
  const states = [row.state ?? []].flat();
  const happened = { ...facts, heard: texts, speaker: row.speaker };
  if (states.some((state) => cameAbout(state, happened)))
    return texts.length > 0 ? 'right' : 'missed';
  if (changes.length > 0) return 'wrong';
  return isAnswered(row, texts) ? 'right' : 'missed';
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
