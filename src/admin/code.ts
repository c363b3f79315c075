import type { Bot } from '../bot.ts';
import type { Records } from '../core/collection.ts';
import { nameKey } from '../core/names.ts';
import type { Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import { codes, type Grant, INVITATION_LASTS, issue } from '../identity/codes/index.ts';
import { accountAlliances, allianceNames } from '../identity/directory/index.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import { isSpokenFor, people } from '../identity/people/index.ts';
import type { Random } from '../ports/clock.ts';
import type { AdminContext } from './context.ts';
import { setupText } from './texts.ts';

/**
 * A setup code for a store in which nobody has ever been anybody, and none was made yet.
 * @returns undefined in every other store.
 */
export async function firstSetupCode({
  app,
  clock,
  random,
}: AdminContext): Promise<string | undefined> {
  return setupCode({ app, clock, random }, (directory) => isNew(directory) && !hasCode(directory));
}

/**
 * A setup code for a store in which nobody has ever been anybody, also where one was made before,
 * which is void then. @returns undefined in every other store.
 */
export function newFirstCode(context: AdminContext): Promise<string | undefined> {
  return setupCode(context, isNew);
}

/** Whether nobody is anybody yet, and a setup code waits for the first one. */
export function waitsForConvenor({ app }: Pick<AdminContext, 'app'>): Promise<boolean> {
  return app.look(DIRECTORY, (directory) => isNew(directory) && hasCode(directory));
}

function isNew(directory: Records): boolean {
  return directory.all(accountAlliances).length === 0;
}

function hasCode(directory: Records): boolean {
  return directory.all(codes).some(({ grant }) => grant.kind === 'setup');
}

async function setupCode(
  { app, clock, random }: AdminContext,
  isWanted: (directory: Records) => boolean,
): Promise<string | undefined> {
  let code: string | undefined;
  await app.change(DIRECTORY, (directory) => {
    if (!isWanted(directory)) return [];
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
): Promise<Text> {
  const all = await app.look(DIRECTORY, (directory) => directory.all(allianceNames));
  const named = all.find(({ id, name }) => id === alliance || name === alliance);
  const meant = named?.id;
  if (alliance !== undefined && meant === undefined)
    throw new UserError({
      zh: `没有叫「${alliance}」的联盟${all.length === 0 ? '' : `，有：${all.map(({ name }) => name).join('、')}`}`,
      en: `there is no alliance ${alliance}`,
    });
  const grant =
    person === undefined ? { kind: 'setup' as const } : await beingPerson(app, meant ?? '', person);
  let code = '';
  await app.change(DIRECTORY, (directory) => {
    const until = person === undefined ? {} : { until: clock.now() + INVITATION_LASTS };
    const parts = { grant, ...until, ...(meant === undefined ? {} : { alliance: meant }) };
    const issued = issue(parts, { ...secrets(random), directory, now: clock.now() });
    code = issued.code;
    return issued.remember;
  });
  return person === undefined
    ? setupText(code, all.length === 1 ? all[0]?.name : named?.name)
    : {
        zh: `给${person}的码，14 天内有效。请${person}私聊机器人发：/绑定 ${code}`,
        en: `code for ${person}, good for 14 days: /绑定 ${code}`,
      };
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
    throw new UserError({
      zh: `没有叫「${person}」而又没有账号的人。还有账号的人请私聊机器人发「/绑定」`,
      en: `there is no ${person} for whom nobody speaks; from a chat: /绑定`,
    });
  if (other !== undefined)
    throw new UserError({
      zh: `有好几个「${person}」，请写其中一个的 id：${found.join('、')}`,
      en: `there are several ${person}; give one of their ids: ${found.join(', ')}`,
    });
  return { kind: 'person', person: only };
}

function secrets({ below, fingerprint }: Random) {
  return { randomBelow: below, fingerprint };
}
