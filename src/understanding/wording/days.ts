import type { Subject } from '../../core/wording.ts';
import type { Spotter } from './clauses.ts';
import type { WordingSituation } from './situation.ts';
import { numeralValue, stickyMatch } from './spotters.ts';

/*
 * Days that a sentence names, and the subjects that are on them.
 */

const DAY =
  /(?:(\d{1,2}|十[一二]?|[一二三四五六七八九])月)?(\d{1,2}|(?:[二三]?十)?[一二三四五六七八九]|[二三]?十)(?:[日号](?!楼|栋|幢|线|桌)|(?:st|nd|rd|th)\b)/y;
const WEEKDAY = /(?:这|本|下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天末])/y;
const NEAR = /(今天|今晚|明天|明早|明晚|后天|昨天)/y;

/** A day is a time, and the subject that is on that day. */
export function days({ subjects, today }: WordingSituation): Spotter {
  return (folded, at) => {
    const day = stickyMatch(DAY, folded, at);
    const weekday = day ?? stickyMatch(WEEKDAY, folded, at) ?? stickyMatch(NEAR, folded, at);
    if (weekday === undefined) return undefined;
    const fits = (subject: Subject) =>
      subject.day !== undefined && isOn(weekday, subject.day, today);
    const isPast = /^[昨今]/.test(weekday[0]);
    const senses = [
      { role: 'time', value: weekday[0] } as const,
      ...(isPast ? [] : [{ role: 'day' } as const]),
      ...subjects.filter(fits).map((value) => ({ role: 'subject', value }) as const),
    ];
    return { end: at + weekday[0].length, senses };
  };
}

function isOn(said: RegExpExecArray, day: string, today: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const word = said[0];
  if (/([日号]|[a-z]{2})$/.test(word) && said[2] !== undefined)
    return numberOf(said[2]) === date && (said[1] === undefined || numberOf(said[1]) === month);
  const number = dayNumber(year, month, date);
  const [thisYear = 0, thisMonth = 0, thisDate = 0] = today.split('-').map(Number);
  const ahead = number - dayNumber(thisYear, thisMonth, thisDate);
  if (said[1] !== undefined && '一二三四五六日天末'.includes(said[1])) {
    const weekday = ((number + 3) % 7) + 1;
    const meant = { 日: 7, 天: 7, 末: 6 }[said[1]] ?? '一二三四五六'.indexOf(said[1]) + 1;
    return (weekday === meant || (said[1] === '末' && weekday === 7)) && ahead >= 0 && ahead < 14;
  }
  const near = { 今: 0, 明: 1, 后: 2, 昨: -1 }[word[0] ?? ''];
  return near === ahead;
}

function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : numeralValue(text);
}

/** Days since 1 January 1970, a Thursday, by the civil calendar. */
function dayNumber(year: number, month: number, date: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return (
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
  );
}

const DAYS = [DAY, WEEKDAY, NEAR].map((pattern) => new RegExp(pattern.source, 'g'));

/** Whether a day, `2026-11-25`, is one of those that a text names: 25号, 周三, 明天. */
export function datesIn(folded: string, today: string): (day: string) => boolean {
  const said = DAYS.flatMap((pattern) => [...folded.matchAll(pattern)]);
  return (day) => said.some((one) => isOn(one, day, today));
}
