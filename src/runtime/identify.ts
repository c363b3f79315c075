import type { Remember } from '../core/collection.ts';
import type { Speaker } from '../core/command.ts';
import { shownName } from '../core/names.ts';
import { type Outcome, refuse } from '../core/outcome.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import { accountKey, speakerOf } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import type { Random } from '../ports/clock.ts';
import type { Partition } from './partition.ts';
import { texts } from './texts.ts';

export interface Known {
  readonly speaker: Speaker;
  /** They write to the bot itself for the first time. */
  readonly isFirst?: boolean;
  /** What to remember of them, if a command decides anything. */
  readonly remember: readonly Remember[];
}

/** Nobody, where the platform hides who speaks. */
export type Identified = Known | { readonly speaker: undefined };

/** Who speaks, by the account alone. */
export function identify(
  incoming: Incoming,
  { name, records }: Partition,
  { newId }: Random,
): Identified {
  const { address, sender } = incoming;
  if (sender.hidden) return { speaker: undefined };
  if (name !== DIRECTORY) return speakerOf(incoming, records, newId);
  // The directory knows no people: the account speaks as a guest.
  const id = accountKey(address, sender.id);
  return { speaker: { id, name: shownName(sender.name), role: 'guest' }, remember: [] };
}

/** The longest words that a button says for somebody who spoke without a face. */
const LONGEST_WORDS = 40;

/** Whoever presses the button says the same words, as themselves. */
export function whoAreYou({ text }: Incoming): Outcome {
  const words = text.trim();
  return words.length > LONGEST_WORDS || words.includes('\n')
    ? refuse(texts.speakAsYourself)
    : refuse(texts.whoAreYou, words);
}
