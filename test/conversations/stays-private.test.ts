import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AllianceFile } from '../../src/features/import/index.ts';
import type { Player } from '../../tools/play/player.ts';
import { example, playersInMemory } from '../support/conversation.ts';

/*
 * What is said to the bot alone stays there until its author has chosen otherwise, and what is for
 * some groups reaches no other: of anything that people may do, in any order, on two platforms and
 * in three kinds of groups, over restarts.
 */

const PLATFORMS = ['telegram', 'wechat'] as const;
const GROUPS = ['联盟群', '党员群', '居民群'] as const;
const KINDS = ['alliance', 'members', 'residents'] as const;

const file: AllianceFile = {
  ...example,
  groups: GROUPS.map((title, at) => ({ title, language: 'zh', kind: KINDS[at] })),
};

/** Somebody's line: in private, or in a group. */
interface Said {
  readonly by: string;
  readonly text: string;
  readonly group?: string;
}

type Platform = (typeof PLATFORMS)[number];

/** A player who is spoken to on one platform, and everything that the bot has sent. */
class Stage {
  readonly sent: { readonly kind: string; readonly chat: string; readonly text: string }[] = [];
  private readonly player: Player;

  private constructor(player: Player) {
    this.player = player;
  }

  static async open(): Promise<Stage> {
    const stage = new Stage(await playersInMemory({ file, platforms: [...PLATFORMS] }));
    // Whoever has written to the bot before is reached in private.
    for (const by of ['周敏', '李雪梅'])
      for (const platform of PLATFORMS) await stage.say(platform, { by, text: '/帮助' });
    return stage;
  }

  /** @returns what was sent because of it. */
  async say(platform: Platform, { by, text, group }: Said) {
    const where = group === undefined ? { private: true } : { group };
    await this.player.say({ name: by, text, platform, ...where });
    return this.take();
  }

  async pass(hours: number) {
    await this.player.pass(this.player.clock.now() + hours * 3_600_000);
    return this.take();
  }

  async restart() {
    await this.player.restart();
    this.take();
  }

  private take() {
    const came = this.player.take().map(({ outgoing: { to, text } }) => ({
      kind: to.kind,
      chat: to.chat,
      text,
    }));
    this.sent.push(...came);
    return came;
  }
}

const CHARACTERS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';

/** Words that nobody says by chance, a new one each time. */
function markers(): () => string {
  let count = 0;
  return () => {
    const at = count++;
    const some = [at % 22, Math.floor(at / 22) % 22].map((place) => CHARACTERS[place]);
    return `暗${some.join('')}号`;
  };
}

const numberIn = (came: readonly { readonly text: string }[]) =>
  came.flatMap(({ text }) => /#(\d+)/.exec(text)?.[1] ?? [])[0];

/** What may happen, with what its author chooses. */
const step = fc.oneof(
  fc.record({
    what: fc.constant('ask' as const),
    by: fc.constantFrom('王五', '赵六', '张伟'),
    word: fc.constantFrom('需求', '心愿', '民情', '报修', '投诉', '反映', '我想反映一下'),
    apart: fc.boolean(),
    choice: fc.constantFrom('1', '2', '不', undefined),
    back: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('write' as const),
    by: fc.constantFrom('王五', '赵六', '张伟'),
    next: fc.uniqueArray(
      fc.constantFrom('add', 'answer', 'reopen', 'hide', 'turn', 'turn kept', 'back'),
      { maxLength: 4 },
    ),
  }),
  fc.record({ what: fc.constant('look' as const), group: fc.constantFrom(...GROUPS) }),
  fc.record({ what: fc.constant('wait' as const), hours: fc.constantFrom(1, 24, 24 * 8) }),
  fc.record({ what: fc.constant('restart' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What is known of words that were said in private. */
interface Words {
  readonly marker: string;
  /** Who may read them: the groups, these people, or nobody any more. */
  readers: 'groups' | 'community' | readonly string[];
}

class Run {
  readonly words: Words[] = [];
  private numbers: string[] = [];
  private readonly newMarker = markers();
  private readonly stage: Stage;
  private readonly platform: Platform;

  constructor(stage: Stage, platform: Platform) {
    this.stage = stage;
    this.platform = platform;
  }

  async take(one: Step): Promise<void> {
    switch (one.what) {
      case 'ask':
        return this.ask(one);
      case 'write':
        return this.write(one);
      case 'look':
        for (const text of ['/需求列表', '/需求列表 已撤回', '/投票', ...this.details()])
          this.check(await this.stage.say(this.platform, { by: '路人', text, group: one.group }));
        for (const text of ['/需求列表', '/我的', ...this.details()])
          this.check(await this.stage.say(this.platform, { by: '路人', text }), '路人');
        return;
      case 'wait':
        return this.check(await this.stage.pass(one.hours));
      case 'restart':
        return this.stage.restart();
    }
  }

  private details(): readonly string[] {
    return this.numbers.slice(-4).map((number) => `/详情 ${number}`);
  }

  /** A request, wish or opinion in private, and the answer to who is to see it. */
  private async ask({ by, word, apart, choice, back }: Extract<Step, { what: 'ask' }>) {
    // The bot gives an answer to who wrote 反映 alone: it is a letter.
    const words = this.private(by, word === '反映' && !apart ? ['周敏'] : []);
    const said = `${words.marker}的灯坏了`;
    const say = (text: string) => this.stage.say(this.platform, { by, text });
    if (apart) this.check(await say(word));
    const asked = await say(apart ? said : `${word} ${said}`);
    this.check(asked);
    if (choice === undefined || numberIn(asked) !== undefined) return;
    if (choice === '1') words.readers = 'groups';
    if (choice === '2') words.readers = 'community';
    const came = await say(choice);
    this.check(came);
    const number = numberIn(came);
    if (number === undefined) return;
    this.numbers.push(number);
    if (!back) return;
    words.readers = [];
    this.check(await say(`撤回 ${number}`));
  }

  /** A letter, and what its writer and its reader do with it. */
  private async write({ by, next }: Extract<Step, { what: 'write' }>) {
    const letter = this.private(by, ['周敏']);
    const writer = (text: string) => this.stage.say(this.platform, { by, text });
    const reader = (text: string) => this.stage.say(this.platform, { by: '周敏', text });
    const came = await writer(`信箱 ${letter.marker}的灯坏了`);
    this.check(came);
    const number = numberIn(came);
    if (number === undefined) return;
    this.numbers.push(number);
    const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
      add: async () =>
        this.check(await writer(`回 ${number} ${this.private(by, ['周敏']).marker}`)),
      answer: async () =>
        this.check(await reader(`回 ${number} ${this.private(by, ['周敏']).marker}`)),
      reopen: async () =>
        this.check(await writer(`未解决 ${number} ${this.private(by, ['周敏']).marker}`)),
      hide: async () => this.check(await writer(`匿名 ${number}`)),
      turn: async () => {
        this.check(await reader(`问转 ${number}`));
        this.check(await writer(`转 ${number}`));
        letter.readers = 'groups';
        this.check(await writer('1'));
      },
      'turn kept': async () => {
        if (letter.readers !== 'groups') letter.readers = 'community';
        this.check(await writer(`转 ${number} 只给社区`));
      },
      back: async () => {
        letter.readers = [];
        this.check(await writer(`撤回 ${number}`));
      },
    };
    for (const deed of next) await deeds[deed]?.();
  }

  private private(by: string, others: readonly string[]): Words {
    const words: Words = { marker: this.newMarker(), readers: [by, ...others] };
    this.words.push(words);
    return words;
  }

  /** Nobody reads what they may not. */
  private check(came: readonly { kind: string; chat: string; text: string }[], by?: string): void {
    for (const { kind, chat, text } of came)
      for (const { marker, readers } of this.words) {
        if (!text.includes(marker)) continue;
        const may =
          readers === 'groups' ||
          (kind === 'private' &&
            (readers === 'community' ? by === undefined : readers.includes(chat)));
        expect(may, `${kind} ${chat}: ${text}\n${marker} is for ${JSON.stringify(readers)}`).toBe(
          true,
        );
      }
  }
}

test('words that were said in private reach a group only where their author has chosen so', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 9 }),
      fc.constantFrom(...PLATFORMS),
      async (steps, platform) => {
        const run = new Run(await Stage.open(), platform);
        for (const one of steps) await run.take(one);
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

/** What is said of an audience, and the groups that are meant. */
const AUDIENCES: readonly (readonly [string, readonly string[]])[] = [
  ['', GROUPS],
  [' 发到 党员群', ['党员群']],
  [' 只发 居民群、联盟群', ['居民群', '联盟群']],
  [' 发到居民群', ['居民群']],
  [' 发到 所有群', GROUPS],
];

const thing = fc.record({
  kind: fc.constantFrom('活动', '学习', '投票', '公告', '规则'),
  audience: fc.constantFrom(...AUDIENCES),
  /** Where it is said; in private where nothing is named. */
  from: fc.constantFrom(undefined, ...GROUPS),
  next: fc.constantFrom('wait', 'move', 'cancel', 'sign up', 'restart'),
});
type Thing = typeof thing extends fc.Arbitrary<infer T> ? T : never;

/** Members study among themselves, where nothing else is said. */
function meantBy(kind: Thing['kind'], [to, groups]: (typeof AUDIENCES)[number]): readonly string[] {
  return kind === '学习' && to === '' ? groups.filter((one) => one !== '居民群') : groups;
}

const MAKES: Readonly<Record<Thing['kind'], (title: string, to: string) => readonly string[]>> = {
  活动: (title, to) => [`/活动 明天15点 ${title}${to}`],
  学习: (title, to) => [`/活动 明天16点 ${title}学习日${to}`],
  投票: (title, to) => [`/投票 ${title} A 好 B 不好 截止 明天18点${to}`],
  公告: (title, to) => [`/公告${to} ${title}`, '发'],
  规则: (title, to) => [`/规则 新增 ${title} 每月18日 9点${to}`],
};

test('what is for some groups reaches no other: the first word, the changes and the result', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(thing, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...PLATFORMS),
      async (things, platform) => {
        const stage = await Stage.open();
        const newMarker = markers();
        const made = new Map<string, { readonly told: ReadonlySet<string>; heard: Set<string> }>();
        const check = (came: readonly { kind: string; chat: string; text: string }[]) => {
          for (const { kind, chat, text } of came)
            for (const [title, { told, heard }] of made) {
              if (kind !== 'group' || !text.includes(title)) continue;
              expect(told.has(chat), `${chat}: ${text}`).toBe(true);
              heard.add(chat);
            }
        };
        for (const { kind, audience, from, next } of things) {
          const [to] = audience;
          const groups = meantBy(kind, audience);
          const title = newMarker();
          // Whoever says something in a group is answered there.
          const told = new Set([...groups, ...(from === undefined ? [] : [from])]);
          made.set(title, { told, heard: new Set() });
          const place = from === undefined ? {} : { group: from };
          const say = async (text: string) => {
            const came = await stage.say(platform, { by: '周敏', text, ...place });
            check(came);
            return came.map((one) => one.text).join('\n');
          };
          const answers = [];
          for (const text of MAKES[kind](title, to)) answers.push(await say(text));
          const number = /([EP]\d+)/.exec(answers.join('\n'))?.[1] ?? '';
          if (next === 'move' && kind === '活动') await say(`/改期 ${number} 明天17点`);
          if (next === 'cancel')
            await say(kind === '投票' ? `/取消投票 ${number}` : `/取消活动 ${number}`);
          if (next === 'sign up' && kind === '活动') await say(`+1 ${number}`);
          if (next === 'restart') await stage.restart();
        }
        for (let hours = 0; hours < 60; hours += 6) check(await stage.pass(6));
        for (const [at, { kind, audience }] of things.entries()) {
          const groups = meantBy(kind, audience);
          const { heard } = [...made.values()][at] ?? { heard: new Set() };
          expect([...groups].filter((group) => !heard.has(group))).toEqual([]);
        }
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);
