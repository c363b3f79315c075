import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { repeatableRandom } from '../../adapters/clock-simulated/index.ts';
import type { Records } from '../../src/core/collection.ts';
import { readLine } from '../../src/core/line.ts';
import { features } from '../../src/features/index.ts';
import type { Incoming } from '../../src/ports/chat.ts';
import { Chats } from '../../src/runtime/chats.ts';
import { identify } from '../../src/runtime/identify.ts';
import { RecentTopics } from '../../src/runtime/recent-topics.ts';
import { dismissedBy } from '../../src/runtime/screen.ts';
import { situationOf } from '../../src/runtime/situation.ts';
import { catalogOf } from '../../src/understanding/catalog.ts';
import { NO_REFERENCES } from '../../src/understanding/references.ts';
import { route } from '../../src/understanding/router.ts';
import { understand } from '../../src/understanding/understand.ts';
import { coreOf, Vocabulary } from '../../src/understanding/vocabulary.ts';
import { foldedNotation, Notation } from '../../src/understanding/wording/expand.ts';
import { wordingsOf } from '../../src/understanding/wording/strength.ts';
import {
  MemoryDisk,
  memoryStore,
  Player,
  play,
  readAllianceFile,
  silentLog,
} from '../../tools/play/kit.ts';

/*
 * The quick look never dismisses what the full reader would understand, whoever speaks and whatever
 * is open.
 */

const corpus = new URL('corpus/', import.meta.url);
const readCorpus = (name: string) => readFileSync(new URL(name, corpus), 'utf8');
const file = readAllianceFile(JSON.parse(readCorpus('alliance.json')));
const group = file.groups[0]?.title ?? '';
const commands = features.flatMap((one) => one.commands);
const catalog = catalogOf(commands);
const random = repeatableRandom();

const SITUATIONS = readdirSync(new URL('contexts/', corpus))
  .filter((name) => !name.startsWith('english') && !name.startsWith('traditional'))
  .toSorted();
const SPEAKERS = ['小潘', '张伟', '李雪梅', '周敏'];

const wordsOf = (notation: string) => foldedNotation(notation).words();

/** Words of commands, and what people say around them. */
const words = commands
  .flatMap(wordingsOf)
  .flatMap(({ sure = [], strong = [], weak = [], faint = [], instead = [], byEar = [] }) =>
    [sure, strong, weak, faint, instead, byEar].flatMap((some) => some.flatMap(wordsOf)),
  );
const forms = commands.flatMap(({ shortForms = [] }) =>
  shortForms.map((form) => form.replace(/\{\w+!?\}/g, '').trim()),
);
const said = readCorpus('rows.jsonl')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): string => JSON.parse(line).text);
const AROUND =
  '我 我们 大家 老伴 王大妈 恒威 天星药房 服务日 包饺子 义诊 清洁家园 灯 路灯 水管 槐花 怀花 E1 E2 P1 #1 1 2 1号 二号 ① 一 俩 3人 两个 25号 周三 明天 今天 A B b ac 第二个 +1 +2 -1 加一 吗 ？ ， 。 ！ 了 吧 不 没 的 就 给 派给 早 口令 提前 同意 也是 接龙 1. 谢谢 哈哈 👍'.split(
    ' ',
  );

const HEARD = ['抱名', '宝名', '签道', '前到', '投飘', '暴名'];
const NAMED = ['E1', '25号', '周三', '明天', '11月25日', '服务日', 'P1', '#1', '1号'];
const COUNTED = ['3人', '两个', '俩', '2', '+2', '三位'];
const UNITS = ['恒威', '天星药房', '我们单位', '老伴', '王大妈', '我妈'];
const CHOSEN = ['二', '2', '第二个', 'B', 'AB', '义诊', '清洁', '青洁家园', '选项2'];

/** A count beside a name, a word beside an option, what voice input makes of a word. */
/** Too many to be handed over one by one. */
const anyWord = fc.nat(words.length - 1).map((at) => words[at] ?? '');
const paired = fc.oneof(
  fc.tuple(fc.constantFrom(...NAMED), fc.constantFrom(...UNITS), fc.constantFrom(...COUNTED)),
  fc.tuple(anyWord, fc.constantFrom(...CHOSEN)),
  fc.tuple(anyWord, fc.constantFrom(...NAMED)),
  fc.tuple(fc.constantFrom(...HEARD), fc.constantFrom(...NAMED)),
);

const text = fc.oneof(
  fc.constantFrom(...said),
  paired.map((pieces) => pieces.join('')),
  paired.map((pieces) => pieces.join(' ')),
  fc
    .array(
      fc.oneof(
        anyWord,
        fc.constantFrom(...AROUND),
        fc.constantFrom(...AROUND),
        fc.constantFrom(...forms),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .chain((pieces) => fc.constantFrom('', '', ' ').map((between) => pieces.join(between))),
);

describe.each(SITUATIONS)('%s', (situation) => {
  let records: Records;
  let player: Player;

  beforeAll(async () => {
    const disk = new MemoryDisk();
    player = new Player({
      file,
      openStore: async () => memoryStore(disk),
      log: silentLog,
      platforms: ['terminal'],
    });
    await player.start();
    await play(readCorpus(`contexts/${situation}`), player, group);
    await player.change((now) => {
      records = now;
      return [];
    });
    return () => player.stop();
  });

  test('nothing is dismissed that would be understood', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...SPEAKERS), (typed, name) => {
        const { dismissed, kind } = hear(typed, name, records, player);
        expect(dismissed && kind !== 'ignored' ? typed : undefined).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});

/** What one look tells of a message, and what reading it comes to. */
function hear(typed: string, name: string, records: Records, { clock }: Player) {
  const now = clock.now();
  const address = {
    platform: 'terminal',
    account: 'terminal',
    kind: 'group',
    chat: group,
  } as const;
  const incoming: Incoming = {
    ...{ address, id: 'm', sender: { id: name, name }, text: typed, at: now },
    ...{ addressed: false, botNames: ['小联'], photos: [] },
  };
  const partition = { name: 'a', records } as never;
  const partitions = { peek: () => partition } as never;
  const topics = new RecentTopics(clock);
  const utterance = {
    ...({ text: typed, kind: 'group', addressed: false } as const),
    ...{ botNames: incoming.botNames, references: NO_REFERENCES },
  };
  const parts = { partitions, catalog, features, topics, clock, random, chats: new Chats() };
  const dismissed = dismissedBy(incoming, utterance, 'a', parts) !== undefined;
  const who = identify(incoming, partition, random);
  const message = { incoming, partition, message: 'm', now, photos: [] };
  const around = situationOf(message, who, undefined, features, topics);
  const exact = route(utterance, catalog);
  return { dismissed, kind: understand({ kind: 'words', utterance, exact }, around, catalog).kind };
}

test('every feature tells what its subjects are known by', () => {
  const silent = features.filter(({ subjects, spokenOf }) => subjects && spokenOf === undefined);
  expect(silent.map(({ name }) => name)).toEqual([]);
});

const NOTHING_OPEN = {
  isAny: () => false,
  isFor: (role: string) => role === 'guest',
  known: () => undefined,
};

test.each([
  ['大家早上好', 'talk'],
  ['今天太阳好，晒被子。', 'talk'],
  ['我也去的', 'talk'],
  ['算我一个', 'nothing-open'],
])('with nothing open %s is left at once: %s', (typed, reason) => {
  expect(catalog.quickLook.dismisses(readLine(typed), NOTHING_OPEN)).toBe(reason);
});

const TALK = '楼上能不能别半夜拖椅子了';

test('the look costs the same with ten times as many words', () => {
  const more = new Vocabulary<never>();
  const few = new Vocabulary<never>();
  for (const [at, word] of words.entries()) {
    if (at % 10 === 0) few.add(word, 'weak', 1);
    more.add(word, 'weak', 1);
  }
  const steps = (vocabulary: Vocabulary<never>) => {
    // The first look writes the words out.
    vocabulary.find([TALK]);
    const get = vi.spyOn(Map.prototype, 'get');
    vocabulary.find([TALK]);
    const count = get.mock.calls.length;
    get.mockRestore();
    return count;
  };
  expect(steps(more)).toBeLessThan(2 * steps(few));
});

test('a start writes no words out, and a message only those that begin as it goes', () => {
  const written = vi.spyOn(Notation.prototype, 'wordsFrom');
  const made = catalogOf(commands.map((one) => ({ ...one })));
  expect(written).not.toHaveBeenCalled();
  made.quickLook.dismisses(readLine('大家早上好'), NOTHING_OPEN);
  const beginnings = new Set(written.mock.calls.map(([beginning]) => beginning));
  expect([...beginnings].filter((one) => !'大家早上好'.includes(one))).toEqual([]);
  written.mockRestore();
});

test.each([
  ['(想|要)?(去|来)(的)?', '(去|来)'],
  ['报(个|一个)?名(字)?(了)?', '报(个|一个)?名'],
  ['votes?', 'votes?'],
  ['(my )?vote( for)?', '(my )?vote( for)?'],
])('whoever says a word of %s says one of %s', (notation, core) => {
  expect(coreOf(notation)).toBe(core);
  const cores = wordsOf(core);
  for (const word of wordsOf(notation))
    expect(
      cores.some((one) => word.includes(one)),
      word,
    ).toBe(true);
});
