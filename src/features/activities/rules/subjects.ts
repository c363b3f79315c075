import { fold } from '../../../core/line.ts';
import { mayActAs } from '../../../core/roles.ts';
import { DAY, dateOf } from '../../../core/time.ts';
import type { SpokenOf, Subject, SubjectContext } from '../../../core/wording.ts';
import { type Activity, activities, attendance, signups } from '../records/index.ts';
import { wasThere } from './attendance-table.ts';
import { concerns } from './audience.ts';
import { calledNames } from './called.ts';
import { nameOf } from './names.ts';
import { isThere } from './seats.ts';
import { awaitsRecord, isAhead, type STATES_OVER, tookCheckins, tookSignups } from './states.ts';

/** More of them at once are told apart by their numbers only. */
const MOST_OPEN = 50;
/** Whom one person put down, by name. */
const MOST_NAMED = 20;

/** What can be said of an activity now by this speaker: nothing where it is over. */
export function activitySubjects(
  context: SubjectContext,
  labelOf: (activity: Activity) => Subject['label'],
): readonly Subject[] {
  const { group, zone, records } = context;
  return aroundNow(context).flatMap((activity) => {
    const isHere = group === undefined || concerns(activity, group, records);
    const invites = isHere ? invitesOf(activity, context) : [];
    if (invites.length === 0) return [];
    return [
      {
        letter: 'e',
        number: activity.number,
        label: labelOf(activity),
        called: calledNames(activity),
        day: dateOf(activity.start, zone),
        invites,
        ...putDown(activity, context),
        place: activity.place === undefined ? undefined : fold(activity.place),
        awaits: awaitedOf(activity, context),
        word: activity.passcode === undefined ? undefined : fold(activity.passcode),
      },
    ];
  });
}

/** What liaisons do with an activity that is to come. */
const ORGANISING = ['reschedule', 'calloff', 'passcode'];

/** Those that are not over, or were a day ago: words may be entered late. */
function aroundNow({ records, now }: SubjectContext): readonly Activity[] {
  const around = (['planned', 'open', 'underway', 'held', 'archived'] as const).flatMap((state) => {
    const from = records.countBefore(activities, 'byState', state, now - DAY);
    return records.slice(activities, 'byState', state, from, from + MOST_OPEN);
  });
  return around.sort((a, b) => a.number - b.number);
}

/** What may be said of activities by anybody. */
export const activitiesSpokenOf: readonly SpokenOf[] = [
  {
    letter: 'e',
    isAny: ({ records, now }) =>
      (['planned', 'open', 'underway'] as const).some(
        (state) => records.count(activities, 'byState', state) > 0,
      ) ||
      isAnyOver('held', now - DAY, records) ||
      isAnyOver('archived', now, records),
    known: ({ records, now }) =>
      isAnyOver('archived', now, records)
        ? undefined
        : (piece) => records.count(activities, 'byPiece', piece) > 0,
  },
];

/** Whether check-in of one of them closes only after a moment. */
function isAnyOver(
  which: (typeof STATES_OVER)[number],
  moment: number,
  records: SubjectContext['records'],
): boolean {
  const before = records.countBefore(activities, 'byState', which, moment);
  return before < records.count(activities, 'byState', which);
}

/** Whom the speaker has put down: how many with themselves, and who else. */
function putDown(
  activity: Activity,
  { records, person }: SubjectContext,
): Pick<Subject, 'mine' | 'theirs'> {
  const mine = records.get(signups, `${activity.id}/${person.id}`);
  const others = records.slice(signups, 'forOthers', `${activity.id} ${person.id}`, 0, MOST_NAMED);
  return {
    mine: mine !== undefined && isThere(mine) ? mine.party : undefined,
    theirs: others.map((one) => nameOf(records, one.person)),
  };
}

function invitesOf(activity: Activity, context: SubjectContext): string[] {
  const { records, now, person } = context;
  const takesThem = tookSignups(activity, now);
  const mine = records.get(signups, `${activity.id}/${person.id}`);
  const isIn = takesThem && mine !== undefined && isThere(mine);
  const ofOthers = records.count(signups, 'forOthers', `${activity.id} ${person.id}`);
  const isListed = ['in', 'waiting'].some(
    (state) => records.count(signups, 'byState', `${activity.id} ${state}`) > 0,
  );
  const mayOthers = takesThem && (ofOthers > 0 || (isListed && mayActAs(person.role, 'liaison')));
  return [
    ...(takesThem ? ['signup'] : []),
    ...(isIn ? ['cancel', 'absent', 'resize'] : []),
    ...(mayOthers ? ['cancel-others'] : []),
    ...(isAhead(activity) ? ['activity', 'list'] : []),
    ...(isAhead(activity) && mayActAs(person.role, 'liaison') ? ORGANISING : []),
    ...attendanceInvites(activity, context),
  ];
}

function attendanceInvites(activity: Activity, context: SubjectContext): string[] {
  const { now, person, group } = context;
  const isOpen = tookCheckins(activity, now);
  const isLiaison = mayActAs(person.role, 'liaison');
  const entry = entryOf(activity, context);
  return [
    ...(isOpen ? ['checkin', 'attendance'] : []),
    ...(isOpen && (isLiaison || person.unit !== undefined) ? ['call'] : []),
    ...(isOpen && (isLiaison || group === undefined) ? ['missing'] : []),
    ...(isOpen && entry !== undefined && entry.left === undefined ? ['checkout'] : []),
    ...(awaitsRecord(activity) && isLiaison ? ['correct', 'record'] : []),
  ];
}

function entryOf(activity: Activity, { records, person }: SubjectContext) {
  const entry = records.get(attendance, `${activity.id}/${person.id}`);
  return entry !== undefined && wasThere(entry) ? entry : undefined;
}

function awaitedOf(activity: Activity, context: SubjectContext): readonly string[] {
  return [
    ...(isAwaited(activity, context) ? ['checkin'] : []),
    ...(activity.state === 'held' && mayActAs(context.person.role, 'liaison') ? ['record'] : []),
  ];
}

/** They have signed up and are not there yet. */
function isAwaited(activity: Activity, context: SubjectContext): boolean {
  const { records, now, person } = context;
  const signup = records.get(signups, `${activity.id}/${person.id}`);
  return (
    signup !== undefined &&
    isThere(signup) &&
    tookCheckins(activity, now) &&
    entryOf(activity, context) === undefined
  );
}
