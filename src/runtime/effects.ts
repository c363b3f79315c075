import { put, type Records, type Remember } from '../core/collection.ts';
import type { SaidCalendar } from '../core/documents.ts';
import type { Effect, Outcome } from '../core/outcome.ts';
import type { ShownPhoto } from '../core/photos.ts';
import { broadcasts, cards, type Delivery, deliveries } from '../core/records.ts';
import { plain } from '../core/text.ts';
import { HOUR, MINUTE } from '../core/time.ts';
import { groupAt, groups } from '../identity/alliance/index.ts';
import { afterQuietHours, broadcastRows, render, renderView } from '../identity/people/index.ts';
import type { Address, ChatAdapter } from '../ports/chat.ts';
import { changedCard } from './changed-card.ts';
import type { Chats } from './chats.ts';
import { actsOf } from './log-acts.ts';
import { questionText, waitingQuestion } from './plan-question.ts';
import { privateAddressNow } from './private-address.ts';

/** Nobody waits longer than this for an answer to what they said, ms. */
const ANSWER_WITHIN = 30 * MINUTE;
const PRIVATE_WITHIN = 24 * HOUR;

/** What is asked of a chat before anything is said there. */
type Reached = Pick<ChatAdapter, 'platform' | 'account' | 'traits' | 'connection'>;

export interface EffectContext {
  readonly records: Records;
  readonly now: number;
  readonly newId: () => string;
  /** The message that caused it, when one did. */
  readonly cause:
    | {
        readonly address: Address;
        readonly messageId?: string;
        readonly sender?: string;
        readonly topic?: string;
      }
    | undefined;
  /** The platforms that are connected. */
  readonly chats: Pick<Chats<Reached>, 'of'>;
}

/**
 * All that an outcome has to have remembered, what it says and what is logged of it included;
 * `source` tells what caused it where nobody said it in a chat.
 */
export function recordsOf(
  outcome: Pick<Outcome, 'remember' | 'effects' | 'acts'>,
  moment: EffectContext,
  source: 'clock' | 'machine',
): readonly Remember[] {
  const logged = actsOf(outcome, { source }, moment);
  return [...outcome.remember, ...planDeliveries(outcome.effects, moment), ...logged];
}

/**
 * What is said, as the deliveries, cards and broadcasts that are remembered together with its
 * cause.
 */
export function planDeliveries(
  effects: readonly Effect[],
  moment: EffectContext,
): readonly Remember[] {
  const answers: Remember[] = [];
  const changes = new Map<string, CardEffect[]>();
  const told: string[] = [];
  for (const effect of effects) {
    if (effect.kind === 'card')
      changes.set(effect.card, [...(changes.get(effect.card) ?? []), effect]);
    else if (effect.kind === 'answer') answers.push(...answer(effect, moment));
    else if (effect.kind === 'private') answers.push(...privateWord(effect, moment));
    else if (effect.kind === 'question')
      answers.push(
        ...answer({ kind: 'answer', ...questionText(effect) }, moment),
        ...waitingQuestion(effect, moment),
      );
    else {
      const rows = broadcastRows(effect, moment);
      told.push(...rows.flatMap(({ group, state }) => (state === 'planned' ? [group] : [])));
      answers.push(...rows.map((row) => put(broadcasts, row)));
    }
  }
  return [
    ...answers,
    ...[...changes].flatMap(([card, those]) => updatedCards(card, those, told, moment)),
  ];
}

type CardEffect = Extract<Effect, { kind: 'card' }>;

function answer(
  effect: Extract<Effect, { kind: 'answer' }>,
  moment: EffectContext,
): readonly Remember[] {
  const { cause, now } = moment;
  if (cause === undefined) return [];
  const to = cause.address;
  const { text, choices } = renderView(effect, to, moment.records);
  const link = effect.link === undefined ? {} : { link: effect.link };
  const photos = shownIn(to, moment.records, effect.photos);
  const calendar = calendarIn(to, moment.records, effect.calendar);
  const own = effect.own === undefined || to.kind === 'group' ? {} : { own: effect.own };
  return [
    delivery(
      moment,
      { to, text, choices, ...link, ...photos, ...calendar, ...own, ...filesOf(effect) },
      now,
      now + ANSWER_WITHIN,
    ),
  ];
}

/** In the words of the place, as all that is sent there. */
function calendarIn(
  to: Address,
  records: Records,
  said: SaidCalendar | undefined,
): Pick<Delivery, 'calendar'> {
  if (said === undefined) return {};
  const word = (text: string) => render(plain(text), to, records);
  const events = said.events.map(({ title, place, ...event }) => ({
    ...event,
    title: word(title),
    ...(place === undefined ? {} : { place: word(place) }),
  }));
  return { calendar: { name: render(said.name, to, records), events } };
}

function filesOf({ documents = [] }: { readonly documents?: readonly string[] }) {
  return documents.length === 0 ? {} : { documents: [...documents] };
}

/** Whatever a feature says, a group gets no photos: no number in them can be masked. */
function shownIn(
  to: Address,
  records: Records,
  photos: readonly ShownPhoto[] = [],
): Pick<Delivery, 'photos'> {
  if (photos.length === 0 || to.kind === 'group') return {};
  return {
    photos: photos.map(({ photo, caption }) => ({ photo, caption: render(caption, to, records) })),
  };
}

function privateWord(
  effect: Extract<Effect, { kind: 'private' }>,
  moment: EffectContext,
): readonly Remember[] {
  const { records, now } = moment;
  const to = privateAddressNow(effect.person, moment);
  if (to === undefined) return [];
  const text = render(effect.text, to, records);
  const notBefore = effect.urgent ? now : afterQuietHours(moment);
  const { about, lastWord } = effect;
  const more = { ...(about && { about }), ...(lastWord && { lastWord }) };
  const photos = shownIn(to, records, effect.photos);
  const what = { to, text, choices: [], ...photos, ...filesOf(effect), ...more };
  return [delivery({ ...moment, cause: undefined }, what, notBefore, notBefore + PRIVATE_WITHIN)];
}

function delivery(
  { newId, now, cause }: EffectContext,
  what: Omit<Delivery, 'id' | 'at' | 'notBefore' | 'deadline'>,
  notBefore: number,
  deadline: number,
): Remember {
  const answers = cause?.messageId === undefined ? {} : { answers: cause.messageId };
  const topic = cause?.topic === undefined ? {} : { topic: cause.topic };
  const choosers =
    cause?.sender === undefined || what.to.kind === 'private' ? {} : { choosers: cause.sender };
  return put(deliveries, {
    id: newId(),
    ...what,
    ...answers,
    ...topic,
    ...choosers,
    at: now,
    notBefore,
    deadline,
  });
}

/**
 * In the group where it was changed, and where its message stands and can be edited; in private it
 * is shown at once, with what the groups read of it. `told` are groups that are told of it besides.
 */
function updatedCards(
  card: string,
  effects: readonly CardEffect[],
  told: readonly string[],
  moment: EffectContext,
): readonly Remember[] {
  const { records, cause, now } = moment;
  const isAcknowledged = effects.every((effect) => effect.acknowledged === true);
  const isGroup = cause?.address.kind === 'group';
  const here = isGroup && !isAcknowledged ? groupAt(records, cause.address)?.id : undefined;
  const named = effects.flatMap(({ change }) => change ?? []);
  const resend = effects.some((effect) => effect.resend);
  const direct = effects.some((effect) => effect.direct);
  const edited = editedIn(card, moment);
  const asked = effects
    .flatMap((effect) => effect.at ?? [])
    .filter((group) => records.get(groups, group));
  const shownIn = new Set([...(here === undefined ? [] : [here]), ...edited, ...asked]);
  const changed = [...shownIn].map((group) => {
    const isDirect = group === here || (!resend && cause !== undefined && edited.includes(group));
    const notBefore = isDirect ? now : afterQuietHours(moment);
    const topic = group === here ? cause?.topic : undefined;
    return put(
      cards,
      changedCard(
        card,
        group,
        { named, resend, direct: direct && group === here, notBefore, topic },
        moment,
      ),
    );
  });
  if (cause === undefined || isGroup || isAcknowledged) return changed;
  const readBy = {
    groups: [...new Set([...told, ...shownIn])],
    changes: shownIn.size ? named : [],
  };
  const shown = {
    to: cause.address,
    card,
    choices: [],
    ...(readBy.groups.length > 0 && { readBy }),
  };
  return [...changed, delivery(moment, shown, now, now + ANSWER_WITHIN)];
}

/** The groups in which the card's message stands and can be edited. */
function editedIn(card: string, { records, chats }: EffectContext): readonly string[] {
  return records.where(cards, card).flatMap(({ group, messageId }) => {
    const address = records.get(groups, group)?.address;
    const canEdit = address !== undefined && chats.of(address)?.traits.edits === true;
    return messageId !== undefined && canEdit ? [group] : [];
  });
}
