import type { Remember } from './collection.ts';
import type { SaidCalendar } from './documents.ts';
import type { Edit } from './last-changes.ts';
import type { ShownPhoto } from './photos.ts';
import type { Text } from './text.ts';

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
    }
  /**
   * A card has changed; `change` tells its view what is new since it was last seen. Whoever changed
   * it in private is shown it there.
   */
  | ({ readonly kind: 'card'; readonly card: string; readonly change?: string } & CardDisplay)
  | Broadcast;

/** Where and how a card that has changed is shown. */
export interface CardDisplay {
  /** Ids of groups in which it is shown too, besides where it was changed. */
  readonly at?: readonly string[];
  /** It is sent again where it could be edited, because somebody has to notice it. */
  readonly resend?: boolean;
  /** Whoever changed it has been told in words: it is not shown to them too. */
  readonly acknowledged?: boolean;
  /** One person said it once, and hears of it at once: it is not collected with other changes. */
  readonly direct?: true;
  /** What whoever pressed a button is told of it, alone; what is new on the card where left out. */
  readonly done?: Text;
}

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
}

export const nothing: Outcome = { remember: [], effects: [] };

/** Decisions one after another, as one. */
export function together(...outcomes: readonly Outcome[]): Outcome {
  const change = outcomes.findLast((o) => o.change !== undefined)?.change;
  const edits = outcomes.flatMap((o) => o.edits ?? []);
  return {
    remember: outcomes.flatMap((o) => o.remember),
    effects: outcomes.flatMap((o) => o.effects),
    change,
    edits,
  };
}

export function remember(...changes: readonly Remember[]): Outcome {
  return { remember: changes, effects: [] };
}

/** Answers where the message was said. `choices` are words to type next, at most two. */
export function say(text: Text, ...choices: readonly string[]): Outcome {
  return { remember: [], effects: [{ kind: 'answer', text, choices }] };
}

/** How long a question waits for its one person, ms. */
const ANSWER_WAITS = 10 * 60_000;

/**
 * Asks the speaker. Each choice is printed with its number, and can be answered by it or by words
 * of its label; `open` takes any words: `需求 {}`.
 */
export function ask(
  text: Text,
  choices: readonly { readonly label: Text; readonly typed: string }[],
  { open, within = ANSWER_WAITS }: { open?: string; within?: number } = {},
): Outcome {
  const taken = open === undefined ? {} : { open };
  return { remember: [], effects: [{ kind: 'question', text, choices, within, ...taken }] };
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
  }: { urgent?: boolean; photos?: readonly ShownPhoto[]; lastWord?: boolean } = {},
): Outcome {
  const more = lastWord ? ({ lastWord } as const) : {};
  return { remember: [], effects: [{ kind: 'private', person, text, urgent, photos, ...more }] };
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
