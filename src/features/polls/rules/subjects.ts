import { fold } from '../../../core/line.ts';
import { mayActAs, type Role } from '../../../core/roles.ts';
import { DAY } from '../../../core/time.ts';
import type { SpokenOf, Subject, SubjectContext } from '../../../core/wording.ts';
import { ballots, type Poll, polls } from '../records.ts';
import { voterFor } from './ballots.ts';
import { asksGroup, tookVotes } from './life.ts';

/** More of them at once are told apart by their numbers only. */
const MOST_OPEN = 50;

/** What can be said of a poll now by this speaker: nothing where it is over, or asked elsewhere. */
export function pollSubjects(
  context: SubjectContext,
  labelOf: (poll: Poll) => Subject['label'],
): readonly Subject[] {
  const { records, now, group } = context;
  const around = votedNow(records, now).filter(
    (poll) => group === undefined || asksGroup(poll, group, records),
  );
  const isAnyOpen = around.some((poll) => tookVotes(poll, now));
  return around.flatMap((poll) =>
    tookVotes(poll, now)
      ? [open(poll, labelOf(poll), context)]
      : over(poll, labelOf(poll), isAnyOpen, context),
  );
}

function open(poll: Poll, label: Subject['label'], { records, person }: SubjectContext): Subject {
  const mayEnd = poll.by === person.id || mayActAs(person.role, 'liaison');
  const hasVoted = records.get(ballots, `${poll.id}/${voterFor(poll, person)}`) !== undefined;
  return {
    letter: 'p',
    number: poll.number,
    label,
    called: [fold(poll.question)],
    invites: [
      'vote',
      'poll',
      ...(hasVoted ? ['unvote'] : []),
      ...(mayEnd ? ['close', 'cancelpoll'] : []),
    ],
    options: poll.options.map(fold),
    most: poll.most,
  };
}

function over(
  poll: Poll,
  label: Subject['label'],
  isAnyOpen: boolean,
  { now, person }: SubjectContext,
): readonly Subject[] {
  return [
    ...(isUndecided(poll, now, person.role) ? [decided(poll, label)] : []),
    ...(isAnyOpen || now - poll.deadline > DAY ? [] : [late(poll, label)]),
  ];
}

/** So long after it was closed its outcome is still to be settled. */
const TO_SETTLE = 14 * DAY;

/** It is over, and nothing has been made of it. */
function isUndecided(poll: Poll, now: number, role: Role): boolean {
  const isOver = poll.state === 'closed' && poll.activity === undefined;
  return isOver && mayActAs(role, 'liaison') && now - poll.deadline < TO_SETTLE;
}

/** What a liaison may make of it: one of its options, by its place in what it is called. */
function decided(poll: Poll, label: Subject['label']): Subject {
  return {
    letter: 'outcome',
    number: poll.number,
    label,
    called: poll.options.map(fold),
    invites: ['adopt'],
  };
}

/** What may be said of polls by anybody. */
export const pollsSpokenOf: readonly SpokenOf[] = [
  {
    letter: 'p',
    isAny: ({ records, now }) =>
      records.count(polls, 'byState', 'open') > 0 || isAnyAfter(now - DAY, records),
    known: ({ records, now }) =>
      isAnyAfter(now - DAY, records)
        ? undefined
        : (piece) => records.count(polls, 'byPiece', piece) > 0,
  },
  {
    letter: 'outcome',
    isAny: ({ records, now }) => isAnyAfter(now - TO_SETTLE, records),
  },
];

function isAnyAfter(since: number, records: SubjectContext['records']): boolean {
  const before = records.countBefore(polls, 'byState', 'closed', since);
  return before < records.count(polls, 'byState', 'closed');
}

/** Whoever still votes in it is told that it is over. */
function late(poll: Poll, label: Subject['label']): Subject {
  return {
    letter: 'p',
    number: poll.number,
    label,
    called: [fold(poll.question)],
    invites: ['vote-late'],
    options: poll.options.map(fold),
    most: poll.most,
  };
}

/** Those that are open, and those that have ended of late: their outcome is settled. */
function votedNow(records: SubjectContext['records'], now: number): readonly Poll[] {
  const from = records.countBefore(polls, 'byState', 'closed', now - TO_SETTLE);
  return [
    ...records.slice(polls, 'byState', 'open', 0, MOST_OPEN),
    ...records.slice(polls, 'byState', 'closed', from, from + MOST_OPEN),
  ].sort((a, b) => a.number - b.number);
}
