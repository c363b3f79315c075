import type { Records } from '../../core/collection.ts';
import type { CommandContext } from '../../core/command.ts';
import { maskedName } from '../../core/masked-names.ts';
import type { Role } from '../../core/roles.ts';
import { lines, nameList, plain, type Text } from '../../core/text.ts';
import { kindName, type Unit, unitOf } from '../alliance/index.ts';
import { attempts, contacts, type Person, people } from './records.ts';
import { peopleHidden } from './rules/published.ts';
import { roleTexts } from './texts/roles.ts';
import { unitTexts } from './texts/units.ts';

/** Where a unit has no other, its convenor acts for it. */
function liaisonsOfUnit(unit: string, records: Records): readonly string[] {
  const ofUnit = records.all(people).filter((person) => person.unit === unit);
  const liaisons = ofUnit.filter(({ role }) => role === 'liaison');
  return (liaisons.length > 0 ? liaisons : ofUnit.filter(({ role }) => role === 'convenor')).map(
    (person) => (person.deputy === true ? `${person.name}(${unitTexts.deputy.zh})` : person.name),
  );
}

/** `恒威（陈刚、张伟(副)）`. */
export function unitLine(unit: Unit, records: Records): Text {
  const names = unitTexts.liaisonNames(liaisonsOfUnit(unit.id, records).join('、'));
  const short = unit.short[0] ?? unit.name;
  return { zh: `${short}（${names.zh}）`, en: `${short} (${names.en})` };
}

/** `召集人周敏（社区）`. */
export function personText({ name, role, unit: id }: Person, records: Records): Text {
  const unit = unitOf(records, id);
  return roleTexts.who(name, role, unit && (unit.short[0] ?? unit.name));
}

/** Which names a text that is to be published does not show, and how they would be shown. */
export function hiddenNamesText(text: string, records: Records): Text | false {
  const hidden = [...new Set(peopleHidden(text, records).map(({ name }) => name))];
  if (hidden.length === 0) return false;
  const names = nameList(hidden.slice(0, HIDDEN_NAMED).map(plain), HIDDEN_NAMED, hidden.length);
  return roleTexts.namesHidden(names, maskedName(hidden[0] ?? ''));
}

/** One unit; telephone numbers only in private. */
export function unitText(unit: Unit, records: Records, place: 'group' | 'private'): Text {
  const people = records.get(contacts, unit.id)?.people ?? [];
  const listed = people.map(({ name, post, phone }) =>
    [post, name, place === 'private' ? phone : masked(phone)].filter(Boolean).join(' '),
  );
  return lines(
    unitTexts.unitBrief(unit.name, kindName(unit.kind), unit.short[0]),
    unit.area !== undefined && unitTexts.area(unit.area),
    listed.length > 0 && unitTexts.contacts(listed.join('；')),
    unitLine(unit, records),
  );
}

function masked(phone: string | undefined): string | undefined {
  return phone?.replace(/\d(?=\d{4})/g, (digit, at: number) => (at < 3 ? digit : '*'));
}

/** Names without consent that one line tells. */
const HIDDEN_NAMED = 5;

/** Names of one role that are shown in a group. */
const NAMES_IN_GROUP = 24;

/** Who has which role, and, in private, who of late tried what they may not. */
export function rolesText({ records, place }: CommandContext): Text {
  const withRole = (role: Role) => records.all(people).filter((person) => person.role === role);
  const isWhole = (all: readonly Person[]) =>
    place.kind === 'private' || all.length <= NAMES_IN_GROUP;
  const row = (role: Role, named: boolean) => {
    const all = withRole(role);
    const names = all.slice(0, isWhole(all) ? undefined : NAMES_IN_GROUP).map(({ name }) => name);
    const cut = isWhole(all) ? '' : '…';
    return roleTexts.roleRow(role, all.length, named ? `${names.join('、')}${cut}` : '');
  };
  const areWhole = [withRole('convenor'), withRole('liaison')].every(isWhole);
  const tried = [...records.all(attempts)]
    .sort((a, b) => (b.last.at(-1)?.at ?? 0) - (a.last.at(-1)?.at ?? 0))
    .slice(0, 3)
    .map(({ name, count, last }) => `${name} /${last.at(-1)?.command ?? ''} ×${count}`);
  return lines(
    roleTexts.rolesTitle,
    row('convenor', true),
    row('liaison', true),
    row('member', false),
    row('guest', false),
    place.kind === 'private' && tried.length > 0 && roleTexts.attempts(tried.join('、')),
    areWhole ? roleTexts.howToRole : roleTexts.allInPrivate,
  );
}
