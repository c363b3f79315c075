import { put, type Remember } from '../../../core/collection.ts';
import { DAY, HOUR } from '../../../core/time.ts';
import { type PromptKind, type Request, requests } from '../records/index.ts';

/** Who asked has so long to check what was finished, before a liaison may do it. */
const SILENCE = 3 * DAY;

/** Between two steps about one request lies at least this, also after a downtime. */
const PAUSE = 12 * HOUR;
/** Without a promised time one is asked for after this. */
const UNPROMISED = 3 * DAY;

type Step = { readonly what: PromptKind | 'lapse' | 'resume'; readonly at: number };

/**
 * What is to be done next about a request that nobody moves, and when. Each prompt is taken once,
 * then the next one is due, up to somebody who answers for it; what was claimed and never done is
 * released in the end.
 */
export function nextStep(request: Request): Step | undefined {
  if (request.kind === 'voice') return undefined;
  if (request.state === 'held')
    return request.until === undefined ? undefined : { what: 'resume', at: request.until };
  const { prompted } = request;
  const steps = ladder(request);
  const taken = prompted === undefined ? -1 : steps.findIndex(({ what }) => what === prompted.kind);
  const next = steps[taken + 1];
  return (
    next && {
      what: next.what,
      at: Math.max(next.at, prompted === undefined ? 0 : prompted.at + PAUSE),
    }
  );
}

/**
 * A clock ahead has taken a step before its time: the next one waits from now on, not from a moment
 * that has not been.
 */
export function promptedBy(request: Request, now: number): readonly Remember[] {
  const { prompted } = request;
  if (prompted === undefined || prompted.at <= now) return [];
  return [put(requests, { ...request, prompted: { ...prompted, at: now } })];
}

/** The owner of an offer is asked again, then the convenor hears of it. */
const UNANSWERED: readonly ((since: number) => Step)[] = [
  (since) => ({ what: 'overdue', at: since + DAY }),
  (since) => ({ what: 'convenor', at: since + 3 * DAY }),
];

function ladder(request: Request): readonly Step[] {
  const { state, since, use } = request;
  switch (state) {
    case 'open':
      if (use !== undefined) return use.isWaiting ? [] : UNANSWERED.map((one) => one(since));
      return [{ what: 'convenor', at: since + 7 * DAY }];
    case 'awaiting':
      return [
        { what: 'liaison', at: since + SILENCE },
        { what: 'convenor', at: since + SILENCE + 4 * DAY },
      ];
    case 'claimed':
    case 'underway':
      return inHand(request);
    default:
      return [];
  }
}

function inHand({ since, promised, claimants }: Request): readonly Step[] {
  // Whoever runs an activity is reminded of it, and asked for its record, by the activity.
  const isActivity = claimants.length > 0 && claimants.every(({ activity }) => activity);
  const due = (promised?.by ?? since + UNPROMISED) + (isActivity ? DAY : 0);
  // The day before; a promised day begins at midnight, and one is reminded at ten in the morning.
  const before = promised && promised.start - (promised.dateOnly ? 14 * HOUR : DAY);
  const ahead: Step[] =
    !isActivity && before !== undefined && before > since ? [{ what: 'ahead', at: before }] : [];
  // Whoever says how it goes is given time before others are asked.
  return [
    ...ahead,
    ...(isActivity ? [] : [{ what: 'overdue' as const, at: Math.max(due, since) + HOUR }]),
    { what: 'liaison', at: Math.max(due, since) + DAY },
    { what: 'convenor', at: Math.max(due, since) + 2 * DAY },
    { what: 'lapse', at: Math.max(due, since) + 3 * DAY },
  ];
}

/** Whether a liaison may check what was finished, because who asked has been silent. */
export function isSilent({ state, since }: Request, now: number): boolean {
  return state === 'awaiting' && now - since >= SILENCE;
}
