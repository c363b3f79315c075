import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../durable/files.ts';

/** How many days, weeks and months keep their last backup. */
export const KEPT = { days: 7, weeks: 4, months: 6 };

/** The backups that the bot makes and lets go of by itself; other files are left alone. */
const NAME = /^lianluo-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.backup$/;

/** One backup in the folder of backups. */
export interface Backup {
  readonly path: string;
  /** When it was made, ms. */
  readonly at: number;
}

/** What a backup of a moment is called. */
export function backupName(at: number): string {
  const stamp = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-');
  return `lianluo-${stamp}Z.backup`;
}

/** The backups in a folder, the newest first. */
export async function backupsIn(folder: string): Promise<readonly Backup[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return names
    .flatMap((name) => {
      const [, date, hour, minute, second] = NAME.exec(name) ?? [];
      const at = Date.parse(`${date}T${hour}:${minute}:${second}Z`);
      return Number.isNaN(at) ? [] : [{ path: join(folder, name), at }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Whoever makes one by hand finds it for a day, whatever is made after it, ms. */
const FRESH = 24 * 3_600_000;

/**
 * Those that are kept: the last one of each of the last days, weeks and months that have one, and
 * all of the last 24 hours before the newest.
 * @param all the newest first.
 * @param dateOf the local date of a moment, `2026-11-30`.
 */
export function keptOf(
  all: readonly Backup[],
  dateOf: (at: number) => string,
): ReadonlySet<Backup> {
  const lastOfEach = (periodOf: (date: string) => string, most: number) => {
    const found = new Map<string, Backup>();
    for (const one of all) {
      const period = periodOf(dateOf(one.at));
      if (!found.has(period)) found.set(period, one);
    }
    return [...found.values()].slice(0, most);
  };
  const newest = all[0]?.at ?? 0;
  return new Set([
    ...all.filter(({ at }) => newest - at < FRESH),
    ...lastOfEach((date) => date, KEPT.days),
    ...lastOfEach(weekOf, KEPT.weeks),
    ...lastOfEach((date) => date.slice(0, 7), KEPT.months),
  ]);
}

/** The Monday of the week of a date. */
function weekOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

/** Removes the backups that are not kept. @returns how many. */
export async function letGo(folder: string, dateOf: (at: number) => string): Promise<number> {
  const all = await backupsIn(folder);
  const kept = keptOf(all, dateOf);
  const gone = all.filter((one) => !kept.has(one));
  for (const { path } of gone) await rm(path, { force: true });
  return gone.length;
}
