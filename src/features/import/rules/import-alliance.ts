import {
  type AnyRecord,
  type Collection,
  put,
  type Records,
  type Remember,
} from '../../../core/collection.ts';
import { wasErased } from '../../../core/erased.ts';
import { nameKey } from '../../../core/names.ts';
import { addressKey } from '../../../core/records.ts';
import { mayActAs } from '../../../core/roles.ts';
import {
  type Alliance,
  type Audience,
  alliances,
  type Branch,
  branches,
  type Group,
  groups,
  type Unit,
  units,
} from '../../../identity/alliance/index.ts';
import {
  accountKey,
  accounts,
  contacts,
  type Person,
  people,
  personNow,
} from '../../../identity/people/index.ts';
import { type Rule, rules } from '../../calendar/index.ts';
import { type LastImport, lastImports } from '../records.ts';
import type { AllianceFile } from './alliance-file.ts';

/**
 * One thing of a file as it is to be remembered, and what the file said of it for the next time.
 */
interface Imported<R> {
  readonly record: R;
  readonly remember: readonly Remember[];
}

/**
 * Puts what a file says of one thing to what is there. A field that was changed in the bot since
 * the last import stays, unless the file itself says something else of it now. `settled` makes the
 * record of it.
 */
function importRecord<R extends AnyRecord>(
  collection: Collection<R>,
  said: Partial<R> & AnyRecord,
  before: R | undefined,
  records: Records,
  settled: (record: R) => R = (record) => record,
): Imported<R> {
  const id = `${collection.name}:${said.id}`;
  const last = records.get(lastImports, id)?.said ?? {};
  const news = Object.entries(said).filter(
    ([field, value]) =>
      before === undefined || JSON.stringify(last[field]) !== JSON.stringify(value),
  );
  const record = settled({
    ...before,
    ...Object.fromEntries(news),
    id: before?.id ?? said.id,
  } as R);
  return {
    record,
    remember: [
      put(collection, record),
      put(lastImports, { id, record: record.id, said: { ...said } }),
    ],
  };
}

function importAllianceRecord(
  alliance: AllianceFile['alliance'],
  records: Records,
): Imported<Alliance> {
  return importRecord(
    alliances,
    { ...alliance, id: 'alliance' },
    records.get(alliances, 'alliance'),
    records,
  );
}

/** What has been decided by a fixed day stays; what is new about it holds from now on. */
function importRule(
  rule: Omit<AllianceFile['rules'][number], 'audience'> & { readonly audience?: Audience },
  zone: string,
  records: Records,
  now: number,
): Imported<Rule> {
  const before = records.get(rules, rule.id);
  return importRecord(rules, { ...rule, zone }, before, records, (record) => {
    if (before === undefined) return { ...record, groups: [], active: true, since: now };
    return written(record) === written(before) ? before : { ...record, since: now };
  });
}

/** Its fields in the order of the schema. */
function written(rule: Rule): string {
  return JSON.stringify(rules.schema.parse(rule));
}

/** The record that a thing of a file became the last time, else the one that it clearly is. */
function knownRecord<R extends AnyRecord>(
  collection: Collection<R>,
  id: string,
  records: Records,
  isIt: (record: R) => boolean,
): R | undefined {
  const last = records.get(lastImports, `${collection.name}:${id}`)?.record ?? id;
  return records.get(collection, last) ?? records.all(collection).find(isIt);
}

function importBranch(branch: Branch, records: Records): Imported<Branch> {
  const before = knownRecord(
    branches,
    branch.id,
    records,
    (one) => nameKey(one.name) === nameKey(branch.name),
  );
  return importRecord(branches, branch, before, records);
}

function importUnit(
  { contacts: _, ...unit }: AllianceFile['units'][number],
  records: Records,
): Imported<Unit> {
  const before = knownRecord(
    units,
    unit.id,
    records,
    (one) => nameKey(one.name) === nameKey(unit.name),
  );
  return importRecord(units, unit, before, records);
}

/**
 * Somebody who came to the unit before the file did is taken for the one of their name, but gets no
 * rights by it.
 * `unit` is the id of the unit's record.
 */
function importPerson(
  person: AllianceFile['people'][number],
  unit: string | undefined,
  records: Records,
): Imported<Person> {
  const said: Person = { ...person, ...(unit === undefined ? {} : { unit }) };
  const last = records.get(lastImports, `${people.name}:${person.id}`)?.record ?? person.id;
  const namesakes = records
    .where(people, nameKey(person.name))
    .filter((one) => one.role !== 'guest' && one.unit === unit && mayActAs(one.role, person.role));
  const before =
    records.get(people, personNow(records, last)) ??
    (namesakes.length === 1 ? namesakes[0] : undefined);
  return importRecord(people, said, before, records);
}

/**
 * What an alliance file puts in place. Importing it again changes what is new in it, makes nothing
 * twice, and takes nothing away. Nobody who was erased comes back by it.
 */
export function imported(whole: AllianceFile, before: Records, now: number): readonly Remember[] {
  const file = { ...whole, people: whole.people.filter(({ id }) => !wasErased(before, id)) };
  const branches = file.branches.map((branch) => importBranch(branch, before));
  const branchId = new Map(file.branches.map(({ id }, index) => [id, branches[index]?.record.id]));
  const units = file.units.map((unit) => ({ unit, taken: importUnit(unit, before) }));
  const unitId = new Map(units.map(({ unit, taken }) => [unit.id, taken.record.id]));
  const people = file.people.map((person) =>
    importPerson(person, unitId.get(person.unit ?? ''), before),
  );
  const personId = new Map(file.people.map(({ id }, index) => [id, people[index]?.record.id]));
  return [
    ...importAllianceRecord(file.alliance, before).remember,
    ...branches.flatMap((one) => one.remember),
    ...units.flatMap(({ unit, taken }) => [
      ...taken.remember,
      ...(unit.contacts.length > 0
        ? [put(contacts, { id: taken.record.id, people: unit.contacts })]
        : []),
    ]),
    ...people.flatMap((one) => one.remember),
    ...file.rules.flatMap(
      ({ liaison, audience, ...rule }) =>
        importRule(
          {
            ...rule,
            ...(audience && { audience: withBranches(audience, branchId) }),
            liaison: liaison && personId.get(liaison),
          },
          file.alliance.zone,
          before,
          now,
        ).remember,
    ),
  ];
}

/** With the branches by the ids of their records. */
function withBranches(
  { branches, ...audience }: Audience,
  branchId: ReadonlyMap<string, string | undefined>,
): Audience {
  if (branches === undefined) return audience;
  return { ...audience, branches: branches.map((id) => branchId.get(id) ?? id) };
}

/** What the last import said of somebody, or of the fixed days they run, once they are another. */
export function withPersonNow(last: LastImport, from: string, to: string): readonly Remember[] {
  if (last.id.startsWith(`${people.name}:`) && last.record === from)
    return [put(lastImports, { ...last, record: to })];
  if (last.id.startsWith(`${rules.name}:`) && last.said['liaison'] === from)
    return [put(lastImports, { ...last, said: { ...last.said, liaison: to } })];
  return [];
}

/**
 * Puts the people and groups of a file on a platform where every name is an account, as in the
 * terminal and in plays.
 */
export function staged(file: AllianceFile, platform: string): readonly Remember[] {
  const place = { platform, account: platform };
  return [
    ...file.groups.map(({ title, language, kind }) => {
      const address = { ...place, kind: 'group', chat: title } as const;
      return put(groups, {
        id: addressKey(address),
        address,
        title,
        language,
        ...(kind && { kind }),
      } satisfies Group);
    }),
    ...file.people.map(({ id, name }) => {
      const account = accountKey(place, name);
      return put(accounts, {
        ...{ id: account, person: id, ...place, user: name, met: false },
        // They have long known the bot.
        informed: true,
      });
    }),
  ];
}
