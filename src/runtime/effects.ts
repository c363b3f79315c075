import { put, type Records, type Remember } from '../core/collection.ts';
import type { SaidCalendar } from '../core/documents.ts';
import type { Effect, Outcome } from '../core/outcome.ts';
import type { ShownPhoto } from '../core/photos.ts';
import { broadcasts, cards, type Delivery, deliveries } from '../core/records.ts';
import { plain } from '../core/text.ts';
import { HOUR, MINUTE } from '../core/time.ts';
import {
  afterQuietHours,
  broadcastRows,
  groupAt,
  groups,
  render,
  renderChoices,
} from '../identity/alliance/index.ts';
import { privateAddress } from '../identity/people/index.ts';
import type { Address, ChatAdapter } from '../ports/chat.ts';

/** Nobody waits longer than this for an answer to what they said, ms. */
const ANSWER_WITHIN = 30 * MINUTE;
const PRIVATE_WITHIN = 24 * HOUR;

/** The most changes that one text of a card names; the totals in it count all. */
const CHANGES_NAMED = 60;

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
  readonly chats: ReadonlyMap<string, Pick<ChatAdapter, 'traits' | 'connection'>>;
}

/** All that an outcome has to have remembered, what it says included. */
export function recordsOf(
  { remember, effects }: Pick<Outcome, 'remember' | 'effects'>,
  moment: EffectContext,
): readonly Remember[] {
  return [...remember, ...planDeliveries(effects, moment)];
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
  for (const effect of effects) {
    if (effect.kind === 'card')
      changes.set(effect.card, [...(changes.get(effect.card) ?? []), effect]);
    else if (effect.kind === 'answer') answers.push(...answer(effect, moment));
    else if (effect.kind === 'private') answers.push(...privateWord(effect, moment));
    else answers.push(...broadcastRows(effect, moment).map((row) => put(broadcasts, row)));
  }
  return [
    ...answers,
    ...[...changes].flatMap(([card, those]) => updatedCards(card, those, moment)),
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
  const text = render(effect.text, to, moment.records);
  const choices = renderChoices(effect.choices, to, moment.records);
  const link = effect.link === undefined ? {} : { link: effect.link };
  const photos = shownIn(to, moment.records, effect.photos);
  const calendar = calendarIn(to, moment.records, effect.calendar);
  return [
    delivery(
      moment,
      { to, text, choices, ...link, ...photos, ...calendar },
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

/** Where a word in private reaches somebody, if anywhere. */
export function privateAddressNow(
  person: string,
  { records, cause, chats }: Pick<EffectContext, 'records' | 'cause' | 'chats'>,
): Address | undefined {
  return privateAddress(records, person, cause?.address, (platform) => {
    const chat = chats.get(platform);
    return {
      opensPrivate: chat?.traits.opensPrivate === true,
      works: chat !== undefined && isUp(chat),
    };
  });
}

/** Whether a platform takes messages now, as far as is known. */
function isUp(chat: Pick<ChatAdapter, 'connection'>): boolean {
  const state = chat.connection?.().state ?? 'up';
  return state === 'up' || state === 'slow';
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
  const what = { to, text, choices: [], ...shownIn(to, records, effect.photos) };
  return [delivery({ ...moment, cause: undefined }, what, notBefore, notBefore + PRIVATE_WITHIN)];
}

function delivery(
  { newId, now, cause }: EffectContext,
  what: Pick<Delivery, 'to' | 'choices' | 'text' | 'card' | 'link' | 'photos' | 'calendar'>,
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
 * is shown at once.
 */
function updatedCards(
  card: string,
  effects: readonly CardEffect[],
  moment: EffectContext,
): readonly Remember[] {
  const told = effects.every((effect) => effect.acknowledged === true);
  const { records, cause, now, chats } = moment;
  const here =
    cause?.address.kind === 'group' && !told ? groupAt(records, cause.address)?.id : undefined;
  const standing = records.where(cards, card).filter(({ group, messageId }) => {
    const platform = records.get(groups, group)?.address.platform;
    return (
      messageId !== undefined &&
      platform !== undefined &&
      chats.get(platform)?.traits.edits === true
    );
  });
  const named = effects.flatMap(({ change }) => change ?? []);
  const anew = effects.some((effect) => effect.resend);
  const home = effects
    .flatMap((effect) => effect.at ?? [])
    .filter((group) => records.get(groups, group));
  const shownIn = new Set([
    ...(here === undefined ? [] : [here]),
    ...standing.map(({ group }) => group),
    ...home,
  ]);
  const edited = anew ? [] : standing.map(({ group }) => group);
  const changed = [...shownIn].map((group) => {
    const id = `${card}@${group}`;
    const before = records.get(cards, id) ?? {
      version: 0,
      sent: 0,
      changes: [],
      first: now,
      notBefore: now,
    };
    const waiting = before.version > before.sent;
    const known = 'topic' in before ? before.topic : undefined;
    const topic = known ?? (group === here ? cause?.topic : undefined);
    const direct = cause !== undefined && (group === here || edited.includes(group));
    const notBefore = direct ? now : afterQuietHours(moment);
    return put(cards, {
      ...before,
      id,
      card,
      group,
      version: before.version + 1,
      changes: [...before.changes, ...named].slice(0, CHANGES_NAMED),
      ...(anew ? { anew } : {}),
      first: waiting ? before.first : now,
      last: now,
      notBefore: waiting ? Math.min(before.notBefore, notBefore) : notBefore,
      ...(topic === undefined ? {} : { topic }),
    });
  });
  if (cause === undefined || cause.address.kind === 'group' || told) return changed;
  return [
    ...changed,
    delivery(moment, { to: cause.address, card, choices: [] }, now, now + ANSWER_WITHIN),
  ];
}
