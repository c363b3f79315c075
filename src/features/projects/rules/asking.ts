import type { Records } from '../../../core/collection.ts';
import { addMonths, dateOf, isoDate, momentOf, monthOf } from '../../../core/time.ts';
import { activities } from '../../activities/index.ts';
import { type Project, projectEntries } from '../records.ts';

/** When claimants are asked, on the first of a month. */
const ASKED_AT = '09:00';

/** The next first of a month at nine. */
export function askNext({ now, zone }: { readonly now: number; readonly zone: string }): number {
  const { year, month } = monthOf(dateOf(now, zone));
  const next = addMonths(year, month, 1);
  return momentOf(isoDate(next.year, next.month, 1), ASKED_AT, zone);
}

/** Whether anything is planned for a project in this month, or somebody has said why not. */
export function isPlanned(
  project: Project,
  {
    records,
    now,
    zone,
  }: { readonly records: Records; readonly now: number; readonly zone: string },
): boolean {
  const month = dateOf(now, zone).slice(0, 7);
  const isNow = (moment: number) => dateOf(moment, zone).startsWith(month);
  const planned = project.activities
    .flatMap((id) => records.get(activities, id) ?? [])
    .some(({ start, state }) => state !== 'cancelled' && isNow(start));
  const said = records
    .where(projectEntries, project.id)
    .some(({ event, at }) => event === 'progress' && isNow(at));
  return planned || said;
}

/** The day that many months later, for the rhythm of a pair. */
export function monthsLater(moment: number, months: number, zone: string): number {
  const date = dateOf(moment, zone);
  const { year, month } = monthOf(date);
  const on = addMonths(year, month, months);
  return momentOf(isoDate(on.year, on.month, Math.min(28, Number(date.slice(8)))), ASKED_AT, zone);
}
