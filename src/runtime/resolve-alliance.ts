import type { AllianceLookup } from '../core/command.ts';
import { type Outcome, refuse } from '../core/outcome.ts';
import { allianceNames, alliancesOf, currentOf } from '../identity/directory/index.ts';
import { allianceOfMessage, DIRECTORY } from '../identity/directory-index.ts';
import { accountKey } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import type { Random } from '../ports/clock.ts';
import type { Reading } from '../understanding/router.ts';
import type { Partitions } from './partitions.ts';
import { texts } from './texts.ts';

/**
 * The partition that a message is decided in: an alliance's, or the directory where none is
 * concerned but somebody waits for an answer. Undefined: nobody does.
 */
export function resolveAlliance(
  routed: Exclude<Reading, { kind: 'silence' }>,
  incoming: Incoming,
  { directory, alliances }: Pick<Partitions, 'directory' | 'alliances'>,
  random: Random,
): string | undefined {
  const here = allianceOfMessage(incoming, directory, alliances);
  if (routed.kind === 'command' && routed.command.resolveAlliance !== undefined) {
    const current = currentOf(directory, accountKey(incoming.address, incoming.sender.id));
    const { newId, fingerprint } = random;
    const door: AllianceLookup = { directory, here, current, alliances, newId, fingerprint };
    return routed.command.resolveAlliance(routed.args as Record<string, never>, door) ?? DIRECTORY;
  }
  if (here !== undefined) return here;
  const saidToUs =
    incoming.address.kind === 'private' || routed.kind === 'hint' || routed.trigger === 'command';
  return saidToUs ? DIRECTORY : undefined;
}

/** What the directory says to whoever wants something of an alliance where none is known. */
export function whichAlliance(
  { address, sender }: Incoming,
  { directory, alliances }: Partitions,
): Outcome {
  const own = alliancesOf(directory, accountKey(address, sender.id));
  if (address.kind === 'group')
    return own.length > 1 ? refuse(texts.chooseFirst) : refuse(texts.groupNotBound, '/启用');
  if (alliances.length === 0) return refuse(texts.noAlliance);
  if (own.length === 0) return refuse(texts.sendCode);
  const titles = own.map((id) => directory.get(allianceNames, id)?.name ?? id);
  return refuse(
    texts.whichAlliance(titles),
    ...titles.slice(0, 2).map((_, index) => `/联盟 ${index + 1}`),
  );
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
