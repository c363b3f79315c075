import type { Feature } from '../core/feature.ts';
import { type Question, questionId, questions } from '../core/questions.ts';
import { addressKey } from '../core/records.ts';
import { dateOf } from '../core/time.ts';
import { groupAt, units, zoneOf } from '../identity/alliance/index.ts';
import { accountKey, peopleCalled } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import type { OpenThings, Situation } from '../understanding/understand.ts';
import type { Said } from './command-context.ts';
import type { Identified } from './identify.ts';
import type { RecentTopics } from './recent-topics.ts';
import { answersSeveral, quotedIn } from './references.ts';

/** What the bot has asked the sender of a message in its chat, and still waits to hear. */
function questionTo(
  { incoming, partition }: Pick<Said, 'incoming' | 'partition'>,
  now: number,
): Question | undefined {
  const question = partition.records.get(questions, questionIdOf(incoming));
  return question !== undefined && now <= question.until ? question : undefined;
}

export function questionIdOf({ address, sender }: Incoming): string {
  return questionId(accountKey(address, sender.id), addressKey(address));
}

/** All that understanding may know; what is open is looked up when it first asks, and once. */
export function situationOf(
  said: Said,
  { speaker }: Identified,
  recentNumber: string | undefined,
  features: readonly Feature[],
  topics: RecentTopics,
): Situation {
  const question = questionTo(said, said.now);
  const answersPerson = quotedIn(said.incoming) !== undefined;
  if (speaker === undefined) return { speaker, recentNumber, question, answersPerson };
  let found: OpenThings | undefined;
  const open = () => (found ??= openThings(said, speaker, features, topics));
  return { speaker, recentNumber, question, answersPerson, open };
}

function openThings(
  { incoming, partition, now }: Said,
  speaker: NonNullable<Identified['speaker']>,
  features: readonly Feature[],
  topics: RecentTopics,
): OpenThings {
  const { address } = incoming;
  const { records } = partition;
  const zone = zoneOf(records);
  const group =
    address.kind === 'group' ? (groupAt(records, address)?.id ?? addressKey(address)) : undefined;
  const context = { records, now, zone, person: speaker, group };
  return {
    place: address.kind,
    fresh: topics.of(address),
    answersSeveral: answersSeveral(incoming),
    speaker,
    subjects: features.flatMap((one) => one.subjects?.(context) ?? []),
    units: records
      .all(units)
      .map(({ id, name, short }) => ({ id, name, called: [name, ...short] })),
    knows: (name) => peopleCalled(records, name).length > 0,
    today: dateOf(now, zone),
  };
}
