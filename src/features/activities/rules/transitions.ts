import type { Activity, ActivityState } from '../records/index.ts';

/**
 * What happens in the life of an activity: `planned` → `open` (for sign-up) → `underway` (check-in
 * is open) → `held` → `archived`, or `cancelled`.
 */
export type ActivityEvent =
  | 'make'
  | 'enter'
  | 'strike'
  | 'open'
  | 'postpone'
  | 'begin'
  | 'end'
  | 'record'
  | 'complete'
  | 'reopen'
  | 'callOff'
  | 'reinstate'
  | 'reschedule'
  | 'moveBack'
  | 'takeBack'
  | 'correctClock';

/** Whoever lets it happen: a liaison with a command, a fixed day of the calendar, or the clock. */
type Cause = 'liaison' | 'calendar' | 'clock';

/** One row of the table: who causes an event, in which states it may happen, where it leads. */
interface Row {
  readonly by: readonly Cause[];
  readonly from: readonly ActivityState[];
  /** The next state; nothing where it stays as it is. */
  readonly to?: ActivityState | ((step: Step) => ActivityState);
}

interface Step {
  readonly before: ActivityState;
  /** The activity with all else that the event changes. */
  readonly after: Activity;
  readonly now: number;
}

const toCome = ['planned', 'open'] as const;
const ahead = [...toCome, 'underway'] as const;

/** The life of an activity. Commands, notices and due moments are allowed or refused by it. */
export const transitions: Readonly<Record<ActivityEvent, Row>> = {
  make: {
    by: ['liaison', 'calendar'],
    from: [],
    to: ({ after: { signupFrom } }) => (signupFrom === undefined ? 'open' : 'planned'),
  },
  // It is over, and is entered afterwards; and that was a mistake.
  enter: { by: ['liaison'], from: [], to: 'held' },
  strike: { by: ['liaison'], from: ['held', 'archived'], to: 'cancelled' },
  open: { by: ['calendar'], from: ['planned'], to: 'open' },
  // A fixed day was moved ahead, and its sign-up begins with a notice that is still to come.
  postpone: { by: ['calendar'], from: toCome, to: 'planned' },
  begin: { by: ['clock'], from: toCome, to: 'underway' },
  end: { by: ['clock'], from: ['underway'], to: 'held' },
  record: { by: ['liaison'], from: ['underway', 'held', 'archived'] },
  // Minutes that were complete before the end need no liaison any more.
  complete: { by: ['liaison', 'clock'], from: ['held'], to: 'archived' },
  reopen: { by: ['liaison'], from: ['archived'], to: 'held' },
  callOff: { by: ['liaison'], from: ahead, to: 'cancelled' },
  // The call-off is taken back. Sign-up that would have begun in the meantime has.
  reinstate: {
    by: ['liaison'],
    from: ['cancelled'],
    to: ({ after: { state, signupFrom }, now }) =>
      state === 'planned' && signupFrom !== undefined && signupFrom <= now ? 'open' : state,
  },
  // The day or the hours of check-in move. Check-in that is open already waits for the new time.
  reschedule: {
    by: ['liaison'],
    from: ahead,
    to: ({ before, after, now }) => (before === 'underway' && after.opens > now ? 'open' : before),
  },
  moveBack: { by: ['liaison'], from: ahead, to: ({ after }) => after.state },
  // It was only just made, and nobody has gone on with it.
  takeBack: { by: ['liaison'], from: toCome, to: 'cancelled' },
  // A clock that stood ahead has opened or closed check-in before its time.
  correctClock: { by: ['clock'], from: ['underway', 'held'], to: stateByClock },
};

function stateByClock({ before, after, now }: Step): ActivityState {
  const { opens, closes, signupFrom = now } = after;
  if (now >= closes) return before;
  if (now >= opens) return 'underway';
  return signupFrom > now ? 'planned' : 'open';
}

export function allows(event: ActivityEvent, { state }: Pick<Activity, 'state'>): boolean {
  return transitions[event].from.includes(state);
}

/** An activity whose state only its first event decides. */
export type Draft = Omit<Activity, 'state'>;

/**
 * An activity after an event. Nothing else writes a state. `after` is the activity with all else
 * that the event changes; where something is taken back, the activity as it was before.
 * @throws Error when the table has no such row; commands ask `allows` before.
 */
export function transition(
  activity: Activity | undefined,
  event: ActivityEvent,
  now: number,
  after: Draft | undefined = activity,
): Activity {
  const { from, to } = transitions[event];
  const isAllowed = activity === undefined ? from.length === 0 : from.includes(activity.state);
  if (!isAllowed || after === undefined)
    throw new Error(
      `${event} cannot happen to an activity that is ${activity?.state ?? 'not there'}`,
    );
  const before = activity?.state ?? 'planned';
  const next =
    typeof to === 'function' ? to({ before, after: { state: before, ...after }, now }) : to;
  return { ...after, state: next ?? before };
}
