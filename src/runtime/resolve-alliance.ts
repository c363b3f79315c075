import { type Ignored, ignore } from '../core/ignored.ts';
import { type Outcome, refuse } from '../core/outcome.ts';
import { addressKey } from '../core/records.ts';
import { alliancesOf, currentOf, names, places } from '../identity/directory/index.ts';
import { allianceFor, DIRECTORY } from '../identity/lookup.ts';
import { accountKey } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import type { CommandReading } from '../understanding/reading.ts';
import type { RuntimeParts } from './parts.ts';
import type { Screened } from './screen.ts';
import { texts } from './texts.ts';

/** The partition that a message is decided in: an alliance's, or the directory. */
export interface Resolved {
  readonly kind: 'resolved';
  readonly partition: string;
}

type Parts = Pick<RuntimeParts, 'partitions' | 'random'>;

/** The directory decides where no alliance is concerned but somebody waits for an answer. */
export function resolveAlliance(
  screened: Exclude<Screened, Ignored>,
  incoming: Incoming,
  parts: Parts,
): Resolved | Ignored {
  const { directory } = parts.partitions;
  const { address } = incoming;
  if (screened.kind === 'exposed')
    return resolved(directory.get(places, addressKey(address))?.alliance ?? DIRECTORY);
  const exact = screened.kind === 'words' ? screened.exact : undefined;
  if (exact?.kind === 'command' && exact.command.resolveAlliance !== undefined)
    return resolved(namedBy(exact, incoming, parts) ?? DIRECTORY);
  const here = allianceHere(incoming, parts);
  if (here !== undefined) return resolved(here);
  const isToUs =
    address.kind === 'private' ||
    exact?.kind === 'hint' ||
    (exact?.kind === 'command' && exact.trigger === 'command');
  return isToUs ? resolved(DIRECTORY) : ignore('not-bound');
}

function resolved(partition: string): Resolved {
  return { kind: 'resolved', partition };
}

function allianceHere(incoming: Incoming, { partitions }: Parts): string | undefined {
  return allianceFor(incoming, partitions.directory, partitions.alliances);
}

/** The alliance that the command itself names. */
function namedBy(
  { command, args }: CommandReading,
  incoming: Incoming,
  parts: Parts,
): string | undefined {
  const { directory, alliances } = parts.partitions;
  const { newId, fingerprint } = parts.random;
  return command.resolveAlliance?.(args as Record<string, never>, {
    directory,
    here: allianceHere(incoming, parts),
    current: currentOf(directory, accountKey(incoming.address, incoming.sender.id)),
    alliances,
    newId,
    fingerprint,
  });
}

/** What the directory says to somebody who wants something of an alliance where none is known. */
export function whichAlliance(
  { address, sender }: Incoming,
  { directory, alliances }: Pick<RuntimeParts['partitions'], 'directory' | 'alliances'>,
): Outcome {
  const own = alliancesOf(directory, accountKey(address, sender.id));
  if (address.kind === 'group')
    return own.length > 1 ? refuse(texts.chooseFirst) : refuse(texts.groupNotBound, '/启用');
  if (alliances.length === 0) return refuse(texts.noAlliance);
  if (own.length === 0) return refuse(texts.sendCode);
  const titles = own.map((id) => directory.get(names, id)?.name ?? id);
  return refuse(
    texts.whichAlliance(titles),
    ...titles.slice(0, 2).map((_, index) => `/联盟 ${index + 1}`),
  );
}
