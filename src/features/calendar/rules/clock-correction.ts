import { put, type Records, type Remember, remove } from '../../../core/collection.ts';
import { broadcasts, isVoid } from '../../../core/records.ts';
import { addDays, dateOf, momentOf } from '../../../core/time.ts';
import { type Occurrence, occurrences, type Rule, rules } from '../records.ts';
import { noticesOn, soonestFirst } from './notices.ts';

/**
 * The clock stood ahead. Days still to come that were given up for over are planned anew, and of
 * days that have come near the notices that were; a day of which something was sent stays as it was
 * announced.
 */
export function planAgain(rule: Rule, records: Records, now: number): readonly Remember[] {
  const ahead = records.all(broadcasts).filter(({ planned }) => planned > now);
  const lost = ahead.filter((row) => isVoid(row, now)).map(({ broadcast }) => broadcast);
  const sent = ahead.filter((row) => !isVoid(row, now)).map(({ broadcast }) => broadcast);
  const startOf = ({ day }: Occurrence) => momentOf(day, rule.at, rule.zone);
  const isGivenUp = (one: Occurrence) =>
    startOf(one) > now &&
    one.activity === undefined &&
    !sent.some((id) => id.startsWith(`${one.id}/`));
  const days = records.where(occurrences, rule.id);
  const left = days.filter((one) => !isGivenUp(one));
  return [
    ...days.filter(isGivenUp).map(({ id }) => remove(occurrences, id)),
    ...left.flatMap((one) => {
      const isLost = ({ id, planned }: Occurrence['notices'][number]) =>
        planned > now && lost.includes(`${one.id}/${id}`) && !sent.includes(`${one.id}/${id}`);
      const again = noticesOn(rule, one.day, startOf(one)).filter(isLost);
      return again.length === 0
        ? []
        : [put(occurrences, { ...one, notices: soonestFirst([...one.notices, ...again]) })];
    }),
    put(rules, {
      ...rule,
      since: Math.min(rule.since, now),
      through: newestBy(dateOf(now, rule.zone), rule, left),
    }),
  ];
}

/**
 * The newest day that can have come near by a date. Those after it are found when their time comes.
 */
function newestBy(date: string, rule: Rule, days: readonly Occurrence[]): string | undefined {
  const last = addDays(date, Math.max(1, ...rule.notices.map(({ days: before }) => before)));
  const near = days.map((one) => one.date).filter((one) => one <= last);
  return near.sort().at(-1);
}
