import { put, type Remember } from '../core/collection.ts';
import { say } from '../core/outcome.ts';
import { addressKey, handled } from '../core/records.ts';
import { type Group, groupAt, groups } from '../identity/alliance/index.ts';
import type { Address, Incoming } from '../ports/chat.ts';
import { planDeliveries } from './effects.ts';
import type { Decision } from './execute.ts';
import { actsOf, originOf } from './log-acts.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';
import { answerPress, saidInstead, shownAlone } from './press.ts';
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
  parts: Pick<RuntimeParts, 'partitions' | 'clock' | 'random' | 'chats' | 'cards' | 'log'>,
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
  const known = address.kind === 'group' ? groupAt(records, address) : undefined;
  const heard = heardThere(incoming, outcome.remember, known);
  const asked = { ...moment, cause: { ...cause, messageId } };
  const { effects } = outcome;
  const alone = shownAlone(effects, incoming, moment);
  const instead = alone === undefined ? [] : saidInstead(alone, asked);
  const said = effects.filter((effect) => effect !== alone);
  const changes = [...remember, ...outcome.remember];
  const origin = originOf(incoming, known?.id, message, records, changes);
  const committed = parts.partitions.remember(
    partition,
    [
      seen,
      ...changes,
      ...heard.remember,
      ...actsOf({ ...outcome, remember: changes }, origin, moment),
      ...planDeliveries(said, asked),
      ...instead,
      // The group is told once what is not heard there.
      ...(heard.isLess ? planDeliveries(say(texts.hearsLittle).effects, { ...moment, cause }) : []),
    ],
    // Said again, the words may name another alliance, or none.
    isAllianceNamed ? [seen] : [],
  );
  const answered = { ...(alone === undefined ? {} : { alone }), instead, effects };
  return committed.then(() => answerPress(incoming, answered, partition, parts));
}

/** What a message shows about its group, also where that is put into use by the very message. */
function heardThere(
  { address, ...incoming }: Incoming,
  changes: readonly Remember[],
  known: Group | undefined,
): { readonly remember: readonly Remember[]; readonly isLess: boolean } {
  const group = groupMade(changes, address) ?? known;
  const { hears = group?.hears } = incoming;
  const isOther = group !== undefined && (group.gone !== undefined || hears !== group.hears);
  return isOther
    ? {
        remember: [put(groups, heardIn(group, hears))],
        isLess: hears === 'addressed' && group.hears !== 'addressed',
      }
    : { remember: [], isLess: false };
}

/** The group as the very message that was said in it changes it. */
function groupMade(changes: readonly Remember[], address: Address): Group | undefined {
  const here = addressKey(address);
  const made = changes.flatMap(({ collection, record }) =>
    collection.name === groups.name && record !== undefined ? [record as Group] : [],
  );
  return address.kind === 'group'
    ? made.find((group) => addressKey(group.address) === here)
    : undefined;
}

/** What a message shows about its group: it is there, and how much of it the bot hears. */
function heardIn({ gone: _, ...group }: Group, hears: Group['hears']): Group {
  return hears === undefined ? group : { ...group, hears };
}
