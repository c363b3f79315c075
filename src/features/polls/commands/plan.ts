import type { Records } from '../../../core/collection.ts';
import { fold, type Line } from '../../../core/line.ts';
import { shortened } from '../../../core/names.ts';
import { DAY, endOfDay, MINUTE } from '../../../core/time.ts';
import { readWhen } from '../../../core/when/index.ts';
import { requestLine } from '../../requests/index.ts';
import { LONGEST_OPTION, LONGEST_QUESTION, type PollPlan } from '../records.ts';
import type { Refused } from '../rules.ts';
import { bare, isSurelyAsked, splitOptions } from './options.ts';

/**
 * A poll as somebody wrote it: what is asked, whether only of the group in which it is written, and
 * until when.
 */
interface Written {
  readonly plan: PollPlan;
  readonly here: boolean;
}
/** `certain`: it cannot be talk that only begins with the word. */
export type PlanRead = (({ readonly ok: true; readonly deadline: number } & Written) | Refused) & {
  readonly certain: boolean;
};

interface Reference {
  readonly records: Records;
  readonly now: number;
  readonly zone: string;
}

/** A day that is just over is read as next year's; nobody means that, ms. */
const LONGEST_POLL = 180 * DAY;

/** What is shown of a request's text as an option. */
const LONGEST_REQUEST = 20;

/**
 * Reads `25日服务日做什么 A 清洁家园 B 义诊 截止 20日18点`, in any of the ways in which people write it, or with
 * `从需求 12 15 18` for the options.
 */
export function readPlan(text: string, reference: Reference): PlanRead {
  const end = takeDeadline(text, reference);
  const read = readAsked(end.left, reference.records);
  if (read.ok && 'refused' in end) return { ok: false, reason: end.refused, certain: read.certain };
  return read.ok && 'deadline' in end ? { ...read, deadline: end.deadline } : (read as PlanRead);
}

/** Reads what is asked and how it is held, where until when is said elsewhere. */
export function readQuestion(
  text: string,
  records: Records,
): ({ readonly ok: true } & Written) | Refused {
  return readAsked(text, records);
}

type Asked = (({ readonly ok: true } & Written) | Refused) & { readonly certain: boolean };

function readAsked(text: string, records: Records): Asked {
  const { settings, left } = takeSettings(text);
  const requested = takeRequests(left);
  const asked = requested ?? splitOptions(left);
  const certain =
    requested !== undefined ||
    isSurelyAsked(splitOptions(left), { how: Object.keys(settings).length > 0 });
  return { ...planOf(asked, requested, settings, records), certain };
}

function planOf(
  { question, options: asked }: Pick<Requested, 'question' | 'options'>,
  requested: Requested | undefined,
  { most = 1, here = false, ...rest }: Settings,
  records: Records,
): ({ readonly ok: true } & Written) | Refused {
  if (question === '' || asked.length < 2) return { ok: false, reason: 'options' };
  if (asked.length > 12) return { ok: false, reason: 'too many' };
  if (new Set(asked.map(fold)).size < asked.length) return { ok: false, reason: 'same' };
  if (requested?.beside) return { ok: false, reason: 'beside' };
  const unread = [question, ...asked].flatMap((piece) => unreadSetting(piece) ?? [])[0];
  if (unread !== undefined) return { ok: false, reason: 'setting', said: unread };
  const options =
    requested === undefined ? ordinary(asked) : requestOptions(asked.map(Number), records);
  if ('reason' in options) return options;
  const plan: PollPlan = {
    secret: false,
    hidden: false,
    per: 'person',
    membersOnly: false,
    ...rest,
    question: shortened(question.replace(/\s+/g, ' '), LONGEST_QUESTION),
    options,
    most: Math.min(most, options.length),
  };
  return { ok: true, plan, here };
}

function ordinary(options: readonly string[]): string[] {
  return options.map((option) => shortened(option.replace(/\s+/g, ' '), LONGEST_OPTION));
}

interface Requested {
  readonly question: string;
  /** The numbers as they were written. */
  readonly options: readonly string[];
  /** Whether options of another kind stand beside them. */
  readonly beside: boolean;
}

/** `从需求 12 15 18`, `从需求#12、#15`, before or behind the question. */
function takeRequests(text: string): Requested | undefined {
  const found = /从\s*需求((?:[\s:,、;和]*#?\d{1,6}号?(?![\d:号日月点票楼栋]))+)/.exec(fold(text));
  if (found === null) return undefined;
  const parts = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  const [question = '', more] = parts.map(bare).filter(Boolean);
  return {
    question,
    options: (found[1]?.match(/\d+/g) ?? []).map((number) => String(Number(number))),
    beside: more !== undefined || splitOptions(question).options.length > 1,
  };
}

/** The requests with these numbers as options, or the first that cannot be one. */
function requestOptions(numbers: readonly number[], records: Records): string[] | Refused {
  const options: string[] = [];
  for (const number of numbers) {
    const request = requestLine(records, number, LONGEST_REQUEST);
    if (request === undefined) return { ok: false, reason: 'request', number };
    if ('state' in request) return { ok: false, reason: 'request', number, state: request.state };
    options.push(request.line);
  }
  return options;
}

type Deadline = { readonly left: string } & (
  | { readonly deadline: number }
  | { readonly refused: 'deadline' | 'past' }
);

/** `截止 20日18点` or `20日18点截止`, anywhere; a day from now where nothing is said. */
function takeDeadline(text: string, reference: Reference): Deadline {
  const end = takeEnd(text, (piece) => {
    const when = readWhen(piece, reference);
    return when.ok ? { value: when, rest: when.rest } : undefined;
  });
  if (end === undefined) return { deadline: reference.now + DAY, left: text };
  if ('value' in end) return settled(end.value, end.left, reference);
  const unread = readWhen(end.behind, reference);
  const left = text.slice(0, text.length - end.behind.length).replace(END, '');
  return { refused: !unread.ok && unread.reason === 'past' ? 'past' : 'deadline', left };
}

/** `截止`, `截止时间：`, `until`. */
const END =
  /(截止|截至)(?!后)(时间|日期)?[\s:到于为]*|(?<![a-z])(until|closes?( (on|at))?|deadline)(?![a-z])[\s:]*/i;

/** Reads a time at the beginning of a text, and what follows it. */
type ReadTime<T> = (text: string) => { readonly value: T; readonly rest: string } | undefined;

/**
 * What `截止` says, behind it or before it, and the text without it.
 * @returns undefined where nothing is said; what stands `behind` it where that was not understood.
 */
export function takeEnd<T>(
  text: string,
  read: ReadTime<T>,
): { readonly value: T; readonly left: string } | { readonly behind: string } | undefined {
  const word = END.exec(fold(text));
  if (word === null) return undefined;
  const before = text.slice(0, word.index);
  const behind = text.slice(word.index + word[0].length);
  const after = read(behind);
  if (after !== undefined) {
    const taken = behind.slice(0, behind.length - after.rest.length);
    return {
      value: after.value,
      left: `${before}${taken.includes('\n') ? '\n' : ' '}${after.rest}`,
    };
  }
  const earlier = timeAtTheEnd(before, read);
  return earlier === undefined
    ? { behind }
    : { value: earlier.value, left: `${earlier.left} ${behind}` };
}

/** The longest piece at the end of a text that is a moment: `… 20日18点前`. */
function timeAtTheEnd<T>(text: string, read: ReadTime<T>) {
  const cut = text.replace(/(?<![\s,，])[\s,，]+$/, '').replace(/(?:[之以]?前|[之以])$/, '');
  const starts = [...cut.matchAll(/(?<=^|[\s,，;；。(（])\S/g)]
    .map((match) => match.index)
    .slice(-3);
  for (const start of starts) {
    const time = read(cut.slice(start));
    if (time?.rest === '') return { value: time.value, left: cut.slice(0, start) };
  }
  return undefined;
}

/** A day without an hour is the whole of it. */
function settled(
  when: { readonly start: number; readonly dateOnly: boolean; readonly date: string },
  left: string,
  { now, zone }: Reference,
): Deadline {
  const deadline = when.dateOnly ? endOfDay(when.date, zone) - MINUTE : when.start;
  if (deadline > now + LONGEST_POLL) return { refused: 'deadline', left };
  return deadline <= now ? { refused: 'past', left } : { deadline, left };
}

type Settings = Partial<Omit<PollPlan, 'question' | 'options'> & { readonly here: boolean }>;

/** Words that say how the poll is held; each stands alone between blanks, commas or brackets. */
const settingWords: readonly (readonly [RegExp, (number: number) => Settings])[] = [
  [/单选/, () => ({ most: 1 })],
  [/(可)?多选|multiple( choice)?/, () => ({ most: 12 })],
  [
    /((最多|可|限)选?([一二两三四五六七八九十]|\d{1,2})[项个]|(最多|可|限)?选([一二两三四五六七八九十]|\d{1,2})[项个]?)/,
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
  [
    /(至少|满|法定)([一二两三四五六七八九十]|\d{1,4})[票人家](有效|才算)?/,
    (quorum) => ({ quorum }),
  ],
  [/(截止|结束)?后公布(结果)?|隐藏结果|结果(隐藏|保密)/, () => ({ hidden: true })],
  [/(限|仅)成员(投票)?|members only/, () => ({ membersOnly: true })],
  [/(限|仅)?本群|here only|this group only/, () => ({ here: true })],
];

const SETTING =
  /(?<=^|[,;、(])(?:(?:最多|可|限)?选(?:[一二两三四五六七八九十]|\d)|多选|单选|匿名|不记名|按单位|[限仅]本群|[限仅]成员|截止|截至)/;

/** What begins such a word at the end of a text, and was not one of them. */
function unreadSetting(text: string): string | undefined {
  const last = fold(text).split(/\s/).at(-1) ?? '';
  const found = SETTING.exec(last);
  return found === null ? undefined : last.slice(found.index);
}

function takeSettings(text: string): { settings: Settings; left: string } {
  let settings: Settings = {};
  let left: Line = { typed: text, folded: fold(text) };
  for (const [word, meaning] of settingWords) {
    const alone = new RegExp(`(?<=^|[\\s,;、(])(?:${word.source})(?=$|[\\s,;、)])`).exec(
      left.folded,
    );
    if (alone === null) continue;
    const number = /\d+|[一二两三四五六七八九十](?=[项个票人家]|$)/.exec(alone[0])?.[0] ?? '1';
    settings = { ...settings, ...meaning(Math.max(1, numberOf(number))) };
    left = without(left, alone.index, alone[0].length);
  }
  return { settings, left: left.typed.replace(/[(（][\s,，;；、]*[)）]/g, ' ') };
}

function numberOf(text: string): number {
  return /^\d/.test(text)
    ? Number(text)
    : '零一二三四五六七八九十'.indexOf(text.replace('两', '二'));
}

function without({ typed, folded }: Line, from: number, length: number): Line {
  const cut = (text: string) => text.slice(0, from) + text.slice(from + length);
  return { typed: cut(typed), folded: cut(folded) };
}
