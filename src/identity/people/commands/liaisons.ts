import { rest } from '../../../core/arguments.ts';
import {
  type AnyCommand,
  type CommandContext,
  command,
  type LastChange,
} from '../../../core/command.ts';
import { type Edited, edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { shownName } from '../../../core/names.ts';
import { type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { lines, series } from '../../../core/text.ts';
import { type Unit, units } from '../../alliance/index.ts';
import { type Person, people } from '../records.ts';
import { isSpokenFor } from '../rules/accounts.ts';
import { appointed } from '../rules/appointments.ts';
import type { NextStep } from '../rules/next-step.ts';
import { liaisonPhrases } from '../texts/phrases.ts';
import { roleTexts } from '../texts/roles.ts';
import { unitLine } from '../views.ts';
import { oneMeant, readMeant } from './shared/read-meant.ts';

export function liaisonsCommand(next: NextStep): AnyCommand {
  return command({
    name: 'liaisons',
    zhName: '联络员',
    minRole: 'convenor',
    scope: 'anywhere',
    summary: {
      zh: '定单位的联络员，可以几位，可以有副的',
      en: 'name the liaisons of a unit, deputies too',
    },
    examples: ['/联络员', '/联络员 恒威 陈刚', '/联络员 恒威 张伟 副', '/联络员 撤 陈刚'],
    phrases: liaisonPhrases,
    args: { text: rest({ zh: '单位 姓名 [副]', en: 'unit name [副]' }).optional() },
    run: ({ text }, context) => {
      if (text === undefined) return list(next, context);
      const meant = readMeant(text, context);
      const called = oneMeant(meant, roleTexts.howToLiaison, context);
      if ('answer' in called) return called.answer;
      const { name, person } = called;
      if (meant.off) return dismiss(person, name, context);
      const unit = meant.unit ?? context.records.get(units, person?.unit ?? '');
      return unit === undefined
        ? refuse(roleTexts.howToLiaison)
        : appoint(person, name, unit, meant.deputy, context);
    },
    undo: undoLiaison,
  });
}

/** A group reads the first units, in private all are named. */
function list(next: NextStep, { records, place }: CommandContext): Outcome {
  const all = records.all(units);
  const some = place.kind === 'private' ? all : all.slice(0, 24);
  const cut =
    some.length < all.length ? [{ zh: `等 ${all.length} 家`, en: `${all.length} in all` }] : [];
  const shown = series([...some.map((unit) => unitLine(unit, records)), ...cut]);
  return say(
    lines(
      roleTexts.liaisonsTitle,
      all.length > 0 && shown,
      next(records) ?? roleTexts.howToLiaison,
    ),
  );
}

/**
 * Whoever is not a member yet becomes the liaison when they come with a code, not when they bear
 * the name.
 */
function appoint(
  known: Person | undefined,
  name: string,
  unit: Unit,
  deputy: boolean,
  context: CommandContext,
): Outcome {
  const before: Person = known ?? { id: context.newId(), name: shownName(name), role: 'guest' };
  const role = mayActAs(before.role, 'liaison') ? before.role : 'liaison';
  const person: Person = { ...before, role, unit: unit.id, deputy, ...appointed(context) };
  const short = unit.short[0] ?? unit.name;
  const comes = isSpokenFor(context.records, person.id);
  return together(
    edit(people, before, person),
    say(
      comes
        ? roleTexts.nowLiaison(person.name, short, deputy)
        : roleTexts.liaisonToCome(person.name, short, deputy),
    ),
  );
}

function dismiss(person: Person | undefined, name: string, context: CommandContext): Outcome {
  if (person === undefined) return refuse(roleTexts.nobodyCalled(shownName(name)));
  if (person.role !== 'liaison') return refuse(roleTexts.noLiaison(person.name));
  const after: Person = { ...person, role: 'member', deputy: undefined, ...appointed(context) };
  return together(edit(people, person, after), say(roleTexts.noLiaisonNow(person.name)));
}

/**
 * Somebody who was only just named is a guest of that name, unless they have come by a code
 * meanwhile.
 */
function undoLiaison(change: LastChange, context: CommandContext): Outcome {
  type Named = Edited<Person> | undefined;
  const roleBefore = (named: Named) => named?.before?.role ?? 'guest';
  const gone = ([named]: readonly Named[]) =>
    refuse(roleTexts.personChangedSince(named?.now?.name ?? ''), '/联络员');
  return undoEdits(people, change, context, {
    stays: (edited) => {
      const [named] = edited;
      const hasCome =
        roleBefore(named) === 'guest' && isSpokenFor(context.records, named?.id ?? '');
      return hasCome ? gone(edited) : undefined;
    },
    gone,
    back: ([named]) => sayBack(roleTexts.roleGiven(named?.now?.name ?? '', roleBefore(named))),
  });
}
