import type { CommandContext } from '../../../../core/command.ts';
import { fold } from '../../../../core/line.ts';
import { nameKey } from '../../../../core/names.ts';
import { type Outcome, refuse } from '../../../../core/outcome.ts';
import type { Role } from '../../../../core/roles.ts';
import type { Text } from '../../../../core/text.ts';
import { type Unit, unitCalled, unitNamed } from '../../../alliance/index.ts';
import { type Person, people } from '../../records.ts';
import { roleTexts } from '../../texts/roles.ts';

const ROLES: ReadonlyMap<string, Role> = new Map(
  Object.entries({
    成员: 'member',
    联络员: 'liaison',
    副联络员: 'liaison',
    副: 'liaison',
    召集人: 'convenor',
    来宾: 'guest',
    普通: 'guest',
    member: 'member',
    liaison: 'liaison',
    deputy: 'liaison',
    convenor: 'convenor',
    guest: 'guest',
  } as const),
);

/** What the words behind a command are about; whatever is neither a unit nor a role is a name. */
export interface Meant {
  readonly unit: Unit | undefined;
  readonly role: Role | undefined;
  readonly deputy: boolean;
  /** 撤, 取消: the opposite is meant. */
  readonly off: boolean;
  readonly names: readonly string[];
}

/** Reads `恒威 张伟 联络员` in any order. */
export function readMeant(text: string | undefined, { records }: CommandContext): Meant {
  const words = text?.split(/[\s、，,;；]+/).filter(Boolean) ?? [];
  const roleWord = words.find((word) => ROLES.has(fold(word)));
  const offWord = words.find((word) => ['撤', '撤销', '取消', '免', '不再'].includes(fold(word)));
  // A beginning of a unit's name may be a person's whole name.
  const isPerson = (word: string) =>
    records.where(people, nameKey(word)).some(({ role }) => role !== 'guest');
  const unitWord =
    words.find((word) => unitNamed(records, word) !== undefined) ??
    words.find((word) => unitCalled(records, word) !== undefined && !isPerson(word));
  return {
    unit: unitWord === undefined ? undefined : unitCalled(records, unitWord),
    role: roleWord === undefined ? undefined : ROLES.get(fold(roleWord)),
    deputy: words.some((word) => /^(副|deputy$)/.test(fold(word))),
    off: offWord !== undefined,
    names: words.filter((word) => ![roleWord, offWord, unitWord].includes(word)),
  };
}

/**
 * The one person that is meant, perhaps nobody yet. Without a name, or with several, it is said how
 * to say it.
 */
export function oneMeant(
  { names, unit }: Meant,
  howTo: Text,
  context: CommandContext,
): { readonly name: string; readonly person: Person | undefined } | { readonly answer: Outcome } {
  const [name, other] = names;
  if (name === undefined || other !== undefined) return { answer: refuse(howTo) };
  const called = memberCalled(name, unit, context);
  return 'answer' in called ? called : { name, person: called.person };
}

/**
 * The member of a name, of a unit where one was named. Guests have their names from themselves, so
 * a name means none of them.
 */
export function memberCalled(
  name: string,
  unit: Unit | undefined,
  { records }: Pick<CommandContext, 'records'>,
  fits: (person: Person) => boolean = () => true,
): { readonly person: Person | undefined } | { readonly answer: Outcome } {
  const all = records
    .where(people, nameKey(name))
    .filter((person) => person.role !== 'guest' && fits(person));
  const inUnit = all.filter((person) => unit !== undefined && person.unit === unit.id);
  const fitting = inUnit.length > 0 ? inUnit : all;
  if (fitting.length > 1) return { answer: refuse(roleTexts.severalCalled(name)) };
  return { person: fitting[0] };
}
