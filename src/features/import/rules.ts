import {
  type AnyRecord,
  type Collection,
  put,
  type Records,
  type Remember,
} from '../../core/collection.ts';
import { nameKey } from '../../core/names.ts';
import { mayActAs } from '../../core/roles.ts';
import {
  type Alliance,
  alliances,
  type Branch,
  branches,
  type Unit,
  units,
} from '../../identity/alliance/index.ts';
import { type Person, people, personNow } from '../../identity/people/index.ts';
import { type Rule, rules } from '../calendar/index.ts';
import { type AllianceFile, type LastImport, lastImports } from './records.ts';

/**
 * One thing of a file as it is to be remembered, and what the file said of it for the next time.
 */
interface Taken<R> {
  readonly record: R;
  readonly remember: readonly Remember[];
}

/**
 * Puts what a file says of one thing to what is there. A field that was changed in the bot since
 * the last import stays, unless the file itself says something else of it now. `settled` makes the
 * record of it.
 */
function taken<R extends AnyRecord>(
  collection: Collection<R>,
  said: Partial<R> & AnyRecord,
  before: R | undefined,
  records: Records,
  settled: (record: R) => R = (record) => record,
): Taken<R> {
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

export function takenAlliance(
  alliance: AllianceFile['alliance'],
  records: Records,
): Taken<Alliance> {
  return taken(
    alliances,
    { ...alliance, id: 'alliance' },
    records.get(alliances, 'alliance'),
    records,
  );
}

/** What has been decided by a fixed day stays; what is new about it holds from now on. */
export function takenRule(
  rule: AllianceFile['rules'][number],
  zone: string,
  records: Records,
  now: number,
): Taken<Rule> {
  const before = records.get(rules, rule.id);
  return taken(rules, { ...rule, zone }, before, records, (record) => {
    if (before === undefined) return { ...record, groups: [], active: true, since: now };
    return written(record) === written(before) ? before : { ...record, since: now };
  });
}

/** Its fields in the order of the schema. */
function written(rule: Rule): string {
  return JSON.stringify(rules.schema.parse(rule));
}

/** The record that a thing of a file became the last time, else the one that it clearly is. */
function known<R extends AnyRecord>(
  collection: Collection<R>,
  id: string,
  records: Records,
  isIt: (record: R) => boolean,
): R | undefined {
  const last = records.get(lastImports, `${collection.name}:${id}`)?.record ?? id;
  return records.get(collection, last) ?? records.all(collection).find(isIt);
}

export function takenBranch(branch: Branch, records: Records): Taken<Branch> {
  const before = known(
    branches,
    branch.id,
    records,
    (one) => nameKey(one.name) === nameKey(branch.name),
  );
  return taken(branches, branch, before, records);
}

export function takenUnit(
  { contacts: _, ...unit }: AllianceFile['units'][number],
  records: Records,
): Taken<Unit> {
  const before = known(units, unit.id, records, (one) => nameKey(one.name) === nameKey(unit.name));
  return taken(units, unit, before, records);
}

/**
 * Somebody who came to the unit before the file did is taken for the one of their name, but gets no
 * rights by it.
 * `unit` is the id of the unit's record.
 */
export function takenPerson(
  person: AllianceFile['people'][number],
  unit: string | undefined,
  records: Records,
): Taken<Person> {
  const said: Person = { ...person, ...(unit === undefined ? {} : { unit }) };
  const last = records.get(lastImports, `${people.name}:${person.id}`)?.record ?? person.id;
  const namesakes = records
    .where(people, nameKey(person.name))
    .filter((one) => one.role !== 'guest' && one.unit === unit && mayActAs(one.role, person.role));
  const before =
    records.get(people, personNow(records, last)) ??
    (namesakes.length === 1 ? namesakes[0] : undefined);
  return taken(people, said, before, records);
}

/** What the last import said of somebody, or of the fixed days they run, once they are another. */
export function withPersonNow(last: LastImport, from: string, to: string): readonly Remember[] {
  if (last.id.startsWith(`${people.name}:`) && last.record === from)
    return [put(lastImports, { ...last, record: to })];
  if (last.id.startsWith(`${rules.name}:`) && last.said['liaison'] === from)
    return [put(lastImports, { ...last, said: { ...last.said, liaison: to } })];
  return [];
}
