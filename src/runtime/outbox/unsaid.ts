import { put, type Remember } from '../../core/collection.ts';
import type { CardRecord, Delivery } from '../../core/records.ts';
import { type Unsaid, unsaid } from '../../core/unsaid.ts';
import { groupAt } from '../../identity/alliance/index.ts';
import { DIRECTORY } from '../../identity/directory-index.ts';
import type { Address } from '../../ports/chat.ts';
import type { Partition } from '../partition.ts';

/** So much of what was not said is quoted, characters. */
const QUOTED = 60;

/**
 * What the convenors are told of an answer or a private word that was not said. Whoever has shut
 * the bot out waits for no answer, and what tells of such a word tells it once.
 */
export function unsaidAnswer(
  one: Delivery,
  why: 'late' | 'gone' | 'unfit',
  at: number,
  { name, records }: Partition,
): readonly Remember[] {
  const isAnswer = one.answers !== undefined;
  if (name === DIRECTORY || one.lastWord || (why === 'gone' && isAnswer)) return [];
  const { to, text } = one;
  const group = groupAt(records, to)?.title;
  // What is said in private nobody else reads.
  const quoted = to.kind === 'group' ? begins(text) : {};
  const kind = to.kind === 'group' || isAnswer ? 'answer' : 'private';
  const how = why === 'late' && one.begun !== undefined ? 'perhaps' : why;
  const named = group === undefined ? {} : { group };
  const since = one.notBefore;
  return [put(unsaid, { id: one.id, at, since, kind, to, ...named, ...quoted, why: how })];
}

/** Of a card of which nobody was shown what has changed. */
export function unsaidCard(
  card: Pick<CardRecord, 'id' | 'last'>,
  to: Address,
  text: string | undefined,
  why: Unsaid['why'],
  at: number,
  { records }: Partition,
): Remember {
  const group = groupAt(records, to)?.title;
  const named = group === undefined ? {} : { group };
  return put(unsaid, {
    id: `${card.id}@${at}`,
    at,
    since: card.last,
    kind: 'card',
    to,
    ...named,
    ...begins(text),
    why,
  });
}

function begins(text: string | undefined): { readonly begins?: string } {
  const [first = ''] = (text ?? '').trim().split('\n');
  const letters = [...first];
  if (letters.length === 0) return {};
  return { begins: letters.length > QUOTED ? `${letters.slice(0, QUOTED).join('')}…` : first };
}
