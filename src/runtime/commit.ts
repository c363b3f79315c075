import { put } from '../core/collection.ts';
import { say } from '../core/outcome.ts';
import { handled } from '../core/records.ts';
import { type Group, groupAt, groups } from '../identity/alliance/index.ts';
import type { Incoming } from '../ports/chat.ts';
import { planDeliveries } from './effects.ts';
import type { Decision } from './execute.ts';
import { actsOf, originOf } from './log-acts.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';
import { texts } from './texts.ts';

/**
 * Commits a decision, in one step: the message is handled, the records are as decided, and the
 * answers are deliveries that wait to be sent.
 */
export function commit(
  { outcome, remember }: Decision,
  incoming: Incoming,
  partition: Partition,
  message: string,
  isAllianceNamed: boolean,
  parts: Pick<RuntimeParts, 'partitions' | 'clock' | 'random' | 'chats'>,
): Promise<unknown> {
  const { clock, random, chats } = parts;
  const { at, byHand, address, id: messageId, sender, topic } = incoming;
  const { records } = partition;
  const seen = put(handled, { id: message, at, ...(byHand ? { byHand } : {}) });
  const cause = {
    address,
    ...(sender.hidden ? {} : { sender: sender.id }),
    ...(topic === undefined ? {} : { topic }),
  };
  const moment = { records, now: clock.now(), newId: random.newId, chats };
  const group = address.kind === 'group' ? groupAt(records, address) : undefined;
  const { hears = group?.hears } = incoming;
  const isOther = group !== undefined && (group.gone !== undefined || hears !== group.hears);
  const hearsLess = isOther && hears === 'addressed' && group.hears !== 'addressed';
  const changes = [...remember, ...outcome.remember];
  const origin = originOf(incoming, group?.id, message, records, changes);
  return parts.partitions.remember(
    partition,
    [
      seen,
      ...(isOther ? [put(groups, heardIn(group, hears))] : []),
      ...changes,
      ...actsOf({ ...outcome, remember: changes }, origin, moment),
      ...planDeliveries(outcome.effects, { ...moment, cause: { ...cause, messageId } }),
      // The group is told once what is not heard there.
      ...(hearsLess ? planDeliveries(say(texts.hearsLittle).effects, { ...moment, cause }) : []),
    ],
    // Said again, the words may name another alliance, or none.
    isAllianceNamed ? [seen] : [],
  );
}

/** What a message shows about its group: it is there, and how much of it the bot hears. */
function heardIn({ gone: _, ...group }: Group, hears: Group['hears']): Group {
  return hears === undefined ? group : { ...group, hears };
}
