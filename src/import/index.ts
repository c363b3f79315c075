import { alliances, type Group, groups, units } from '../alliance/index.ts';
import { type Rule, rules } from '../calendar/index.ts';
import { put, type Records, type Remember } from '../core/collection.ts';
import { Mistake } from '../core/mistake.ts';
import { addressKey } from '../core/records.ts';
import { accountKey, accounts, people } from '../people/index.ts';
import { type AllianceFile, allianceFile } from './records.ts';

export type { AllianceFile } from './records.ts';

/** @throws Mistake that names every mistake by its path. */
export function readAllianceFile(json: unknown): AllianceFile {
  const read = allianceFile.safeParse(json);
  if (read.success) return read.data;
  const mistakes = read.error.issues.map(({ path, message }) => `  ${path.join('.') || '(file)'}: ${message}`);
  throw new Mistake(`this is not an alliance file:\n${mistakes.join('\n')}`);
}

/** What an alliance file puts in place. Importing it again changes what it names and makes nothing twice. */
export function imported(file: AllianceFile, before: Records, now: number): readonly Remember[] {
  const { id: _, ...alliance } = file.alliance;
  return [
    put(alliances, { id: 'alliance', ...alliance }),
    ...file.units.map((unit) => put(units, unit)),
    ...file.people.map((person) => put(people, person)),
    ...file.rules.map((rule) => put(rules, ruleOf(rule, alliance.zone, before.get(rules, rule.id), now))),
  ];
}

/** A rule that is imported again keeps what has been decided by it; what is new about it holds from now on. */
function ruleOf(imported: AllianceFile['rules'][number], zone: string, known: Rule | undefined, now: number): Rule {
  const kept = { groups: known?.groups ?? [], active: known?.active ?? true, since: known?.since ?? now };
  const rule = { ...imported, zone, ...kept, ...(known?.through === undefined ? {} : { through: known.through }) };
  const unchanged = known !== undefined && written(rule) === written(known);
  return known === undefined || unchanged ? rule : { ...rule, since: now };
}

/** Its fields in the order of the schema. */
function written(rule: Rule): string {
  return JSON.stringify(rules.schema.parse(rule));
}

/** Puts the people and groups of a file on a platform where every name is an account, as in the terminal and in plays. */
export function staged(file: AllianceFile, platform: string): readonly Remember[] {
  const place = { platform, account: platform };
  return [
    ...file.groups.map(({ title, language }) => {
      const address = { ...place, kind: 'group', chat: title } as const;
      return put(groups, { id: addressKey(address), address, title, language } satisfies Group);
    }),
    ...file.people.map(({ id, name }) => {
      const account = accountKey(place, name);
      return put(accounts, { id: account, person: id, ...place, user: name, met: false });
    }),
  ];
}
