import { nameKey } from '../core/names.ts';
import { type AllianceFile, imported } from '../features/import/index.ts';
import { accountAlliances, allianceNames } from '../identity/directory/index.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import type { AdminContext } from './context.ts';

/**
 * Imports a file into the alliance of its id, or into the one that was begun under its name.
 * @returns what to tell the user.
 */
export async function importAlliance(
  { app, clock }: AdminContext,
  file: AllianceFile,
): Promise<string> {
  const { target, isRun } = await app.look(DIRECTORY, (directory) => {
    const all = directory.all(allianceNames);
    const called = all.find(({ name }) => nameKey(name) === nameKey(file.alliance.name));
    const known =
      all.find(({ id }) => id === file.alliance.id)?.id ?? called?.id ?? file.alliance.id;
    return {
      target: known,
      isRun: directory.all(accountAlliances).some(({ alliances }) => alliances.includes(known)),
    };
  });
  await app.change(target, (records) => imported(file, records, clock.now()));
  const { branches, units, people, rules } = file;
  const counts = Object.entries({ branches, units, people, rules }).map(
    ([what, list]) => `${list.length} ${what}`,
  );
  const next =
    'Next: send the bot /setup with the setup code in private (a lost one: npm run code)';
  return [`${file.alliance.name}: ${counts.join(', ')}`, ...(isRun ? [] : [next])].join('\n');
}
