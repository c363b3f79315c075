import { put, type Records, type Remember } from '../../core/collection.ts';
import { feature } from '../../core/feature.ts';
import { remember } from '../../core/outcome.ts';
import { addressKey } from '../../core/records.ts';
import { UserError } from '../../core/user-error.ts';
import { type Group, groups } from '../../identity/alliance/index.ts';
import { accountKey, accounts, contacts } from '../../identity/people/index.ts';
import { type AllianceFile, allianceFile, lastImports } from './records.ts';
import {
  takenAlliance,
  takenBranch,
  takenPerson,
  takenRule,
  takenUnit,
  withPersonNow,
} from './rules.ts';
import { mistakeText } from './texts.ts';

export type { AllianceFile } from './records.ts';

/** What alliance files have put in place, so that the next one can tell what is new in it. */
export const importFeature = feature({
  name: 'import',
  collections: [lastImports],
  merge: (from, to, { records }) =>
    remember(...records.all(lastImports).flatMap((last) => withPersonNow(last, from, to))),
});

/** @throws UserError that names every mistake by its path. */
export function readAllianceFile(json: unknown): AllianceFile {
  const read = allianceFile.safeParse(json, { error: mistakeText });
  if (read.success) return read.data;
  const mistakes = read.error.issues.map(({ path, message }) => `  ${pathText(path)}: ${message}`);
  throw new UserError(`this is not an alliance file:\n${mistakes.join('\n')}`);
}

/** `units[2].kind` */
function pathText(path: readonly PropertyKey[]): string {
  const text = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  return text.replace(/^\./, '') || '(file)';
}

/**
 * What an alliance file puts in place. Importing it again changes what is new in it, makes nothing
 * twice, and takes nothing away.
 */
export function imported(file: AllianceFile, before: Records, now: number): readonly Remember[] {
  const branches = file.branches.map((branch) => takenBranch(branch, before));
  const units = file.units.map((unit) => ({ unit, taken: takenUnit(unit, before) }));
  const unitId = new Map(units.map(({ unit, taken }) => [unit.id, taken.record.id]));
  const people = file.people.map((person) =>
    takenPerson(person, unitId.get(person.unit ?? ''), before),
  );
  const personId = new Map(file.people.map(({ id }, index) => [id, people[index]?.record.id]));
  return [
    ...takenAlliance(file.alliance, before).remember,
    ...branches.flatMap((one) => one.remember),
    ...units.flatMap(({ unit, taken }) => [
      ...taken.remember,
      ...(unit.contacts.length > 0
        ? [put(contacts, { id: taken.record.id, people: unit.contacts })]
        : []),
    ]),
    ...people.flatMap((one) => one.remember),
    ...file.rules.flatMap(
      ({ liaison, ...rule }) =>
        takenRule(
          { ...rule, liaison: liaison && personId.get(liaison) },
          file.alliance.zone,
          before,
          now,
        ).remember,
    ),
  ];
}

/**
 * Puts the people and groups of a file on a platform where every name is an account, as in the
 * terminal and in plays.
 */
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
