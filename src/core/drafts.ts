import type { Collection } from './collection.ts';
import type { CommandContext } from './command.ts';
import { HOUR } from './time.ts';

/** How long a preview waits for its word, ms. */
const CONFIRM_WITHIN = HOUR;

/** What the speaker was shown last, while it waits for their word. Its id is the person's. */
export function draftWaiting<D extends { readonly id: string; readonly at: number }>(
  drafts: Collection<D>,
  { records, person, now }: CommandContext,
): D | undefined {
  const draft = records.get(drafts, person.id);
  return draft === undefined || now - draft.at > CONFIRM_WITHIN ? undefined : draft;
}
