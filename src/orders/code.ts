import { codes, issue } from '../codes/index.ts';
import { Mistake } from '../core/mistake.ts';
import { names, users } from '../directory/index.ts';
import type { Chance } from '../ports/clock.ts';
import { DIRECTORY } from '../shell/directory.ts';
import type { Office } from './office.ts';

/**
 * A setup code for a store in which nobody has ever been anybody, and none was made yet.
 * @returns undefined in every other store.
 */
export async function firstSetupCode({ app, clock, chance }: Office): Promise<string | undefined> {
  let code: string | undefined;
  await app.change(DIRECTORY, (directory) => {
    const begun = directory.all(users).length > 0 || directory.all(codes).some(({ grant }) => grant.kind === 'setup');
    if (begun) return [];
    const issued = issue({ grant: { kind: 'setup' } }, { ...secrets(chance), directory, now: clock.now() });
    code = issued.code;
    return issued.remember;
  });
  return code;
}

/**
 * A new setup code; earlier ones for the same are void.
 * @param alliance its id or name, when it is for this one only.
 * @throws Mistake when there is no such alliance.
 */
export async function newSetupCode({ app, clock, chance }: Office, alliance?: string): Promise<string> {
  let code = '';
  await app.change(DIRECTORY, (directory) => {
    const meant = directory.all(names).find(({ id, name }) => id === alliance || name === alliance);
    if (alliance !== undefined && meant === undefined) throw new Mistake(`there is no alliance ${alliance}`);
    const parts = { grant: { kind: 'setup' as const }, ...(meant === undefined ? {} : { alliance: meant.id }) };
    const issued = issue(parts, { ...secrets(chance), directory, now: clock.now() });
    code = issued.code;
    return issued.remember;
  });
  return code;
}

function secrets({ below, fingerprint }: Chance) {
  return { chance: below, fingerprint };
}
