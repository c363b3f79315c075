import type { AnyRecord, Collection, Records } from '../core/collection.ts';
import { valuesAt } from '../core/erasing.ts';
import type { Feature } from '../core/feature.ts';
import { masked } from '../core/masking.ts';
import { pipelineCollections } from '../core/records.ts';
import { dateOf, timeOf } from '../core/time.ts';
import { allianceOf, zoneOf } from '../identity/alliance/index.ts';
import { accounts, identityOf, people } from '../identity/people/index.ts';
import type { Attachment } from '../ports/chat.ts';

/**
 * Everything that is kept about a person, as a JSON file for them: each record of each collection
 * that declares a field in which they stand. In what others said the private numbers are masked.
 */
export function ownRecords(
  person: string,
  features: readonly Feature[],
  records: Records,
  now: number,
): Attachment {
  const collections = [...features.flatMap((one) => one.collections), ...pipelineCollections];
  const { ids, accounts: own } = identityOf(person, collections, records);
  const held = collections.flatMap((collection) => {
    const found = records.all(collection).filter((record) => holds(collection, record, ids, own));
    if (found.length === 0) return [];
    const shown = found.map((record) => (saidBy(record, ids) ? record : withoutNumbers(record)));
    return [[collection.name, shown] as const];
  });
  const zone = zoneOf(records);
  const content = {
    alliance: allianceOf(records).name,
    person: records.get(people, person)?.name,
    made: `${dateOf(now, zone)} ${timeOf(now, zone)}`,
    kept: Object.fromEntries(held),
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(content, undefined, 2)}\n`);
  return { kind: 'document', name: '我的信息.json', bytes };
}

function holds(
  { name, people: one = [], peopleApart: two = [], accounts: three = [] }: Collection,
  record: AnyRecord,
  ids: readonly string[],
  own: readonly string[],
): boolean {
  // Its own record, and the accounts that speak for it.
  if (name === people.name || name === accounts.name)
    return ids.includes(record.id) || own.includes(record.id);
  const isTheirs = (text: string) =>
    ids.some((id) => text === id || text.endsWith(`/${id}`)) || own.includes(text);
  return [...one, ...two, ...three].some((path) => valuesAt(record, path).some(isTheirs));
}

function saidBy(record: AnyRecord, ids: readonly string[]): boolean {
  return ['by', 'asker', 'reporter', 'person', 'id'].some((path) =>
    valuesAt(record, path).some((one) => ids.includes(one)),
  );
}

function withoutNumbers<T>(value: T): T {
  if (typeof value === 'string')
    return (/\p{Script=Han}|\s/u.test(value) ? masked(value) : value) as T;
  if (Array.isArray(value)) return value.map(withoutNumbers) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, one]) => [name, withoutNumbers(one)] as const);
  return Object.fromEntries(fields) as T;
}
