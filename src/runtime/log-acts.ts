import type { NewAct } from '../core/act.ts';
import { type Act, acts } from '../core/acts.ts';
import { type AnyRecord, put, type Records, type Remember } from '../core/collection.ts';
import { type Account, accountKey, accounts, people } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';

/** Who did it, and from where. */
export type Origin = Pick<Act, 'source' | 'by' | 'account' | 'platform' | 'group' | 'message'>;

/** What somebody said in a chat. */
export function originOf(
  { address, sender, byHand }: Incoming,
  group: string | undefined,
  message: string,
  records: Records,
  remembered: readonly Remember[],
): Origin {
  const id = accountKey(address, sender.id);
  const stored = remembered.findLast((one) => one.collection === accounts && one.id === id)?.record;
  const own = (stored as Account | undefined) ?? records.get(accounts, id);
  const isNew = remembered.some((one) => one.collection === people && one.id === own?.person);
  const isKnown = own !== undefined && (isNew || records.get(people, own.person) !== undefined);
  return {
    source: byHand ? 'hand' : 'chat',
    ...(isKnown ? { by: own.person } : sender.hidden ? {} : { account: id }),
    platform: address.platform,
    ...(group === undefined ? {} : { group }),
    message,
  };
}

/**
 * The entries of the log for a decision: what it says itself, and what the collections of the
 * records that it changes declare. Changes of one kind are one entry, for all whom they concern.
 */
export function actsOf(
  { remember, acts: said = [] }: { remember: readonly Remember[]; acts?: readonly NewAct[] },
  origin: Origin,
  { records, now, newId }: { records: Records; now: number; newId: () => string },
): readonly Remember[] {
  const entries = new Map<string, NewAct & { readonly whom: readonly string[] }>();
  for (const act of [...said, ...changesIn(remember, records)]) {
    const { kind, about, from, to, whom = [] } = act;
    const key = JSON.stringify([kind, about, from, to]);
    const before = entries.get(key);
    entries.set(key, { ...act, whom: [...new Set([...(before?.whom ?? []), ...whom])] });
  }
  return [...entries.values()].map(({ kind, about, from, to, whom }) =>
    put(acts, {
      id: newId(),
      at: now,
      ...origin,
      kind,
      ...tokens({ about, from, to }),
      ...(whom.length > 0 && { whom: [...whom] }),
    }),
  );
}

/** The longest token, in characters. */
const LONGEST = 64;

function tokens(said: Pick<NewAct, 'about' | 'from' | 'to'>): Pick<Act, 'about' | 'from' | 'to'> {
  const cut = Object.entries(said).flatMap(([field, text = '']) => {
    const token = [...text.replace(/\s/gu, '')].slice(0, LONGEST).join('');
    return token === '' ? [] : [[field, token] as const];
  });
  return Object.fromEntries(cut);
}

function changesIn(remember: readonly Remember[], records: Records): readonly NewAct[] {
  const left = new Map<string, AnyRecord | undefined>();
  return remember.flatMap(({ collection, id, record }) => {
    if (collection.act === undefined) return [];
    const key = `${collection.name} ${id}`;
    const before = left.has(key) ? left.get(key) : records.get(collection, id);
    left.set(key, record);
    return collection.act(before, record) ?? [];
  });
}
