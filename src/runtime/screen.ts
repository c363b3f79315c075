import type { Ignored } from '../core/ignored.ts';
import { type Code, exposed } from '../identity/codes/index.ts';
import { allianceOfMessage } from '../identity/directory-index.ts';
import type { Incoming } from '../ports/chat.ts';
import { NO_REFERENCES } from '../understanding/references.ts';
import { route } from '../understanding/router.ts';
import type { Heard } from '../understanding/understand.ts';
import { readableIn } from './exposed-codes.ts';
import type { RuntimeParts } from './parts.ts';
import { referencesIn } from './references.ts';

/** What is left of a message when talk is screened out. */
export type Screened =
  | Ignored
  | Heard
  /** Codes that were said where everybody reads them: they are no secret any more. */
  | { readonly kind: 'exposed'; readonly codes: readonly Code[] };

/** No code is shorter, characters. */
const SHORTEST_CODE = 8;

/** Longer messages are stories, characters. */
const LONGEST_OWN_WORDS = 300;

/**
 * Screens out what is certainly talk, before any partition is opened: it never drops words that
 * `understand` would read, whoever speaks and whatever is open.
 */
export function screen(
  incoming: Incoming,
  parts: Pick<RuntimeParts, 'partitions' | 'catalog' | 'random' | 'clock' | 'chats'>,
): Screened {
  const { address, text, addressed, botNames, photos } = incoming;
  const { partitions, catalog } = parts;
  const { kind } = address;
  const codes = kind === 'group' ? codesIn(incoming, parts) : [];
  if (codes.length > 0) return { kind: 'exposed', codes };
  const references = incoming.quoted === undefined ? NO_REFERENCES : referencesIn(incoming);
  const utterance = { text, kind, addressed, botNames, references };
  const isBound = () =>
    allianceOfMessage(incoming, partitions.directory, partitions.alliances) !== undefined;
  if (photos.length > 0 && text.trim() === '' && isBound()) return { kind: 'photos', utterance };
  const exact = route(utterance, catalog);
  // What no exact form fits may be somebody's own words, where the alliance is known and short.
  const isTalk = exact.kind === 'ignored' && exact.reason === 'talk';
  const mayBeOwnWords = isTalk && text.length <= LONGEST_OWN_WORDS && isBound();
  return exact.kind === 'ignored' && !mayBeOwnWords ? exact : { kind: 'words', utterance, exact };
}

/** Codes that everybody in a group can read now, wherever in a message they stand. */
function codesIn(
  incoming: Incoming,
  { partitions, random, clock, chats }: Parameters<typeof screen>[1],
): readonly Code[] {
  const readable = readableIn(incoming, [...chats.values()]).filter(
    (text) => text.length >= SHORTEST_CODE,
  );
  if (readable.length === 0) return [];
  const { directory } = partitions;
  return exposed(readable, { directory, fingerprint: random.fingerprint, now: clock.now() });
}
