import { put, type Records, type Remember, remove } from '../../../core/collection.ts';
import type { Speaker } from '../../../core/command.ts';
import { hmac } from '../../../core/hmac.ts';
import { mayActAs } from '../../../core/roles.ts';
import { liaisonsOf, people, unitOfPerson } from '../../../identity/people/index.ts';
import { type Ballot, ballots, optionsIn, type Poll, pollKeys, polls } from '../records.ts';

/** The options that a ballot is for, by their place. */
export function choicesOf(ballot: Ballot, records: Records): readonly number[] {
  return optionsIn(ballot.marks ^ xorMaskOf(ballot, records));
}

/** The marks of a ballot for these options; masked where the poll is secret. */
export function marksFor(
  choices: readonly number[],
  ballot: Omit<Ballot, 'marks'>,
  records: Records,
): number {
  return choices.reduce((marks, option) => marks | (1 << option), 0) ^ xorMaskOf(ballot, records);
}

/** The mask differs for each change of a vote, so that two ballots do not reveal a difference. */
function xorMaskOf(
  { poll, voter, at }: Pick<Ballot, 'poll' | 'voter' | 'at'>,
  records: Records,
): number {
  const key = records.get(pollKeys, poll)?.key;
  return key === undefined ? 0 : hmac(key, `${voter}/${at}`);
}

/** Whose vote somebody casts: their own, or that of the unit they are liaison of. */
export function voterFor(poll: Poll, person: Speaker): string | 'members only' | 'liaisons only' {
  if (poll.per === 'unit')
    return person.unit !== undefined && mayActAs(person.role, 'liaison')
      ? person.unit
      : 'liaisons only';
  return poll.membersOnly && !mayActAs(person.role, 'member') ? 'members only' : person.id;
}

/** Those who are asked for their vote and have not given it: members, or the liaisons of units. */
export function missingVoters(poll: Poll, records: Records): readonly string[] {
  const voted = new Set(records.where(ballots, poll.id).map((ballot) => ballot.voter));
  if (poll.per === 'unit')
    return liaisonsOf(records).flatMap(({ id, unit }) =>
      unit !== undefined && !voted.has(unit) ? [id] : [],
    );
  const members = records.slice(people, 'byRight', 'member');
  return members.flatMap(({ id }) => (voted.has(id) ? [] : [id]));
}

/** How many votes are still to come from them: a unit with two liaisons has one. */
export function votesOf(poll: Poll, voters: readonly string[], records: Records): number {
  return poll.per === 'person'
    ? voters.length
    : new Set(voters.map((id) => unitOfPerson(records, id))).size;
}

/** Nothing of a secret poll's ballots is kept once it is over. */
export function forgotten(poll: Poll, records: Records): readonly Remember[] {
  if (!poll.secret) return [];
  return [
    remove(pollKeys, poll.id),
    ...records.where(ballots, poll.id).map((ballot) => remove(ballots, ballot.id)),
  ];
}

/**
 * The votes of two people who turn out to be one: in an open poll the later of them stays. What a
 * closed poll counted stays as it was.
 */
export function mergedVotes(from: string, to: string, records: Records): readonly Remember[] {
  const open = records.slice(polls, 'byState', 'open').filter(({ per }) => per === 'person');
  return open.flatMap((poll) => {
    const gone = records.get(ballots, `${poll.id}/${from}`);
    if (gone === undefined) return [];
    const kept = records.get(ballots, `${poll.id}/${to}`);
    if (kept !== undefined && kept.at >= gone.at) return [remove(ballots, gone.id)];
    const { marks: _, ...ballot } = { ...gone, id: `${poll.id}/${to}`, voter: to };
    // The mask of a secret ballot depends on its voter.
    const marks = marksFor(choicesOf(gone, records), ballot, records);
    return [remove(ballots, gone.id), put(ballots, { ...ballot, marks })];
  });
}
