import { z } from 'zod';
import { fold } from '../line.ts';
import { timeOfDay } from '../moment.ts';
import { numberSource, readNumber } from '../numerals.ts';
import { readClock } from './read.ts';

const MOST_DAYS = 60;

/** So many days before a day, at a time. */
export const ahead = z.strictObject({ days: z.int().min(0).max(MOST_DAYS), at: timeOfDay });
export type Ahead = z.infer<typeof ahead>;

/**
 * Reads `提前3天18点、当天7点半`, six at most.
 * @returns undefined when any of it was not understood.
 */
export function readAheads(words: string): readonly Ahead[] | undefined {
  const read = words
    .split(/[、，,;；]|和|\s(?=提前|当天|当日|前)/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) => readOne(piece));
  const known = read.flatMap((one) => one ?? []);
  return read.length === 0 || read.length > 6 || known.length < read.length ? undefined : known;
}

/** Where no time is said most notices come in the evening before, and in the morning of the day. */
function readOne(piece: string): Ahead | undefined {
  const read =
    readAhead(piece) ?? readAhead(`${piece}${/^(当|提前0)/.test(fold(piece)) ? '7:30' : '18:00'}`);
  return read?.rest === '' ? read.value : undefined;
}

const AHEAD = new RegExp(
  `^\\s*(?:当天|当日|前一天|前1天|(?:(?:提前|前)\\s*)?(${numberSource(2)})\\s*(天|周|个?星期|个?礼拜)前?)的?\\s*`,
);

/** Reads `提前3天18点`, `提前一周9点` at the beginning of a text, and what follows it. */
export function readAhead(
  text: string,
): { readonly value: Ahead; readonly rest: string } | undefined {
  const [begin, number, unit] = AHEAD.exec(fold(text)) ?? [];
  if (begin === undefined) return undefined;
  const days =
    number === undefined
      ? begin.includes('当')
        ? 0
        : 1
      : readNumber(number) * (unit === '天' ? 1 : 7);
  const clock = readClock(text.slice(begin.length));
  if (clock === undefined || clock.minutes !== undefined || days > MOST_DAYS) return undefined;
  return { value: { days, at: clock.at }, rest: clock.rest };
}
