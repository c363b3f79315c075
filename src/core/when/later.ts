/** 三天后, 两周后, 一个月后, 半小时后, 一个半小时后. */
import { numberAt } from './numbers.ts';
import type { DateSaid } from './said.ts';
import { type Refused, skipSpace, unclear, wordAt } from './text.ts';

export type Later = { date: DateSaid } | { minutes: number };

type Meaning = (count: number) => Later | undefined;

const inMinutes =
  (each: number, more = 0): Meaning =>
  (count) => ({ minutes: count * each + more });
const inDays =
  (each: number): Meaning =>
  (count) => ({ date: { kind: 'day', plus: count * each } });
const inMonths: Meaning = (count) => ({ date: { kind: 'months', plus: count } });
/** Half a day, half a month, a year: said of a stretch, not of a day. */
const vaguely: Meaning = () => undefined;

// A unit stands before another one that is its beginning.
const UNITS: readonly [string, Meaning][] = [
  ['个半小时', inMinutes(60, 30)],
  ['个半钟头', inMinutes(60, 30)],
  ['个小时', inMinutes(60)],
  ['小时', inMinutes(60)],
  ['个钟头', inMinutes(60)],
  ['分钟', inMinutes(1)],
  ['刻钟', inMinutes(15)],
  ['天', inDays(1)],
  ['个星期', inDays(7)],
  ['星期', inDays(7)],
  ['个礼拜', inDays(7)],
  ['礼拜', inDays(7)],
  ['周', inDays(7)],
  ['个半月', vaguely],
  ['个月', inMonths],
  ['年', vaguely],
];
/** People who are two or three, and hours: 俩小时后. */
const COLLECTIVE: ReadonlyMap<string, number> = new Map([
  ['俩', 2],
  ['仨', 3],
]);

const HALVES: readonly [string, Later | undefined][] = [
  ['半个小时', { minutes: 30 }],
  ['半小时', { minutes: 30 }],
  ['半个钟头', { minutes: 30 }],
  ['半天', undefined],
  ['半个月', undefined],
  ['半年', undefined],
];

/** A distance from now at this place; without 后 behind it (三天, 3个小时) it is no time at all. */
export function laterAt(
  text: string,
  at: number,
): { value: Later; end: number } | Refused | undefined {
  const half = HALVES.find(([word]) => text.startsWith(word, at));
  if (half !== undefined) return behind(text, at, at + half[0].length, half[1]);
  const collective = COLLECTIVE.get(text.charAt(at));
  const count = collective === undefined ? numberAt(text, at) : { value: collective, end: at + 1 };
  if (count === undefined) return undefined;
  const place = skipSpace(text, count.end);
  const unit = UNITS.find(([word]) => text.startsWith(word, place));
  if (unit === undefined) return undefined;
  const known = count.value >= 1;
  return behind(text, at, place + unit[0].length, known ? unit[1](count.value) : undefined);
}

function behind(
  text: string,
  from: number,
  at: number,
  later: Later | undefined,
): ReturnType<typeof laterAt> {
  const place = skipSpace(text, at);
  const word = wordAt(text, place, ['以后', '之后', '后']);
  if (word !== undefined)
    return later === undefined ? unclear(from) : { value: later, end: place + word.length };
  if (wordAt(text, place, ['以前', '之前', '前']) !== undefined) return { refused: 'past', from };
  return wordAt(text, place, ['以内', '之内', '内']) === undefined ? undefined : unclear(from);
}
