import type { App } from './app.ts';
import { codes, issue } from './codes/index.ts';
import { names, users } from './directory/index.ts';
import type { Chance, Clock } from './ports/clock.ts';
import { DIRECTORY } from './shell/directory.ts';

/** With what an order from the machine that the bot runs on is carried out. */
export interface Office {
  readonly app: App;
  readonly clock: Clock;
  readonly chance: Chance;
}

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
 * @throws Error when there is no such alliance.
 */
export async function newSetupCode({ app, clock, chance }: Office, alliance?: string): Promise<string> {
  let code = '';
  await app.change(DIRECTORY, (directory) => {
    const meant = directory.all(names).find(({ id, name }) => id === alliance || name === alliance);
    if (alliance !== undefined && meant === undefined) throw new Error(`there is no alliance ${alliance}`);
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
