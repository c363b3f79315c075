import { fold, type Line } from '../../../core/line.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import type { PollPlan } from '../records.ts';

export type Settings = Partial<Omit<PollPlan, 'question' | 'options'> & { readonly here: boolean }>;

/** Words that say how the poll is held; each stands alone between blanks, commas or brackets. */
const settingWords: readonly (readonly [RegExp, (number: number) => Settings])[] = [
  [/单选/, () => ({ most: 1 })],
  [/(可)?多选|multiple( choice)?/, () => ({ most: 12 })],
  [
    new RegExp(
      `((最多|可|限)选?${numberSource(2)}[项个]|(最多|可|限)?选${numberSource(2)}[项个]?)`,
    ),
    (most) => ({ most }),
  ],
  [/(up to|at most|choose|pick) \d{1,2}/, (most) => ({ most })],
  [
    /(秘密|匿名|不记名|无记名)(投票)?|secret( ballot)?|anonymous/,
    () => ({ secret: true, hidden: true }),
  ],
  [/(记名|实名|公开)(投票)?/, () => ({ secret: false })],
  [/按单位(投票)?|(每|一)(个)?单位一票|(by|per) unit/, () => ({ per: 'unit' })],
  [/按人(投票)?|(每|一)人一票/, () => ({ per: 'person' })],
  [new RegExp(`(至少|满|法定)${numberSource(4)}[票人家](有效|才算)?`), (quorum) => ({ quorum })],
  [/(截止|结束)?后公布(结果)?|隐藏结果|结果(隐藏|保密)/, () => ({ hidden: true })],
  [/(限|仅)成员(投票)?|members only/, () => ({ membersOnly: true })],
  [/(限|仅)?本群|here only|this group only/, () => ({ here: true })],
];

const SETTING =
  /(?<=^|[,;、(])(?:(?:最多|可|限)?选(?:[一二两三四五六七八九十]|\d)|多选|单选|匿名|不记名|按单位|[限仅]本群|[限仅]成员|截止|截至)/;

/** What other tools can do with a poll, and this one cannot. */
const UNAVAILABLE =
  /(?<=^|[,;、(])(?:(?:可|可以|能|允许|大家可以?|欢迎)(?:再|自己|自由)?(?:加|添|添加|增加|新增|补充|自填)(?:新的?|其他|别的)?(?:选项|候选)|(?:不可以?|不能|不许|不准)(?:改|换|重新?投)票?)/;

/** A wish that cannot be met, at the end of a text. */
export function unavailableSetting(text: string): string | undefined {
  return foundAtEnd(UNAVAILABLE, text);
}

/** What begins such a word at the end of a text, and was not one of them. */
export function unreadSetting(text: string): string | undefined {
  return foundAtEnd(SETTING, text);
}

function foundAtEnd(pattern: RegExp, text: string): string | undefined {
  const last = fold(text).split(/\s/).at(-1) ?? '';
  const found = pattern.exec(last);
  return found === null ? undefined : last.slice(found.index);
}

/** The number of `选三项`, `至少十二票`, not the 一 of `一人一票`. */
const COUNTED = new RegExp(`${numberSource(4)}(?=[项个票人家]|$)`);

export function takeSettings(text: string): { settings: Settings; left: string } {
  let settings: Settings = {};
  let left: Line = { typed: text, folded: fold(text) };
  for (const [word, meaning] of settingWords) {
    const alone = new RegExp(`(?<=^|[\\s,;、(])(?:${word.source})(?=$|[\\s,;、)])`).exec(
      left.folded,
    );
    if (alone === null) continue;
    const number = COUNTED.exec(alone[0])?.[0] ?? '1';
    settings = { ...settings, ...meaning(Math.max(1, readNumber(number))) };
    left = without(left, alone.index, alone[0].length);
  }
  return { settings, left: left.typed.replace(/[(（][\s,，;；、]*[)）]/g, ' ') };
}

function without({ typed, folded }: Line, from: number, length: number): Line {
  const cut = (text: string) => text.slice(0, from) + text.slice(from + length);
  return { typed: cut(typed), folded: cut(folded) };
}
