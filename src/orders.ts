import { z } from 'zod';
import type { App } from './app.ts';
import { CODE_LASTS, codes, type Grant, issue } from './codes/index.ts';
import { Mistake } from './core/mistake.ts';
import { nameKey } from './core/names.ts';
import { dateOf, timeOf } from './core/time.ts';
import { names, users } from './directory/index.ts';
import { type AllianceFile, imported, readAllianceFile } from './import/index.ts';
import { isSpokenFor, people } from './people/index.ts';
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
 * A new code; earlier setup codes for the same are void.
 * @param alliance its id or name, when it is for this one only.
 * @param person whoever sends the code is this person, by id or name; without one they become convenor.
 * @throws Mistake when there is no such alliance, or not one such person for whom nobody speaks.
 */
async function newCode({ app, clock, chance }: Office, alliance?: string, person?: string): Promise<string> {
  let meant: string | undefined;
  await app.change(DIRECTORY, (directory) => {
    meant = directory.all(names).find(({ id, name }) => id === alliance || name === alliance)?.id;
    return [];
  });
  if (alliance !== undefined && meant === undefined) throw new Mistake(`there is no alliance ${alliance}`);
  const grant = person === undefined ? { kind: 'setup' as const } : await beingPerson(app, meant ?? '', person);
  let code = '';
  await app.change(DIRECTORY, (directory) => {
    const until = person === undefined ? {} : { until: clock.now() + CODE_LASTS };
    const parts = { grant, ...until, ...(meant === undefined ? {} : { alliance: meant }) };
    const issued = issue(parts, { ...secrets(chance), directory, now: clock.now() });
    code = issued.code;
    return issued.remember;
  });
  return person === undefined ? `setup code: ${code}` : `code for ${person}, good for 10 minutes: /绑定 ${code}`;
}

async function beingPerson(app: App, alliance: string, person: string): Promise<Extract<Grant, { kind: 'person' }>> {
  let found: readonly string[] = [];
  await app.change(alliance, (records) => {
    const mute = records.all(people).filter(({ id }) => !isSpokenFor(records, id));
    found = mute.filter(({ id, name }) => id === person || nameKey(name) === nameKey(person)).map(({ id }) => id);
    return [];
  });
  const [only, other] = found;
  if (only === undefined) throw new Mistake(`there is no ${person} for whom nobody speaks; from a chat: /绑定`);
  if (other !== undefined) throw new Mistake(`there are several ${person}; give one of their ids: ${found.join(', ')}`);
  return { kind: 'person', person: only };
}

/**
 * What the clock says, and how far the bot has lived where that is later.
 * @param isRight the clock is right, and stood ahead before.
 */
async function lookAtClock({ app, clock }: Office, isRight: boolean): Promise<string> {
  const now = momentText(clock.now());
  const lived = app.livedUntil();
  if (lived === undefined) return `the clock says ${now}; nothing waits because of it`;
  const until = momentText(lived);
  if (!isRight)
    return `the clock says ${now}, but the bot has lived until ${until}: scheduled messages wait until then.\nIf the clock is right now: npm run clock -- right`;
  await app.setBack();
  return `the clock is right: ${now}. Scheduled messages go on from now; what was sent by the clock that stood at ${until} is not sent again`;
}

/** On the clock of the machine. */
function momentText(at: number): string {
  const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
  return `${dateOf(at, zone)} ${timeOf(at, zone)} (${zone})`;
}

/** What may be ordered: to import a file, to make a new code, to look at the clock or say that it is right. */
const order = z.discriminatedUnion('do', [
  z.object({ do: z.literal('import'), file: z.unknown() }),
  z.object({ do: z.literal('code'), alliance: z.string().optional(), person: z.string().optional() }),
  z.object({ do: z.literal('clock'), right: z.boolean() }),
]);
export type Order = z.infer<typeof order>;

/**
 * Carries out what the machine's own user orders, as one decision.
 * @returns what to tell them.
 * @throws Mistake when it cannot be done; nothing is changed then.
 */
export async function carryOut(office: Office, given: unknown): Promise<string> {
  const read = order.safeParse(given);
  if (!read.success) throw new Mistake('this is no order that the bot knows; are both of the same version?');
  if (read.data.do === 'code') return newCode(office, read.data.alliance, read.data.person);
  if (read.data.do === 'clock') return lookAtClock(office, read.data.right);
  return importAlliance(office, readAllianceFile(read.data.file));
}

/** Into the alliance of the file's id, or the one that was begun under its name. */
async function importAlliance({ app, clock }: Office, file: AllianceFile): Promise<string> {
  let target = file.alliance.id;
  let isRun = false;
  await app.change(DIRECTORY, (directory) => {
    const all = directory.all(names);
    const called = all.find(({ name }) => nameKey(name) === nameKey(file.alliance.name));
    target = all.find(({ id }) => id === target)?.id ?? called?.id ?? target;
    isRun = directory.all(users).some(({ alliances }) => alliances.includes(target));
    return [];
  });
  await app.change(target, (records) => imported(file, records, clock.now()));
  const { branches, units, people, rules } = file;
  const counts = Object.entries({ branches, units, people, rules }).map(([what, list]) => `${list.length} ${what}`);
  const next = 'Next: send the bot /setup with the setup code in private (a lost one: npm run code)';
  return [`${file.alliance.name}: ${counts.join(', ')}`, ...(isRun ? [] : [next])].join('\n');
}

function secrets({ below, fingerprint }: Chance) {
  return { chance: below, fingerprint };
}
