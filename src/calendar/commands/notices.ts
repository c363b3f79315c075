import { fold } from '../../core/line.ts';
import { readClock } from '../../core/recurring/index.ts';
import type { Ahead, Notice, Rule } from '../records.ts';

const MOST_DAYS = 60;
const NUMERALS = '零一二三四五六七八九十';

/**
 * Reads `提前3天18点、当天7点半`. A notice that is there already, so many days before, keeps its id: it is the same one.
 * @returns undefined when any of it was not understood.
 */
export function readNotices(words: string, known: readonly Notice[]): readonly Notice[] | undefined {
  const read = words
    .split(/[、，,;；]|和|\s+(?=提前|当天|当日|前)/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) => readOne(piece));
  if (read.length === 0 || read.length > 6) return undefined;
  const notices: Notice[] = [];
  for (const one of read) {
    if (one === undefined) return undefined;
    const same = known.find((notice) => notice.days === one.days && notices.every(({ id }) => id !== notice.id));
    const id = same?.id ?? `${one.days}-${one.at.replace(':', '')}`;
    notices.push({ ...one, id, ...(same?.opens === undefined ? {} : { opens: same.opens }) });
  }
  return notices;
}

function readOne(piece: string): Ahead | undefined {
  const read = readAhead(piece);
  return read?.rest === '' ? read.value : undefined;
}

/** Reads `提前3天18点` at the beginning of a text, and what follows it. */
export function readAhead(text: string): { readonly value: Ahead; readonly rest: string } | undefined {
  const [begin, number] =
    /^\s*(?:当天|当日|前一天|前1天|(?:提前|前)?\s*(\d{1,2}|[一二两三四五六七八九十])\s*天前?)的?\s*/.exec(fold(text)) ??
    [];
  if (begin === undefined) return undefined;
  const days = number === undefined ? (begin.includes('当') ? 0 : 1) : countOf(number);
  const clock = readClock(text.slice(begin.length));
  if (clock === undefined || clock.minutes !== undefined || days > MOST_DAYS) return undefined;
  return { value: { days, at: clock.at }, rest: clock.rest };
}

function countOf(number: string): number {
  return /^\d/.test(number) ? Number(number) : NUMERALS.indexOf(number.replace('两', '二'));
}

/** Reads `提前1小时 结束后30分钟`; the end may be left out. */
export function readWindow(words: string): Rule['checkin'] | undefined {
  const [, hours, minutes, afterHours, afterMinutes] =
    /^(?:提前|开始前)\s*(?:(\d{1,2}|半)个?小时)?(?:(\d{1,3})分钟?)?(?:[\s、，,]*(?:到|至)?(?:结束)?后\s*(?:(\d{1,2}|半)个?小时)?(?:(\d{1,3})分钟?)?)?$/.exec(
      fold(words).replace(/([一二两三四])(?=个?小时)/g, (one) => String(countOf(one))),
    ) ?? [];
  if (hours === undefined && minutes === undefined) return undefined;
  const after = afterHours === undefined && afterMinutes === undefined ? 30 : total(afterHours, afterMinutes);
  return { before: total(hours, minutes), after };
}

function total(hours: string | undefined, minutes: string | undefined): number {
  return (hours === '半' ? 30 : Number(hours ?? 0) * 60) + Number(minutes ?? 0);
}
