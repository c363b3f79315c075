import type { Records } from '../../../core/collection.ts';
import { dateOf } from '../../../core/time.ts';
import { activities, minutes, wasHeld } from '../../activities/index.ts';
import { requests } from '../../requests/index.ts';
import { type Project, projects } from '../records.ts';

/** What counts for a project in a year; computed from the records, never incremented. */
export interface Done {
  /** Activities that were held. */
  readonly held: number;
  /** 惠及人次, as liaisons wrote it down. */
  readonly served: number;
  /** Requests that were resolved. */
  readonly solved: number;
}

export function doneIn(
  year: string,
  project: Project,
  { records, zone }: { readonly records: Records; readonly zone: string },
): Done {
  const isThen = (moment: number) => dateOf(moment, zone).startsWith(year);
  const held = project.activities
    .flatMap((id) => records.get(activities, id) ?? [])
    .filter((activity) => wasHeld(activity, records) && isThen(activity.start));
  const served = held.reduce(
    (sum, { id }) => sum + (records.get(minutes, id)?.served?.people ?? 0),
    0,
  );
  const solved = project.requests
    .flatMap((id) => records.get(requests, id) ?? [])
    .filter(({ state, since }) => state === 'resolved' && isThen(since)).length;
  return { held: held.length, served, solved };
}

/** The sentence of the table: so many units took on so many projects of so many categories. */
export function tableNumbers(records: Records): {
  readonly units: number;
  readonly categories: number;
  readonly projects: number;
} {
  const taken = ['claimed', 'running', 'done'].map((state) =>
    records.count(projects, 'byState', state),
  );
  return {
    units: records.keys(projects, 'byClaimant').length,
    categories: records.keys(projects, 'byCategory').length,
    projects: taken.reduce((sum, count) => sum + count, 0),
  };
}

/** The other projects for which something counts, too. */
export function othersWith(id: string, but: string, records: Records): readonly number[] {
  return records
    .slice(projects, 'byCounted', id)
    .filter((one) => one.id !== but)
    .map(({ number }) => number);
}
