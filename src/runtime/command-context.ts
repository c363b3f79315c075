import type { CommandContext, Health, Speaker } from '../core/command.ts';
import { addressKey } from '../core/records.ts';
import { groupAt } from '../identity/alliance/index.ts';
import { accountKey } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import { decisionContextOf } from './decision-context.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';
import type { SentPhoto } from './photos/recent.ts';
import { quotedIn } from './references.ts';

/** A message that is decided, and what the runtime knows of it. */
export interface Said {
  readonly incoming: Incoming;
  readonly partition: Partition;
  /** The id by which the message is remembered as handled. */
  readonly message: string;
  /** When it was said, as far as that is to be believed. */
  readonly now: number;
  /** Photos of the speaker that came with it, or just before it. */
  readonly photos: readonly SentPhoto[];
}

export type ContextParts = Pick<RuntimeParts, 'partitions' | 'chats' | 'random'> & {
  readonly healthNow: () => Health;
};

/** All that a command may know. */
export function commandContextOf(
  { incoming, partition, message, now, photos }: Said,
  person: Speaker,
  trigger: CommandContext['trigger'],
  { partitions, chats, random, healthNow }: ContextParts,
): CommandContext {
  const { address, id, sender, title, topic, quoted, table } = incoming;
  const { name, records } = partition;
  const cause = { address, messageId: id };
  const decision = decisionContextOf({ records, now, cause, chats }, random);
  const chat = addressKey(address);
  return {
    ...decision,
    person,
    message,
    trigger,
    account: accountKey(address, sender.id),
    alliance: name,
    directory: partitions.directory,
    place:
      address.kind === 'group'
        ? { kind: 'group', group: groupAt(records, address)?.id ?? chat, address, title, topic }
        : { kind: 'private' },
    chat,
    photos: photos.map((photo) => photo.id),
    table,
    quoted: quoted && quotedIn(incoming),
    // Only what says how the bot is doing asks for it.
    get health() {
      return healthNow();
    },
    fingerprint: random.fingerprint,
    merge: (from, to) => partitions.merge(from, to, decision),
  };
}
