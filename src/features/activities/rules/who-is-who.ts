import type { Remember } from '../../../core/collection.ts';
import type { CommandContext } from '../../../core/command.ts';
import { nameKey } from '../../../core/names.ts';
import { unitCalled } from '../../../identity/alliance/index.ts';
import { type Person, people, peopleCalled, personCalled } from '../../../identity/people/index.ts';
import { type Activity, attendance, signups } from '../records/index.ts';
import type { Listed } from './chain/entry.ts';
import { isSamePlace } from './chain/namesakes.ts';
import { nameOf, unitMeant } from './names.ts';

/** Somebody of a list, and who they are. */
interface Known {
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly remember: readonly Remember[];
}

/**
 * Who the people of a list are: whom each name means, the speaker where it is theirs. Of several of
 * one name, whom the list tells apart by where they are from, one is the member of that unit, one
 * whoever was called `张伟（天星小学）` before; the first who is left is whom the name means, and others
 * are guests called so. The same list means the same people, in whatever order it is pasted;
 * `there` are the ids of those who have signed up, asked for only where a name alone does not tell.
 */
export function whoIsWho(
  list: readonly Listed[],
  there: () => readonly string[],
  context: CommandContext,
): readonly (Listed & Known)[] {
  const found = new Map<string, Known>();
  const keyOf = ({ name, from = '' }: Listed) => `${nameKey(name)} ${from}`;
  const apart = list.filter(({ from }) => from !== undefined);
  for (const one of apart) {
    const person = memberOf(one, context) ?? guestFrom(one, there, context);
    if (person !== undefined) found.set(keyOf(one), { person, remember: [] });
  }
  for (const one of list) {
    if (found.has(keyOf(one))) continue;
    const others = one.from === undefined ? [] : [...found.values()];
    found.set(keyOf(one), meant(one, there, others, context));
  }
  return list.flatMap((one) => {
    const known = found.get(keyOf(one));
    return known === undefined ? [] : [{ ...one, ...known }];
  });
}

/**
 * Whom a name means who is none of the others; somebody of the name who has signed up before
 * anybody else.
 */
function meant(
  one: Listed,
  there: () => readonly string[],
  others: readonly Known[],
  context: CommandContext,
): Known {
  const { records, newId } = context;
  const isOther = (id: string) => others.some(({ person }) => person.id === id);
  const key = nameKey(one.name);
  const plainly =
    nameKey(context.person.name) === key ? own(context) : personCalled(records, one.name, newId);
  const unit = one.party > 1 ? unitMeant(records, one.name) : undefined;
  if (unit !== undefined)
    return { person: { id: unit.id, name: nameOf(records, unit.id) }, remember: [] };
  if (one.from === undefined) return plainly;
  const before = there().find((id) => nameKey(nameOf(records, id)) === key && !isOther(id));
  if (before !== undefined) return { person: { id: before, name: one.name }, remember: [] };
  const isNew = (known: Known) => known.remember.length > 0 && nameKey(known.person.name) === key;
  const isTaken = isOther(plainly.person.id) || (isNew(plainly) && others.some(isNew));
  return isTaken ? personCalled(records, calledFrom(one, context), newId) : plainly;
}

function own({ person }: CommandContext): Known {
  return { person, remember: [] };
}

function memberOf({ name, from = '' }: Listed, { records }: CommandContext): Person | undefined {
  const unit = unitCalled(records, from)?.id;
  const members = records
    .where(people, nameKey(name))
    .filter((one) => one.role !== 'guest' && one.unit === unit);
  return unit !== undefined && members.length === 1 ? members[0] : undefined;
}

function guestFrom(
  one: Listed,
  there: () => readonly string[],
  context: CommandContext,
): Known['person'] | undefined {
  const { records } = context;
  const called = records.where(people, nameKey(calledFrom(one, context)))[0];
  if (called !== undefined) return called;
  const begin = `${nameKey(one.name)}(`;
  const id = there().find((other) => {
    const name = nameKey(nameOf(records, other));
    return name.startsWith(begin) && isSamePlace(name.slice(begin.length, -1), one.from);
  });
  return id === undefined ? undefined : { id, name: nameOf(records, id) };
}

/** `张伟（天星小学）`, a unit by what it is called for short. */
function calledFrom({ name, from = '' }: Listed, { records }: CommandContext): string {
  const unit = unitCalled(records, from);
  return `${name}（${unit?.short[0] ?? unit?.name ?? from}）`;
}

/** Of several with this name those who signed up or checked in. */
export function candidates(
  activity: Activity,
  who: string,
  context: CommandContext,
): readonly Person[] {
  const called = peopleCalled(context.records, who);
  const known = called.filter(({ id }) => {
    const key = `${activity.id}/${id}`;
    return (
      context.records.get(signups, key) !== undefined ||
      context.records.get(attendance, key) !== undefined
    );
  });
  return known.length > 0 ? known : called;
}
