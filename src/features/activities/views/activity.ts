import type { Records } from '../../../core/collection.ts';
import { lines, plain, series, type Text } from '../../../core/text.ts';
import { addDays, dateOf } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { sayWhen, shortDate } from '../../../core/when/index.ts';
import { requestsOf } from '../../requests/index.ts';
import { type Activity, activities, minutes, type Signup } from '../records/index.ts';
import { turnoutAt } from '../rules/attendance-table.ts';
import { titleOf } from '../rules/identifiers.ts';
import { namesOf, unitSignedUp } from '../rules/names.ts';
import { countOf, headsOf, inOrder, seatsLeft, signupOf } from '../rules/seats.ts';
import { hasBegun, hasClosed, isOver, takesSignups } from '../rules/states.ts';
import { type ChangeLabel, changeLabels, signupTexts, stateName } from '../texts/sign-up.ts';
import { taskTexts } from '../texts/tasks.ts';
import { freePost, placeLine, postsText } from './details.ts';
import { cutList, NAMES_SHOWN, withParty } from './names.ts';

/** Changes of which it is said how many come. */
const COUNTED: readonly ChangeLabel[] = ['in', 'up', 'waiting', 'party', 'not-out', 'not-leave'];

export function whenText({ start, end, late }: Activity, context: ViewContext): Text {
  if (late === undefined) return sayWhen({ start, end }, context);
  const isThisYear = dateOf(start, context.zone) > addDays(dateOf(context.now, context.zone), -300);
  const day = isThisYear
    ? shortDate(start, context.zone)
    : sayWhen({ start, dateOnly: true }, context);
  return taskTexts.enteredLate(late === 'day' ? day : sayWhen({ start, end }, context));
}

export function headline(activity: Activity, context: ViewContext): Text {
  return signupTexts.headline(activity.number, titleOf(activity), whenText(activity, context));
}

/** The activity with its sign-ups: what its card shows where cards are edited, and `/活动 E7`. */
export function activityText(activity: Activity, context: ViewContext): Text {
  const { records } = context;
  return lines(
    headline(activity, context),
    placeLine(activity),
    activity.about !== undefined && plain(activity.about),
    stateLine(activity, context),
    activity.posts === undefined
      ? peopleText('in', activity, records)
      : postsText(activity, activity.posts, records),
    peopleText('waiting', activity, records),
    wayText(activity, records),
    isOver(activity) && signupTexts.seeTable(activity.number),
    takesSignups(activity) && joinText(activity, context),
  );
}

/** The next words to type; where more than one is open they have its number. */
function joinText(activity: Activity, { records, now }: ViewContext): Text {
  if (hasClosed(activity, now)) return taskTexts.howToLeave(activity.number);
  const isAlone = (['open', 'underway'] as const).every((state) => {
    const first = records.countBefore(activities, 'byState', state, now + 1);
    const some = records.slice(activities, 'byState', state, first, first + 2);
    return some.every(({ id }) => id === activity.id);
  });
  return signupTexts.howToJoin(
    activity.number,
    [isAlone ? '+1' : `报名 E${activity.number}`, freePost(activity, records)]
      .filter(Boolean)
      .join(' '),
    seatsLeft(activity, records) <= 0,
  );
}

function stateLine(activity: Activity, context: ViewContext): Text {
  if (takesSignups(activity)) {
    const { signupUntil } = activity;
    const count = countText(activity, context.records);
    if (signupUntil === undefined) return count;
    const until = taskTexts.until(
      sayWhen({ start: signupUntil }, context),
      hasClosed(activity, context.now),
    );
    return series([count, until], { zh: '，', en: '; ' });
  }
  const from = activity.state === 'planned' ? activity.signupFrom : undefined;
  return from === undefined
    ? stateName[activity.state]
    : signupTexts.signupFrom(sayWhen({ start: from }, context));
}

/**
 * How far it has come, with the numbers of each step: `P3 → E7 报名 12 人 → 办 #1 → 签到 20 人 → 小结 惠及 38 人次`.
 */
function wayText(activity: Activity, records: Records): Text | undefined {
  const { id, number, origin } = activity;
  const begun = hasBegun(activity);
  const does = requestsOf(activity, records).map((one) => one.number);
  if (origin === undefined && !begun && does.length === 0) return undefined;
  const kept = records.get(minutes, id);
  const isWritten = kept?.text !== undefined || kept?.served !== undefined;
  const steps = [
    origin === undefined ? undefined : plain(origin),
    begun && !takesSignups(activity)
      ? signupTexts.stepSignups(number, headsOf(activity, 'in', records))
      : plain(`E${number}`),
    does.length > 0 ? taskTexts.stepRequests(does) : undefined,
    begun ? signupTexts.stepCheckin(turnoutAt(id, records).total) : undefined,
    begun && isWritten ? signupTexts.stepRecord(kept?.served) : undefined,
  ];
  return series(
    steps.filter((step) => step !== undefined),
    plain(' → '),
  );
}

/**
 * The lists of an activity: who is in, who waits, who is on leave, what is free; `whole`: every name.
 */
export function rosterText(activity: Activity, context: ViewContext, whole: boolean): Text {
  const { records } = context;
  const left = seatsLeft(activity, records);
  return lines(
    headline(activity, context),
    countText(activity, records),
    peopleText('in', activity, records, whole) ?? signupTexts.nobodyYet,
    peopleText('waiting', activity, records, whole),
    peopleText('leave', activity, records, whole),
    Number.isFinite(left) && left > 0 && takesSignups(activity) && signupTexts.free(left),
    takesSignups(activity) && joinText(activity, context),
  );
}

/** One line in a list of activities. */
export function listLine(activity: Activity, context: ViewContext): Text {
  const tally = takesSignups(activity)
    ? countText(activity, context.records)
    : stateName[activity.state];
  return series([headline(activity, context), tally], { zh: '，', en: ', ' });
}

/** What changed since the card was last sent: `E7 报名 张伟、李娟。共 12/30 人`. */
export function changesText(
  activity: Activity,
  changes: readonly string[],
  records: Records,
): Text {
  const news = newsOf(changes);
  const labels = Object.keys(changeLabels) as ChangeLabel[];
  const parts = labels.flatMap((label) => {
    const people = [...news].flatMap(([person, its]) => (its === label ? [person] : []));
    if (people.length === 0) return [];
    const names = namesOf(records, people);
    const partyOf = (person = '') => signupOf(activity, person, records)?.party ?? 1;
    const isUnit = (person = '') => unitSignedUp(records, person) !== undefined;
    const withTask = (name: string, person: string) => {
      const slot = signupOf(activity, person, records)?.slot;
      const isTask = activity.posts?.some((post) => post.name === slot) === true;
      const party = withParty(name, partyOf(person), isUnit(person));
      return isTask ? `${party}(${slot})` : party;
    };
    if (label === 'size')
      return names.map((name, index) => signupTexts.resized(name, partyOf(people[index])));
    const shown = COUNTED.includes(label)
      ? names.map((name, index) => withTask(name, people[index] ?? ''))
      : names;
    return [signupTexts.change(label, cutList(shown))];
  });
  return signupTexts.changed(
    activity.number,
    series(parts, { zh: '；', en: '; ' }),
    totalText(activity, records),
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

function countText(activity: Activity, records: Records): Text {
  return signupTexts.signedUp(...totals(activity, records));
}

function totals(activity: Activity, records: Records) {
  return [
    headsOf(activity, 'in', records),
    activity.capacity,
    headsOf(activity, 'waiting', records),
  ] as const;
}

/** The first of them by name, and how many there are. */
function peopleText(
  state: Extract<Signup['state'], 'in' | 'waiting' | 'leave'>,
  activity: Activity,
  records: Records,
  whole = false,
): Text | undefined {
  const first = inOrder(activity, state, records, whole ? undefined : NAMES_SHOWN);
  if (first.length === 0) return undefined;
  const names = namesOf(
    records,
    first.map((signup) => signup.person),
    (person) => signupOf(activity, person, records)?.state === state,
  );
  const shown = names.map((name, index) => {
    const { party = 1, slot, person = '' } = first[index] ?? {};
    const isUnit = unitSignedUp(records, person) !== undefined;
    return `${withParty(name, party, isUnit)}${slot === undefined ? '' : `(${slot})`}`;
  });
  return signupTexts.people(
    state,
    whole ? series(shown.map(plain)) : cutList(shown, countOf(activity, state, records)),
  );
}

/** `共 12/30 人，候补 2 人`. */
export function totalText(activity: Activity, records: Records): Text {
  return signupTexts.total(...totals(activity, records));
}
