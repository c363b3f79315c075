import type { Bot } from '../bot.ts';
import { nameKey } from '../core/names.ts';
import { UserError } from '../core/user-error.ts';
import { CODE_LASTS, codes, type Grant, issue } from '../identity/codes/index.ts';
import { accountAlliances, allianceNames } from '../identity/directory/index.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import { isSpokenFor, people } from '../identity/people/index.ts';
import type { Random } from '../ports/clock.ts';
import type { AdminContext } from './context.ts';

/**
 * A setup code for a store in which nobody has ever been anybody, and none was made yet.
 * @returns undefined in every other store.
 */
export async function firstSetupCode({
  app,
  clock,
  random,
}: AdminContext): Promise<string | undefined> {
  let code: string | undefined;
  await app.change(DIRECTORY, (directory) => {
    const begun =
      directory.all(accountAlliances).length > 0 ||
      directory.all(codes).some(({ grant }) => grant.kind === 'setup');
    if (begun) return [];
    const issued = issue(
      { grant: { kind: 'setup' } },
      { ...secrets(random), directory, now: clock.now() },
    );
    code = issued.code;
    return issued.remember;
  });
  return code;
}

/**
 * A new code; earlier setup codes for the same are void.
 * @param alliance its id or name, when it is for this one only.
 * @param person whoever sends the code is this person, by id or name; without one they become
 * convenor.
 * @throws UserError when there is no such alliance, or not one such person for whom nobody speaks.
 */
export async function newCode(
  { app, clock, random }: AdminContext,
  alliance?: string,
  person?: string,
): Promise<string> {
  const all = await app.look(DIRECTORY, (directory) => directory.all(allianceNames));
  const meant = all.find(({ id, name }) => id === alliance || name === alliance)?.id;
  if (alliance !== undefined && meant === undefined)
    throw new UserError(`there is no alliance ${alliance}`);
  const grant =
    person === undefined ? { kind: 'setup' as const } : await beingPerson(app, meant ?? '', person);
  let code = '';
  await app.change(DIRECTORY, (directory) => {
    const until = person === undefined ? {} : { until: clock.now() + CODE_LASTS };
    const parts = { grant, ...until, ...(meant === undefined ? {} : { alliance: meant }) };
    const issued = issue(parts, { ...secrets(random), directory, now: clock.now() });
    code = issued.code;
    return issued.remember;
  });
  return person === undefined
    ? `setup code: ${code}`
    : `code for ${person}, good for 10 minutes: /绑定 ${code}`;
}

async function beingPerson(
  app: Bot,
  alliance: string,
  person: string,
): Promise<Extract<Grant, { kind: 'person' }>> {
  const found = await app.look(alliance, (records) => {
    const mute = records.all(people).filter(({ id }) => !isSpokenFor(records, id));
    return mute
      .filter(({ id, name }) => id === person || nameKey(name) === nameKey(person))
      .map(({ id }) => id);
  });
  const [only, other] = found;
  if (only === undefined)
    throw new UserError(`there is no ${person} for whom nobody speaks; from a chat: /绑定`);
  if (other !== undefined)
    throw new UserError(`there are several ${person}; give one of their ids: ${found.join(', ')}`);
  return { kind: 'person', person: only };
}

function secrets({ below, fingerprint }: Random) {
  return { randomBelow: below, fingerprint };
}
