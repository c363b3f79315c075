import type { Records } from '../../core/collection.ts';
import { fold } from '../../core/line.ts';
import { addDays, dateOf, MINUTE, momentOf } from '../../core/time.ts';
import {
  allianceOf,
  announcementsADay,
  branchCalled,
  type Group,
  groupsOf,
} from '../../identity/alliance/index.ts';
import { type Announcement, announcements } from './records.ts';

/** How long a preview can be confirmed, ms. */
export const CONFIRM_WITHIN = 5 * MINUTE;
/** How long a confirmed announcement can be taken back before it goes out, ms. */
export const GOES_OUT_AFTER = MINUTE;

/** The newest preview of somebody that may still be confirmed. */
export function previewOf(records: Records, person: string, now: number): Announcement | undefined {
  const latest = records.where(announcements, person).at(-1);
  return latest?.state === 'preview' && now - latest.at <= CONFIRM_WITHIN ? latest : undefined;
}

/** The announcement of somebody that is about to go out. */
export function confirmedOf(records: Records, person: string): Announcement | undefined {
  return records.where(announcements, person).findLast(({ state }) => state === 'confirmed');
}

/**
 * Those of these groups that have had, or will have, their share on the day on which it goes out.
 */
export function groupsFull(
  records: Records,
  groups: readonly string[],
  sendAt: number,
  zone: string,
): readonly string[] {
  const most = announcementsADay(allianceOf(records));
  const day = dateOf(sendAt, zone);
  const [from, to] = [day, addDays(day, 1)].map((date) => momentOf(date, '00:00', zone));
  const placeOf = (state: string, at = 0) =>
    records.countBefore(announcements, 'byState', state, at);
  const sameDay = ['sent', 'confirmed'].flatMap((state) =>
    records.slice(announcements, 'byState', state, placeOf(state, from), placeOf(state, to)),
  );
  return groups.filter(
    (group) => sameDay.filter((one) => one.groups.includes(group)).length >= most,
  );
}

export interface Addressed {
  readonly text: string;
  readonly groups: readonly Group[];
  /** A group or branch that was named and is not known. */
  readonly unknown?: string;
}

/** `@党员群 @两新分会 明天停水`: for this group and those of this branch; without a name, for all. */
export function readAddressed(plan: string, records: Records): Addressed {
  const all = groupsOf(records);
  const chosen: Group[] = [];
  let left = plan.trim();
  for (let word = /^[@＠](\S+)\s*/.exec(left); word !== null; word = /^[@＠](\S+)\s*/.exec(left)) {
    const name = word[1] ?? '';
    const meant = groupsCalled(name, records);
    if (meant.length === 0) return { text: left, groups: [], unknown: name };
    chosen.push(...meant);
    left = left.slice(word[0].length);
  }
  return { text: left.trim(), groups: chosen.length > 0 ? [...new Set(chosen)] : all };
}

/**
 * The group with this title; else the groups of the branch that is called so; else those whose
 * title holds it.
 */
function groupsCalled(name: string, records: Records): readonly Group[] {
  const all = groupsOf(records);
  const title = fold(name);
  const branch = branchCalled(records, name)?.branch.id;
  const same = all.filter((group) => fold(group.title).replace(/\s+/g, '') === title);
  const ofBranch = all.filter((group) => branch !== undefined && group.branch === branch);
  const like = all.filter((group) => fold(group.title).includes(title));
  return [same, ofBranch, like].find((groups) => groups.length > 0) ?? [];
}
