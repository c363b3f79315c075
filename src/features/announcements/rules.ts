import { between, type Records } from '../../core/collection.ts';
import { type CommandContext, groupHere } from '../../core/command.ts';
import { addDays, dateOf, MINUTE, momentOf } from '../../core/time.ts';
import {
  allianceOf,
  announcementsADay,
  audienceCalled,
  type Group,
  groupsFor,
  groupsOf,
  takeAudience,
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
  const span = {
    from: momentOf(day, '00:00', zone),
    to: momentOf(addDays(day, 1), '00:00', zone),
  };
  const sameDay = ['sent', 'confirmed'].flatMap((state) =>
    between(span, records, announcements, 'byState', state),
  );
  return groups.filter(
    (group) => sameDay.filter((one) => one.groups.includes(group)).length >= most,
  );
}

/** Days that are named from the day on which they are said, and how many days they are ahead. */
const NAMED_DAYS: readonly (readonly [RegExp, number, string])[] = [
  [/大后天/g, 3, ''],
  [/后天/g, 2, ''],
  [/明[天日儿]/g, 1, ''],
  [/明早/g, 1, '早上'],
  [/明晚/g, 1, '晚上'],
  [/今[天日儿]/g, 0, ''],
  [/今早/g, 0, '早上'],
  [/今晚/g, 0, '晚上'],
  [/昨[天日儿]/g, -1, ''],
];

/**
 * The first day that a text names from today, and the text with the date of each such day instead;
 * undefined where it names none.
 */
export function withDates(
  text: string,
  today: string,
): { readonly said: string; readonly dated: string } | undefined {
  const said = NAMED_DAYS.flatMap(([word]) => text.match(word) ?? [])[0];
  if (said === undefined) return undefined;
  const dated = NAMED_DAYS.reduce((left, [word, days, part]) => {
    const [, month, day] = addDays(today, days).split('-').map(Number);
    return left.replace(word, `${month}月${day}日${part}`);
  }, text);
  return { said, dated };
}

export interface Addressed {
  readonly text: string;
  readonly groups: readonly Group[];
  /** A group or branch that was named and is not known. */
  readonly unknown?: string;
}

const ADDRESSED = /^[@＠](\S+)\s*/;

/** 「照片发到群里」 is what an announcement says; whom it is for stands at its beginning. */
const TO = /^([只仅]?发[到往]|[只仅]发|[只仅]?限)/;

/**
 * `@党员群 @两新分会 明天停水`, `发到 居民群 明天停水`: for these groups; without a name, for all.
 */
export function readAddressed(
  plan: string,
  { records, place }: Pick<CommandContext, 'records' | 'place'>,
): Addressed {
  let left = plan.trim();
  if (TO.test(left)) {
    const said = takeAudience(left, groupHere(place), records);
    const { audience = {}, unknown } = said;
    const more = unknown === undefined ? {} : { unknown };
    return { text: said.left, groups: groupsFor(audience, records), ...more };
  }
  const chosen: Group[] = [];
  for (let word = ADDRESSED.exec(left); word !== null; word = ADDRESSED.exec(left)) {
    const name = word[1] ?? '';
    const meant = audienceCalled(name, records);
    if (meant === undefined) return { text: left, groups: [], unknown: name };
    chosen.push(...groupsFor(meant, records));
    left = left.slice(word[0].length);
  }
  const all = chosen.length > 0 ? [...new Set(chosen)] : groupsOf(records);
  return { text: left.trim(), groups: all };
}
