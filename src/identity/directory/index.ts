import { put, type Records, type Remember } from '../../core/collection.ts';
import { feature } from '../../core/feature.ts';
import { stays } from '../../core/keeping.ts';
import { accountAlliances, allianceNames, groupAlliances } from './records.ts';

export { accountAlliances, allianceNames, groupAlliances } from './records.ts';

/**
 * Which alliance a group or an account belongs to, and what alliances are called. It stands in a
 * partition of its own, beside those of the alliances, and follows from their records but for the
 * choice of a private chat.
 */
export const directory = feature({
  name: 'directory',
  directory: [groupAlliances, accountAlliances, allianceNames],
  // They follow from the records of the alliances.
  stays: [stays('named', groupAlliances, accountAlliances, allianceNames)],
});

/** The alliances that know an account. */
export function alliancesOf(directory: Records, account: string): readonly string[] {
  return directory.get(accountAlliances, account)?.alliances ?? [];
}

/** The alliance that an account's private chat is about: the chosen one, or the only one. */
export function currentOf(directory: Records, account: string): string | undefined {
  const user = directory.get(accountAlliances, account);
  if (user?.current !== undefined && user.alliances.includes(user.current)) return user.current;
  return user?.alliances.length === 1 ? user.alliances[0] : undefined;
}

/** From now on an account's private chat is about this alliance. */
export function choose(directory: Records, account: string, alliance: string): Remember {
  return put(accountAlliances, {
    id: account,
    alliances: [...alliancesOf(directory, account)],
    current: alliance,
  });
}
