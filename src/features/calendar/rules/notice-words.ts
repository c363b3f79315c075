import { fold } from '../../../core/line.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import { readClock } from '../../../core/recurring/index.ts';
import type { Ahead, Rule, RuleNotice } from '../records.ts';

const MOST_DAYS = 60;

/**
 * Reads `提前3天18点、当天7点半`. A notice that is there already, so many days before, keeps its id: it is
 * the same one.
 * @returns undefined when any of it was not understood.
 */
export function readNotices(
  words: string,
  known: readonly RuleNotice[],
): readonly RuleNotice[] | undefined {
  const read = words
    .split(/[、，,;；]|和|\s(?=提前|当天|当日|前)/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) => readOne(piece));
  if (read.length === 0 || read.length > 6) return undefined;
  const notices: RuleNotice[] = [];
  for (const one of read) {
    if (one === undefined) return undefined;
    const same = known.find(
      (notice) => notice.days === one.days && notices.every(({ id }) => id !== notice.id),
    );
    const id = same?.id ?? `${one.days}-${one.at.replace(':', '')}`;
    notices.push({ ...one, id, ...(same?.opens === undefined ? {} : { opens: same.opens }) });
  }
  return notices;
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

/** Reads `提前1小时 结束后30分钟`, the end may be left out, or the times themselves: `8:30-11:30`. */
export function readWindow(
  words: string,
  { at, minutes }: Pick<Rule, 'at' | 'minutes'>,
): Rule['checkin'] | undefined {
  const clock = readClock(words);
  if (clock?.minutes !== undefined && clock.rest === '') {
    const before = minuteOf(at) - minuteOf(clock.at);
    const after = clock.minutes - before - minutes;
    return before >= 0 && after >= 0 ? { before, after } : undefined;
  }
  const [, spans] = /^(?:提前|开始前)(.+)$/.exec(fold(words)) ?? [];
  const [begin = '', ...ends] = spans?.split('后') ?? [];
  if (ends.length === 0) {
    const before = readSpan(begin);
    return before === undefined ? undefined : { before, after: 30 };
  }
  const span = begin.replace(/[到至]?(?:结束)?$/, '').replace(/(?<![\s、，,])[\s、，,]+$/, '');
  const before = readSpan(span);
  const after = readSpan(ends.join('后'));
  return before === undefined || after === undefined ? undefined : { before, after };
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const SPAN = new RegExp(
  `^(?:(${numberSource(2)}|半)(个半|个)?(?:小时|钟头))?\\s*(?:(${numberSource(3)})分钟?)?$`,
);

/** Reads `3小时`, `一个半小时`, `1小时30分钟`, `90分钟` as minutes. */
export function readSpan(words: string): number | undefined {
  const [, hours, half, minutes] = SPAN.exec(fold(words).trim()) ?? [];
  if (hours === undefined && minutes === undefined) return undefined;
  const whole = hours === undefined ? 0 : hours === '半' ? 30 : readNumber(hours) * 60;
  return whole + (half === '个半' ? 30 : 0) + readNumber(minutes ?? '0');
}
