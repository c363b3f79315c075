import { fold } from '../../../core/line.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import { readAheads, readClock } from '../../../core/recurring/index.ts';
import type { Rule, RuleNotice } from '../records.ts';

/**
 * Reads `提前3天18点、当天7点半`. A notice that is there already, so many days before, keeps its id: it is
 * the same one.
 * @returns undefined when any of it was not understood.
 */
export function readNotices(
  words: string,
  known: readonly RuleNotice[],
): readonly RuleNotice[] | undefined {
  const read = readAheads(words);
  if (read === undefined) return undefined;
  const notices: RuleNotice[] = [];
  for (const one of read) {
    const same = known.find(
      (notice) => notice.days === one.days && notices.every(({ id }) => id !== notice.id),
    );
    const id = same?.id ?? `${one.days}-${one.at.replace(':', '')}`;
    notices.push({ ...one, id, ...(same?.opens === undefined ? {} : { opens: same.opens }) });
  }
  return notices;
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
