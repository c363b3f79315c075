import type { Records } from '../../../core/collection.ts';
import { lines, nameList, plain, series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { sayWhen } from '../../../core/when/index.ts';
import { type Activity, activities, minutes, type Signup, signups } from '../records.ts';
import { turnoutAt } from '../rules/attendance-table.ts';
import { titleOf } from '../rules/identifiers.ts';
import { namesOf, unitSignedUp } from '../rules/names.ts';
import { heads, inOrder, seatsLeft } from '../rules/seats.ts';
import { hasBegun, takesSignups, wasHeld } from '../rules/states.ts';
import { type ChangeLabel, changeLabels, signupTexts, stateName } from '../texts/sign-up.ts';

/** Changes of which it is said how many come. */
const COUNTED: readonly ChangeLabel[] = ['in', 'up', 'waiting', 'party', 'not-out', 'not-leave'];

/** Names in one line before `等 n 人`. */
const NAMES_SHOWN = 30;

export function whenText(activity: Activity, context: ViewContext): Text {
  return sayWhen({ start: activity.start, end: activity.end }, context);
}

export function headline(activity: Activity, context: ViewContext): Text {
  return signupTexts.headline(activity.number, titleOf(activity), whenText(activity, context));
}

/** The activity with its sign-ups: what its card shows where cards are edited, and `/活动 E7`. */
export function activityText(activity: Activity, context: ViewContext): Text {
  const list = context.records.where(signups, activity.id);
  return lines(
    headline(activity, context),
    activity.place !== undefined && signupTexts.place(activity.place),
    stateLine(activity, list, context),
    peopleText('in', inOrder(list, 'in'), context.records),
    peopleText('waiting', inOrder(list, 'waiting'), context.records),
    wayText(activity, list, context.records),
    wasHeld(activity) && signupTexts.seeTable(activity.number),
    takesSignups(activity) && joinText(activity, list, context),
  );
}

/** The next words to type; where more than one is open they have its number. */
function joinText(
  activity: Activity,
  list: readonly Signup[],
  { records, now }: ViewContext,
): Text {
  const others = records
    .all(activities)
    .filter((one) => takesSignups(one) && one.closes > now && one.id !== activity.id);
  return signupTexts.howToJoin(
    activity.number,
    others.length === 0 ? '+1' : `报名 E${activity.number}`,
    seatsLeft(activity, list) <= 0,
  );
}

function stateLine(activity: Activity, list: readonly Signup[], context: ViewContext): Text {
  if (takesSignups(activity)) return countText(activity, list);
  const from = activity.state === 'planned' ? activity.signupFrom : undefined;
  return from === undefined
    ? stateName[activity.state]
    : signupTexts.signupFrom(sayWhen({ start: from }, context));
}

/**
 * How far it has come, with the numbers of each step: `P3 → E7 报名 12 人 → 签到 20 人 → 小结 惠及 38 人次`.
 */
function wayText(activity: Activity, list: readonly Signup[], records: Records): Text | undefined {
  const { id, number, origin } = activity;
  const begun = hasBegun(activity);
  if (origin === undefined && !begun) return undefined;
  const kept = records.get(minutes, id);
  const isWritten = kept?.text !== undefined || kept?.served !== undefined;
  const steps = [
    origin === undefined ? undefined : plain(origin),
    begun && !takesSignups(activity)
      ? signupTexts.stepSignups(number, heads(inOrder(list, 'in')))
      : plain(`E${number}`),
    begun ? signupTexts.stepCheckin(turnoutAt(id, records).total) : undefined,
    begun && isWritten ? signupTexts.stepRecord(kept?.served) : undefined,
  ];
  return series(
    steps.filter((step) => step !== undefined),
    plain(' → '),
  );
}

/** The lists of an activity: who is in, who waits, who is on leave, what is free. */
export function rosterText(activity: Activity, context: ViewContext): Text {
  const list = context.records.where(signups, activity.id);
  const present = inOrder(list, 'in');
  const left = seatsLeft(activity, list);
  return lines(
    headline(activity, context),
    countText(activity, list),
    present.length === 0 ? signupTexts.nobodyYet : peopleText('in', present, context.records),
    peopleText('waiting', inOrder(list, 'waiting'), context.records),
    peopleText('leave', inOrder(list, 'leave'), context.records),
    Number.isFinite(left) && left > 0 && takesSignups(activity) && signupTexts.free(left),
    takesSignups(activity) && joinText(activity, list, context),
  );
}

/** One line in a list of activities. */
export function listLine(activity: Activity, context: ViewContext): Text {
  const list = context.records.where(signups, activity.id);
  const tally = takesSignups(activity) ? countText(activity, list) : stateName[activity.state];
  return series([headline(activity, context), tally], { zh: '，', en: ', ' });
}

/** What changed since the card was last sent: `E7 报名 张伟、李娟。共 12/30 人`. */
export function changesText(
  activity: Activity,
  changes: readonly string[],
  records: Records,
): Text {
  const list = records.where(signups, activity.id);
  const news = newsOf(changes);
  const labels = Object.keys(changeLabels) as ChangeLabel[];
  const parties = new Map(list.map(({ person, party }) => [person, party]));
  const parts = labels.flatMap((label) => {
    const people = [...news].flatMap(([person, its]) => (its === label ? [person] : []));
    if (people.length === 0) return [];
    const names = namesOf(records, people);
    const coming = names.map((name, index) => ({
      name,
      party: parties.get(people[index] ?? '') ?? 1,
      isUnit: unitSignedUp(records, people[index] ?? '') !== undefined,
    }));
    if (label === 'size') return coming.map(({ name, party }) => signupTexts.resized(name, party));
    const shown = COUNTED.includes(label)
      ? coming.map(({ name, party, isUnit }) => withParty(name, party, isUnit))
      : names;
    return [signupTexts.change(label, cutList(shown))];
  });
  return signupTexts.changed(
    activity.number,
    series(parts, { zh: '；', en: '; ' }),
    totalText(activity, list),
  );
}

/** Of several changes of one person the last; that they are in is news whatever their number. */
function newsOf(changes: readonly string[]): ReadonlyMap<string, string> {
  const news = new Map<string, string>();
  for (const change of changes) {
    const [, label = '', person = ''] = /^([^:]+):(.*)$/s.exec(change) ?? [];
    const isSize = label === 'party' || label === 'size';
    if (!isSize || news.get(person) !== 'in') news.set(person, label);
  }
  return news;
}

function countText(activity: Activity, list: readonly Signup[]): Text {
  return signupTexts.signedUp(
    heads(inOrder(list, 'in')),
    activity.capacity,
    heads(inOrder(list, 'waiting')),
  );
}

function peopleText(
  label: 'in' | 'waiting' | 'leave',
  list: readonly Signup[],
  records: Records,
): Text | undefined {
  if (list.length === 0) return undefined;
  const names = namesOf(
    records,
    list.map((signup) => signup.person),
  );
  const shown = names.map((name, index) => {
    const { party = 1, slot, person = '' } = list[index] ?? {};
    const isUnit = unitSignedUp(records, person) !== undefined;
    return `${withParty(name, party, isUnit)}${slot === undefined ? '' : `(${slot})`}`;
  });
  return signupTexts.people(label, cutList(shown));
}

/** `李娟(3人)`, with whom she brings; `恒威 5人`, which a unit sends. */
function withParty(name: string, party: number, isUnit: boolean): string {
  if (isUnit) return `${name} ${party}人`;
  return party > 1 ? `${name}(${party}人)` : name;
}

/** `共 12/30 人，候补 2 人`. */
export function totalText(activity: Activity, list: readonly Signup[]): Text {
  return signupTexts.total(
    heads(inOrder(list, 'in')),
    activity.capacity,
    heads(inOrder(list, 'waiting')),
  );
}

export function cutList(names: readonly string[]): Text {
  return nameList(names.map(plain), NAMES_SHOWN);
}
