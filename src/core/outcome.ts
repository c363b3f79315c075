import type { NewAct } from './act.ts';
import type { CardDisplay } from './card-display.ts';
import type { Remember } from './collection.ts';
import type { SaidCalendar } from './documents.ts';
import type { Edit } from './last-changes.ts';
import type { ShownPhoto } from './photos.ts';
import type { Text } from './text.ts';

export type { CardDisplay } from './card-display.ts';

/** Something to say; the runtime finds the place, the language and the moment. */
export type Effect =
  /** Where the message was said. */
  | {
      readonly kind: 'answer';
      readonly text: Text;
      readonly choices: readonly string[];
      /** Words that a link says to the bot in private, on platforms that have such links. */
      readonly link?: string;
      /** Sent in private only: what cannot be masked is not for groups. */
      readonly photos?: readonly ShownPhoto[];
      readonly calendar?: SaidCalendar;
      /** Files that go with it, by their names; see `DocumentView`. */
      readonly documents?: readonly string[];
      /** The file of what is kept about this person goes with it, in private only. */
      readonly own?: string;
    }
  /** Asks whoever said it, and takes the answer by its number or in words. */
  | {
      readonly kind: 'question';
      readonly text: Text;
      readonly choices: readonly { readonly label: Text; readonly typed: string }[];
      /** The message to carry out where any words answer, with `{}` for them. */
      readonly open?: string;
      /** How long the answer is waited for, ms. */
      readonly within: number;
      /** The message to carry out where the answer is no, or 取消. */
      readonly declined?: string;
    }
  /**
   * To one person in private; `urgent` also in quiet hours. Where that cannot be, nothing is sent.
   */
  | {
      readonly kind: 'private';
      readonly person: string;
      readonly text: Text;
      readonly urgent: boolean;
      /** It tells of something that could not be said; nobody is told when it cannot either. */
      readonly lastWord?: true;
      readonly photos?: readonly ShownPhoto[];
      /** What its words are about: `request:k3…`. */
      readonly about?: string;
      readonly documents?: readonly string[];
    }
  /**
   * A card has changed; `change` tells its view what is new since it was last seen. Whoever changed
   * it in private is shown it there.
   */
  | ({ readonly kind: 'card'; readonly card: string; readonly change?: string } & CardDisplay)
  | Broadcast;

/** One message for each group, sent once in the life of the alliance under this `id`. */
export interface Broadcast {
  readonly kind: 'broadcast';
  /** The same id is never sent twice to a group, whatever happens in between. */
  readonly id: string;
  /** Ids of groups. */
  readonly groups: readonly string[];
  readonly text: Text;
  readonly choices: readonly string[];
  /** When it was promised for, ms. */
  readonly planned: number;
  /** Past this moment, ms, it is not sent any more. */
  readonly deadline: number;
  /** Sent, silently, in quiet hours too, because it was promised for such a time. */
  readonly atAnyHour: boolean;
  /**
   * Where messages can be edited it is the card from now on: what changes is shown in it, and no
   * second one appears.
   */
  readonly card?: string;
  /** With a sound in quiet hours too: somebody is in danger. */
  readonly aloud?: true;
  /** Files that go with it, by their names; see `DocumentView`. */
  readonly documents?: readonly string[];
  /** It carries words out of the place where they were said: names need their owners' consent. */
  readonly publishes?: true;
}

/** What a decision decided. */
export interface Outcome {
  readonly remember: readonly Remember[];
  readonly effects: readonly Effect[];
  /** What the speaker changed, for the `undo` and `photosAfter` of the command. */
  readonly change?: string | undefined;
  /**
   * What the change was in each record, as far as the `undo` of the command needs it; see
   * `core/edits.ts`.
   */
  readonly edits?: readonly Edit[];
  /** What has to be logged beside what the records show; see `core/acts.ts`. */
  readonly acts?: readonly NewAct[];
  /**
   * Somebody is to be erased with this. Nothing of it is remembered but the erasure; `farewell` is
   * said to them once it is done.
   */
  readonly erase?: { readonly person: string; readonly farewell: Text };
  /** What it removes may not stay in any file of the store. */
  readonly purges?: true;
}

export const nothing: Outcome = { remember: [], effects: [] };

/** Decisions one after another, as one. */
export function together(...outcomes: readonly Outcome[]): Outcome {
  const change = outcomes.findLast((o) => o.change !== undefined)?.change;
  const edits = outcomes.flatMap((o) => o.edits ?? []);
  const acts = outcomes.flatMap((o) => o.acts ?? []);
  const erase = outcomes.find((o) => o.erase !== undefined)?.erase;
  return {
    remember: outcomes.flatMap((o) => o.remember),
    effects: outcomes.flatMap((o) => o.effects),
    change,
    edits,
    ...(acts.length === 0 ? {} : { acts }),
    ...(erase === undefined ? {} : { erase }),
    ...(outcomes.some((o) => o.purges) ? { purges: true } : {}),
  };
}

export function remember(...changes: readonly Remember[]): Outcome {
  return { remember: changes, effects: [] };
}

/** Answers where the message was said. `choices` are words to type next, at most two. */
export function say(text: Text, ...choices: readonly string[]): Outcome {
  return { remember: [], effects: [{ kind: 'answer', text, choices }] };
}

/** No question has more choices: nobody reads them. */
const MOST_CHOICES = 9;
/** How long a question waits for its one person, ms. */
const ANSWER_WAITS = 10 * 60_000;

/**
 * Asks the speaker. Each choice is printed with its number, and can be answered by it or by words
 * of its label; `open` takes any words: `需求 {}`; `declined` is carried out where they say no.
 */
export function ask(
  text: Text,
  choices: readonly { readonly label: Text; readonly typed: string }[],
  {
    open,
    declined,
    within = ANSWER_WAITS,
  }: { open?: string; declined?: string; within?: number } = {},
): Outcome {
  const taken = {
    ...(open === undefined ? {} : { open }),
    ...(declined === undefined ? {} : { declined }),
  };
  return {
    remember: [],
    effects: [
      { kind: 'question', text, choices: choices.slice(0, MOST_CHOICES), within, ...taken },
    ],
  };
}

/** Answers with a link, and its picture for a board, by which others say these words to the bot. */
export function sayLink(text: Text, link: string): Outcome {
  return { remember: [], effects: [{ kind: 'answer', text, choices: [], link }] };
}

/** Answers with photos, where the answer goes to somebody in private. */
export function sayPhotos(text: Text, photos: readonly ShownPhoto[]): Outcome {
  return { remember: [], effects: [{ kind: 'answer', text, choices: [], photos }] };
}

/** Answers with a file for calendars. */
export function sayCalendar(text: Text, calendar: SaidCalendar): Outcome {
  return { remember: [], effects: [{ kind: 'answer', text, choices: [], calendar }] };
}

/** Answers with files, by their names; each is made when it is sent. */
export function sayDocuments(text: Text, ...documents: readonly string[]): Outcome {
  return { remember: [], effects: [{ kind: 'answer', text, choices: [], documents }] };
}

/** Answers with the file of what is kept about somebody; only they may be answered so. */
export function sayOwn(text: Text, person: string): Outcome {
  return { remember: [], effects: [{ kind: 'answer', text, choices: [], own: person }] };
}

/** Says why nothing was changed. It does what `say` does, and its name tells that it refuses. */
export function refuse(text: Text, ...choices: readonly string[]): Outcome {
  return say(text, ...choices);
}

export function tell(
  person: string,
  text: Text,
  {
    urgent = false,
    photos = [],
    lastWord = false,
    documents = [],
    about,
  }: {
    urgent?: boolean;
    photos?: readonly ShownPhoto[];
    lastWord?: boolean;
    documents?: readonly string[];
    about?: string;
  } = {},
): Outcome {
  const more = { ...(lastWord && { lastWord }), ...(about !== undefined && { about }) };
  const word = { person, text, urgent, photos, documents, ...more };
  return { remember: [], effects: [{ kind: 'private', ...word }] };
}

export function updateCard(card: string, change?: string, showing: CardDisplay = {}): Outcome {
  return {
    remember: [],
    effects: [{ kind: 'card', card, ...(change === undefined ? {} : { change }), ...showing }],
  };
}

/** Names what was changed, so that it can be taken back. */
export function changed(change: string): Outcome {
  return { ...nothing, change };
}

/**
 * A card has changed and whoever changed it is told so in words: where its message cannot be
 * edited, nothing is sent.
 */
export function updateCardQuietly(card: string): Outcome {
  return { remember: [], effects: [{ kind: 'card', card, acknowledged: true }] };
}

export function broadcast(message: Omit<Broadcast, 'kind'>): Outcome {
  return { remember: [], effects: [{ kind: 'broadcast', ...message }] };
}
