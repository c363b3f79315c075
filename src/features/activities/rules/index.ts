import { put, type Records, type Remember } from '../../../core/collection.ts';
import type { DecisionContext } from '../../../core/command.ts';
import { HOUR, MINUTE } from '../../../core/time.ts';
import { groupsOf, nextNumber } from '../../../identity/alliance/index.ts';
import { convenorsOf } from '../../../identity/people/index.ts';
import { type Activity, activities, type Signup } from '../records.ts';

/** Words for the board: two characters that are easy to say, to hear and to type. */
const PASSCODES = [
  '槐花',
  '银杏',
  '桂花',
  '海棠',
  '玉兰',
  '石榴',
  '芙蓉',
  '茉莉',
  '牡丹',
  '翠竹',
  '青松',
  '红枫',
  '白鹤',
  '喜鹊',
  '燕子',
  '蜜蜂',
  '清泉',
  '春雨',
  '朝阳',
  '彩虹',
  '满月',
  '星光',
  '梅花',
  '荷叶',
] as const;

/** A word that none of the last activities had, nor any that is still ahead. */
export function newPasscode(records: Records, random: (below: number) => number): string {
  const all = records.all(activities);
  const used = new Set(
    [...all.slice(-8), ...all.filter(isAhead)].map((activity) => activity.passcode),
  );
  const free = PASSCODES.filter((word) => !used.has(word));
  const words = free.length > 0 ? free : PASSCODES;
  return words[random(words.length)] ?? PASSCODES[0];
}

/**
 * A new activity, open for sign-up unless it says otherwise, with a check-in word of its own and
 * the next number.
 */
export function newActivity(
  parts: Pick<Activity, 'kind' | 'title' | 'start' | 'end'> &
    Partial<Omit<Activity, 'id' | 'number' | 'passcode'>>,
  context: DecisionContext,
): { activity: Activity; remember: readonly Remember[] } {
  const { number, remember } = nextNumber(context.records, 'activity');
  const activity: Activity = {
    groups: [],
    announced: false,
    state: 'open',
    ...checkinWindow(parts.start, parts.end),
    ...parts,
    id: context.newId(),
    number,
    passcode: newPasscode(context.records, context.randomBelow),
  };
  return { activity, remember: [remember, put(activities, activity)] };
}

export function activityNumbered(records: Records, number: number): Activity | undefined {
  return records.where(activities, String(number))[0];
}

/** The activity's id in that of somebody's part in it, `<activity>/<person>`. */
export function activityIn(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/**
 * Check-in opens an hour before the start and closes half an hour after the end, unless somebody
 * says otherwise.
 */
function checkinWindow(start: number, end: number): Pick<Activity, 'opens' | 'closes'> {
  return { opens: start - HOUR, closes: end + 30 * MINUTE };
}

/** `服务日`, and `服务日·义诊` once it is settled what is done on that day. */
export function titleOf({ title, theme }: Activity): string {
  return theme === undefined ? title : `${title}·${theme}`;
}

/** Sign-up goes on while people are arriving. */
export function takesSignups(activity: Activity): boolean {
  return activity.state === 'open' || activity.state === 'underway';
}

/** Words that come late count as when they were said, though it has been held since. */
export function tookSignups(activity: Activity, at: number): boolean {
  return takesSignups(activity) || (wasHeld(activity) && at < activity.closes);
}

/** Whether check-in is open, or was when it was said. */
export function tookCheckins(activity: Activity, at: number): boolean {
  return (
    activity.state === 'underway' ||
    (wasHeld(activity) && at >= activity.opens && at < activity.closes)
  );
}

export function wasHeld({ state }: Activity): boolean {
  return state === 'held' || state === 'archived';
}

export function isAhead(activity: Activity): boolean {
  return activity.state === 'planned' || takesSignups(activity);
}

/** Check-in has not opened yet, and it was not called off. */
export function isToCome({ state }: Activity): boolean {
  return state === 'planned' || state === 'open';
}

/**
 * An activity that was called off, held after all, as it was `before`; undefined when it would be
 * over. Sign-up that would have begun in the meantime has.
 */
export function onAgain(before: Activity, now: number): Activity | undefined {
  if (before.closes <= now) return undefined;
  const begun =
    before.state === 'planned' && before.signupFrom !== undefined && before.signupFrom <= now;
  return begun ? { ...before, state: 'open' } : before;
}

/** Whether an activity concerns a group. */
export function concerns(activity: Activity, group: string): boolean {
  return activity.groups.length === 0 || activity.groups.includes(group);
}

/** People who come, in order: those they bring are counted. */
export function heads(signups: readonly Signup[]): number {
  return signups.reduce((sum, signup) => sum + signup.party, 0);
}

export function inOrder(signups: readonly Signup[], state: Signup['state']): readonly Signup[] {
  return signups.filter((signup) => signup.state === state).sort((a, b) => a.order - b.order);
}

export function seatsLeft(activity: Activity, signups: readonly Signup[]): number {
  if (activity.capacity === undefined) return Number.POSITIVE_INFINITY;
  return activity.capacity - heads(inOrder(signups, 'in'));
}

/**
 * The seat of a new or returning sign-up: in when nobody waits and there is room for the whole
 * party, else waiting.
 */
export function seatFor(
  activity: Activity,
  signups: readonly Signup[],
  party: number,
): 'in' | 'waiting' {
  const free = inOrder(signups, 'waiting').length === 0 && party <= seatsLeft(activity, signups);
  return free ? 'in' : 'waiting';
}

/**
 * Who moves up, strictly in order: a party that does not fit keeps its turn and those behind it
 * wait.
 */
export function movedUp(activity: Activity, signups: readonly Signup[]): readonly Signup[] {
  const moved: Signup[] = [];
  let left = seatsLeft(activity, signups);
  for (const signup of inOrder(signups, 'waiting')) {
    if (signup.party > left) break;
    left -= signup.party;
    moved.push({ ...signup, state: 'in' });
  }
  return moved;
}

/** Somebody who has a seat or waits for one. */
export function isThere({ state }: Pick<Signup, 'state'>): boolean {
  return state === 'in' || state === 'waiting';
}

/** A sign-up as it is, and as it was before somebody changed it; nothing where there was none. */
interface Changed {
  readonly now: Signup | undefined;
  readonly before: Signup | undefined;
}

/**
 * A list with sign-ups as they were before. `all` are those that the change moved, who moved up by
 * it among them.
 * @returns undefined where what was given up since that moment is somebody else's: there is no room
 * for those who had a seat, or a turn in the queue would go before people who have moved up by it
 * or come since.
 */
export function givenBack(
  activity: Activity,
  list: readonly Signup[],
  mine: readonly { readonly now: Signup; readonly before: Signup | undefined }[],
  all: readonly Changed[],
  since: number,
): readonly Signup[] | undefined {
  const ids = new Set(mine.map(({ now }) => now.id));
  const others = list.filter((signup) => !ids.has(signup.id));
  const after = [...others, ...mine.flatMap(({ before }) => before ?? [])];
  const takesMore = seatsLeft(activity, after) < seatsLeft(activity, list);
  if (takesMore && seatsLeft(activity, after) < 0) return undefined;
  const turns = mine.flatMap(({ now, before }) =>
    before?.state === 'waiting' && now.state !== 'waiting' ? [before.order] : [],
  );
  const first = Math.min(...turns);
  const movedUpByIt = all.some(
    ({ now, before }) => before?.state === 'waiting' && now?.state === 'in' && !ids.has(now.id),
  );
  const cameSince = others.some(
    ({ state, order, at }) => state === 'waiting' && order > first && at > since,
  );
  return turns.length > 0 && (movedUpByIt || cameSince) ? undefined : after;
}

/** A list with one sign-up put into it, replacing the person's earlier one. */
export function withSignup(signups: readonly Signup[], changed: Signup): readonly Signup[] {
  return [...signups.filter((signup) => signup.id !== changed.id), changed];
}

export function nextOrder(signups: readonly Signup[]): number {
  return signups.reduce((highest, signup) => Math.max(highest, signup.order), 0) + 1;
}

/**
 * What somebody has planned for the very time of a fixed day: it is what is done on it, and those
 * who signed up stay.
 */
export function plannedFor(
  start: number,
  groups: readonly string[],
  records: Records,
): Activity | undefined {
  const isFor = (one: Activity) => one.groups.join() === groups.join();
  return records
    .all(activities)
    .find(
      (one) => one.start === start && isToCome(one) && one.occurrence === undefined && isFor(one),
    );
}

/** The groups that an activity is for. */
export function groupsOfActivity(activity: Activity, records: Records): readonly string[] {
  return activity.groups.length > 0 ? activity.groups : groupsOf(records).map((group) => group.id);
}

/** Who runs it on the spot: who made it, else the convenors. */
export function organisersOf(activity: Activity, records: Records): readonly string[] {
  if (activity.by !== undefined) return [activity.by];
  return convenorsOf(records).map((person) => person.id);
}

/**
 * What counts of two sign-ups, the last most; between being in and being on leave the later word
 * counts.
 */
const STANDS: readonly Signup['state'][] = ['withdrawn', 'leave', 'waiting', 'in'];

/** The one sign-up of somebody who turned out to have made two. Nobody takes two seats. */
export function oneSignup(kept: Signup, gone: Signup): Signup {
  const [earlier, later] = kept.at <= gone.at ? [kept, gone] : [gone, kept];
  const onLeave = earlier.state === 'leave' || later.state === 'leave';
  const withdrawn = earlier.state === 'withdrawn' || later.state === 'withdrawn';
  const stronger = STANDS.indexOf(kept.state) >= STANDS.indexOf(gone.state) ? kept : gone;
  const { state } = onLeave && !withdrawn ? later : stronger;
  const there = [kept, gone].filter((one) => one.state === 'in' || one.state === 'waiting');
  return {
    ...kept,
    state,
    party: Math.max(...(there.length > 0 ? there : [kept]).map((one) => one.party)),
    order: Math.min(kept.order, gone.order),
    at: later.at,
    message: later.message,
  };
}
