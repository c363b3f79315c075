import { partyId } from '../../../identity/people/index.ts';
import type { Claim, Project, ProjectEntry, ProjectEvent, ProjectState } from '../records.ts';

/** In which states an event may happen, to which state it leads, and what else it changes. */
interface Transition {
  readonly from: readonly ProjectState[];
  readonly to?: ProjectState | ((claims: readonly Claim[], before: ProjectState) => ProjectState);
  readonly change?: (now: Project, entry: ProjectEntry) => Partial<Project>;
}

const taken = ['claimed', 'running'] as const;

/** The life of a project: proposed → chosen → claimed → running → done. */
const transitions: Readonly<Record<ProjectEvent, Transition>> = {
  propose: { from: [] },
  add: { from: [] },
  second: {
    from: ['proposed'],
    change: ({ seconds }, { by }) => ({ seconds: by === undefined ? seconds : [...seconds, by] }),
  },
  choose: { from: ['proposed', 'refused'], to: 'chosen', change: () => ({ reason: undefined }) },
  refuse: {
    from: ['proposed', 'chosen'],
    to: 'refused',
    change: (_, { note }) => ({ reason: note }),
  },
  claim: {
    from: ['chosen', ...taken],
    to: (_, before) => (before === 'running' ? 'running' : 'claimed'),
    change: ({ claims }, { claim }) => ({ claims: claim ? withClaim(claims, claim) : claims }),
  },
  release: {
    from: taken,
    to: (left, before) => (left.length > 0 ? before : 'chosen'),
    change: ({ claims }, { claim }) => ({
      claims: claims.filter((one) => claim === undefined || partyId(one) !== partyId(claim)),
    }),
  },
  progress: { from: taken, to: 'running' },
  visit: { from: taken, to: 'running' },
  count: {
    from: ['chosen', ...taken],
    to: (left, before) => (left.length > 0 ? 'running' : before),
  },
  uncount: { from: ['chosen', ...taken, 'done'] },
  change: { from: ['proposed', 'chosen', ...taken] },
  finish: { from: taken, to: 'done', change: () => ({ asks: undefined }) },
  stop: {
    from: ['chosen', ...taken],
    to: 'stopped',
    change: (_, { note }) => ({ reason: note, asks: undefined }),
  },
};

export function allows(event: ProjectEvent, { state }: Pick<Project, 'state'>): boolean {
  return transitions[event].from.includes(state);
}

/** One claim for each party: what it says again takes the place of what it said before. */
function withClaim(claims: readonly Claim[], claim: Claim): Claim[] {
  const others = claims.filter((one) => partyId(one) !== partyId(claim));
  return [...others, claim];
}

/**
 * Where a project stands after one more entry.
 * @throws Error when the table has no such transition; commands ask `allows` before.
 */
export function projectAfter(before: Project, entry: ProjectEntry): Project {
  const { from, to, change } = transitions[entry.event];
  if (!from.includes(before.state))
    throw new Error(`${entry.event} cannot happen to a project that is ${before.state}`);
  const changed = { ...before, ...change?.(before, entry) };
  const next = typeof to === 'function' ? to(changed.claims, before.state) : to;
  const state = next ?? before.state;
  return { ...changed, state, since: state === before.state ? before.since : entry.at };
}
