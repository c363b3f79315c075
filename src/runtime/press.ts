import { type Remember, remove } from '../core/collection.ts';
import type { Effect } from '../core/outcome.ts';
import { type Delivery, deliveries } from '../core/records.ts';
import { inLanguage } from '../core/text.ts';
import { languageAt, renderView } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import { viewContextOf } from './decision-context.ts';
import { type EffectContext, planDeliveries } from './effects.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';

/** A platform shows so much to whoever has pressed, characters. */
const LONGEST = 200;
/** What was not shown to whoever pressed by then is said in the chat, ms. */
const SAID_AFTER = 20_000;

type Moment = Pick<EffectContext, 'records' | 'now'>;
type Answer = Extract<Effect, { kind: 'answer' }>;

/**
 * The answer that whoever pressed a button in a group is shown alone, where there is one that can
 * be: free of any limit, and without taking the others' room.
 */
export function shownAlone(
  effects: readonly Effect[],
  { press, address }: Incoming,
  { records }: Moment,
): Answer | undefined {
  if (press === undefined || address.kind !== 'group') return undefined;
  const [answer, ...more] = effects.filter((effect) => effect.kind === 'answer');
  if (answer === undefined || more.length > 0) return undefined;
  if (answer.link || answer.photos || answer.calendar) return undefined;
  const { text } = renderView(answer, address, records);
  // What has several lines is read for longer than such words stand there.
  return text.length <= LONGEST && !text.includes('\n') ? answer : undefined;
}

/** What is said in the chat where it could not be shown alone, also by a later process. */
export function saidInstead(answer: Answer, moment: EffectContext): readonly Remember[] {
  return planDeliveries([answer], moment).map((change) => ({
    ...change,
    record: { ...(change.record as Delivery), notBefore: moment.now + SAID_AFTER },
  }));
}

/**
 * Tells whoever pressed what came of it, once that is durable and the card shows it. Nobody waits
 * for that.
 */
export function answerPress(
  { press, address }: Incoming,
  said: {
    readonly alone?: Answer;
    readonly instead: readonly Remember[];
    readonly effects: readonly Effect[];
  },
  partition: Partition,
  parts: Pick<RuntimeParts, 'partitions' | 'cards' | 'clock' | 'log'>,
): void {
  if (press === undefined) return;
  const { partitions, clock, log } = parts;
  const moment = { records: partition.records, now: clock.now() };
  const text =
    said.alone === undefined
      ? newsOnCard(said.effects, address, moment, parts)
      : renderView(said.alone, address, partition.records).text;
  const forget = () =>
    partitions.transact(partition.name, (now) =>
      partitions.remember(
        now,
        said.instead.map(({ id }) => remove(deliveries, id)),
        [],
        'riding',
      ),
    );
  press
    .answer(text)
    .then((shown) => (shown && said.instead.length > 0 ? forget() : undefined))
    .catch((error: unknown) => log.error('a press was not answered', error));
}

/** What whoever pressed has changed, in a line. */
function newsOnCard(
  effects: readonly Effect[],
  address: Incoming['address'],
  { records, now }: Moment,
  { cards }: Pick<RuntimeParts, 'cards'>,
): string {
  const [effect] = effects.flatMap((one) => (one.kind === 'card' ? [one] : []));
  if (effect === undefined || address.kind === 'private') return '';
  if (effect.done !== undefined) return inLanguage(effect.done, languageAt(address, records));
  const [name = '', id = ''] = effect.card.split(/:(.*)/s);
  const changes = effect.change === undefined ? [] : [effect.change];
  const view = cards.get(name)?.view(id, changes, viewContextOf(records, now));
  const shown = view === undefined ? '' : renderView(view, address, records).text;
  const [first = ''] = shown.split('\n');
  return [...first].slice(0, LONGEST).join('');
}
