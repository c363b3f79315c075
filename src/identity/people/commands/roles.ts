import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { shownName } from '../../../core/names.ts';
import { nothing, type Outcome, refuse, say, tell, together } from '../../../core/outcome.ts';
import type { Role } from '../../../core/roles.ts';
import { type Person, people } from '../records.ts';
import { isSpokenFor } from '../rules/accounts.ts';
import { appointed } from '../rules/appointments.ts';
import { roleTexts } from '../texts/roles.ts';
import { rolesText } from '../views.ts';
import { oneMeant, readMeant } from './shared/read-meant.ts';

export const roles = command({
  name: 'roles',
  zhName: '角色',
  minRole: 'convenor',
  scope: 'anywhere',
  summary: { zh: '看谁能做什么，改一个人的角色', en: 'see and change who may do what' },
  examples: ['/角色', '/角色 张伟 召集人', '/角色 恒威 张伟 成员', '/角色 张伟 来宾'],
  args: { text: rest({ zh: '姓名 召集人/联络员/成员/来宾', en: 'name role' }).optional() },
  run: ({ text }, context) => {
    if (text === undefined) return say(rolesText(context));
    const meant = readMeant(text, context);
    const called = oneMeant(meant, roleTexts.howToRole, context);
    if ('answer' in called) return called.answer;
    const { name, person } = called;
    const { unit, role, deputy } = meant;
    if (person === undefined) return refuse(roleTexts.nobodyCalled(shownName(name)));
    if (role === undefined) return say(roleTexts.hasRole(person.name, person.role));
    return giveRole(person, role, { unit: unit?.id ?? person.unit, deputy }, context);
  },
  undo: (change, context) =>
    undoEdits(people, change, context, {
      gone: ([given]) => refuse(roleTexts.personChangedSince(given?.now?.name ?? ''), '/角色'),
      back: (given) =>
        together(
          ...given.flatMap(({ before }) =>
            before === undefined
              ? []
              : [sayBack(roleTexts.roleGiven(before.name, before.role)), tellRole(before, context)],
          ),
        ),
    }),
});

function giveRole(
  person: Person,
  role: Role,
  more: Pick<Person, 'unit' | 'deputy'>,
  context: CommandContext,
): Outcome {
  if (person.role === 'convenor' && role !== 'convenor' && !hasOtherConvenor(person, context))
    return refuse(roleTexts.lastConvenor);
  const after: Person = {
    ...person,
    role,
    unit: role === 'guest' ? undefined : more.unit,
    deputy: role === 'liaison' && more.deputy ? true : undefined,
    ...appointed(context),
  };
  return together(
    edit(people, person, after),
    say(roleTexts.roleGiven(person.name, role)),
    tellRole(after, context),
  );
}

function tellRole({ id, role }: Person, { person }: CommandContext): Outcome {
  return id === person.id ? nothing : tell(id, roleTexts.yourRole(role));
}

function hasOtherConvenor(person: Person, { records }: CommandContext): boolean {
  return records
    .all(people)
    .some((one) => one.id !== person.id && one.role === 'convenor' && isSpokenFor(records, one.id));
}
