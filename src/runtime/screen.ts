import { type Ignored, ignore } from '../core/ignored.ts';
import { readLine } from '../core/line.ts';
import { questions } from '../core/questions.ts';
import { type Code, exposed } from '../identity/codes/index.ts';
import { allianceOfMessage } from '../identity/directory-index.ts';
import { roleOf } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import type { Utterance } from '../understanding/reading.ts';
import { NO_REFERENCES } from '../understanding/references.ts';
import { route } from '../understanding/router.ts';
import type { Heard } from '../understanding/understand.ts';
import { viewContextOf } from './decision-context.ts';
import { readableIn } from './exposed-codes.ts';
import { openWordsIn, tellAll } from './open-words.ts';
import type { RuntimeParts } from './parts.ts';
import { quotedIn, referencesIn } from './references.ts';
import { questionIdOf } from './situation.ts';

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

type ScreenParts = Pick<
  RuntimeParts,
  'partitions' | 'catalog' | 'features' | 'topics' | 'random' | 'clock' | 'chats'
>;

/**
 * Screens out what is certainly talk, before any partition is opened: it never drops words that
 * `understand` would read, whoever speaks and whatever is open.
 */
export function screen(incoming: Incoming, parts: ScreenParts): Screened {
  const { address, text, addressed, botNames, photos } = incoming;
  const { partitions, catalog } = parts;
  const { kind } = address;
  const codes = kind === 'group' ? codesIn(incoming, parts) : [];
  if (codes.length > 0) return { kind: 'exposed', codes };
  const references = incoming.quoted === undefined ? NO_REFERENCES : referencesIn(incoming);
  const utterance = { text, kind, addressed, botNames, references };
  const alliance = allianceOfMessage(incoming, partitions.directory, partitions.alliances);
  const isBound = () => alliance !== undefined;
  if (photos.length > 0 && text.trim() === '' && isBound()) return { kind: 'photos', utterance };
  const dismissed = dismissedBy(incoming, utterance, alliance, parts);
  if (dismissed !== undefined) return dismissed;
  const exact = route(utterance, catalog);
  // What no exact form fits may be somebody's own words, where the alliance is known and short.
  const isTalk = exact.kind === 'ignored' && exact.reason === 'talk';
  const mayBeOwnWords = isTalk && text.length <= LONGEST_OWN_WORDS && isBound();
  return exact.kind === 'ignored' && !mayBeOwnWords ? exact : { kind: 'words', utterance, exact };
}

/** Codes that everybody in a group can read now, wherever in a message they stand. */
function codesIn(
  incoming: Incoming,
  { partitions, random, clock, chats }: ScreenParts,
): readonly Code[] {
  const readable = readableIn(incoming, chats.all()).filter((text) => text.length >= SHORTEST_CODE);
  if (readable.length === 0) return [];
  const { directory } = partitions;
  return exposed(readable, { directory, fingerprint: random.fingerprint, now: clock.now() });
}

/** What one look tells of words in a group that nobody said to the bot. */
export function dismissedBy(
  incoming: Incoming,
  { text, addressed, references }: Utterance,
  alliance: string | undefined,
  { partitions, catalog, features, topics, clock }: ScreenParts,
): Ignored | undefined {
  const { address, byHand } = incoming;
  // Words that come late are of what was open then.
  if (address.kind !== 'group' || addressed || byHand || references !== NO_REFERENCES)
    return undefined;
  if (!tellAll(features)) return undefined;
  const partition = alliance === undefined ? undefined : partitions.peek(alliance);
  if (alliance !== undefined && partition === undefined) return undefined;
  const isOthers = quotedIn(incoming) !== undefined;
  const own = isOthers || text.length > LONGEST_OWN_WORDS ? undefined : partition;
  if (partition?.records.get(questions, questionIdOf(incoming)) !== undefined) return undefined;
  if (own !== undefined && topics.of(address).size > 0) return undefined;
  const open =
    own &&
    openWordsIn(viewContextOf(own.records, clock.now()), features, () =>
      roleOf(incoming, own.records),
    );
  const reason = catalog.quickLook.dismisses(readLine(text), open);
  return reason && ignore(isOthers ? 'answers-person' : reason);
}
