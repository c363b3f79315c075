import { type Ignored, ignore } from '../core/ignored.ts';
import { type Outcome, refuse } from '../core/outcome.ts';
import { allianceNames, alliancesOf, currentOf } from '../identity/directory/index.ts';
import { allianceAt, allianceOfMessage, DIRECTORY } from '../identity/directory-index.ts';
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
  const { partitions } = parts;
  const { address } = incoming;
  const { directory } = partitions;
  const isGroup = address.kind === 'group';
  const here = isGroup
    ? allianceAt(address, directory)
    : allianceOfMessage(incoming, directory, partitions.alliances);
  const exact = screened.kind === 'words' ? screened.exact : undefined;
  const reading = exact?.kind === 'command' ? exact : undefined;
  if (reading?.command.resolveAlliance !== undefined)
    return { kind: 'resolved', partition: namedBy(reading, here, incoming, parts) ?? DIRECTORY };
  if (here !== undefined) return { kind: 'resolved', partition: here };
  const isToUs =
    !isGroup ||
    screened.kind === 'exposed' ||
    exact?.kind === 'hint' ||
    reading?.trigger === 'command';
  return isToUs ? { kind: 'resolved', partition: DIRECTORY } : ignore('not-bound');
}

/** The alliance that the command itself names. */
function namedBy(
  { command, args }: CommandReading,
  here: string | undefined,
  { address, sender }: Incoming,
  { partitions, random }: Parts,
): string | undefined {
  const { directory, alliances } = partitions;
  const { newId, fingerprint } = random;
  const current = currentOf(directory, accountKey(address, sender.id));
  const lookup = { directory, here, current, alliances, newId, fingerprint };
  return command.resolveAlliance?.(args as Record<string, never>, lookup);
}

/** What the directory says to somebody who wants something of an alliance where none is known. */
export function whichAlliance(
  { address, sender }: Incoming,
  { directory, alliances }: Pick<RuntimeParts['partitions'], 'directory' | 'alliances'>,
): Outcome {
  const own = alliancesOf(directory, accountKey(address, sender.id));
  if (address.kind === 'group')
    return own.length > 1
      ? refuse(texts.chooseFirst)
      : alliances.length === 0
        ? refuse(texts.setUpFirst)
        : refuse(texts.groupNotBound, '/启用');
  if (alliances.length === 0) return refuse(texts.noAlliance);
  if (own.length === 0) return refuse(texts.sendCode);
  const titles = own.map((id) => directory.get(allianceNames, id)?.name ?? id);
  return refuse(
    texts.whichAlliance(titles),
    ...titles.slice(0, 2).map((_, index) => `/联盟 ${index + 1}`),
  );
}
