import { name, oneOf } from '../../../core/arguments.ts';
import { type CommandContext, command, type LastChange } from '../../../core/command.ts';
import { edit, editsOf, sayBack, undoEdits } from '../../../core/edits.ts';
import { ask, type Outcome, refuse, remember, say, tell, together } from '../../../core/outcome.ts';
import { plain, series } from '../../../core/text.ts';
import { nextNumber, type Unit, unitCalled, unitOf, units } from '../../alliance/index.ts';
import { type Joining, joinings, people } from '../records.ts';
import { approversOf } from '../rules/joinings.ts';
import { joiningTexts } from '../texts/joining.ts';
import { joinPhrases } from '../texts/phrases.ts';

export const joinUnit = command({
  name: 'joinunit',
  zhName: '加入单位',
  aliases: ['入单位'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '申请做一个单位的成员', en: 'ask to become a member of a unit' },
  examples: ['/加入单位 恒威', '/加入单位'],
  phrases: joinPhrases,
  shortForms: ['加入单位 {unit!}'],
  args: {
    unit: name({ zh: '单位', en: 'unit' }).optional(),
    sure: oneOf({ zh: '确认', en: 'yes' }, ['确认', 'yes']).optional(),
  },
  run: ({ unit: called, sure }, context) => {
    const { records, person } = context;
    const unit = called === undefined ? undefined : unitCalled(records, called);
    if (unit === undefined) return refuse(joiningTexts.whichUnit(called, unitNames(context)));
    const short = unit.short[0] ?? unit.name;
    if (person.role !== 'guest' && person.unit === unit.id)
      return refuse(joiningTexts.alreadyIn(person.name, short));
    const own = unitOf(records, person.unit);
    // Where they act for a unit they are its liaison until the convenor says otherwise.
    if (person.role === 'liaison' && own !== undefined)
      return refuse(joiningTexts.liaisonStays(own.short[0] ?? own.name, short));
    if (person.role === 'convenor')
      return sure === undefined
        ? ask(joiningTexts.reallyMove(short, own?.name), [
            { label: plain(short), typed: `/加入单位 ${short} 确认` },
          ])
        : joinNow(unit, context);
    return askToJoin(unit, short, context);
  },
  undo: undoWish,
});

function unitNames({ records }: CommandContext) {
  const all = records.all(units);
  return series(all.slice(0, 20).map((unit) => plain(unit.short[0] ?? unit.name)));
}

function joinNow(unit: Unit, context: CommandContext): Outcome {
  const person = context.records.get(people, context.person.id);
  if (person === undefined) throw new Error('a convenor is on record');
  return together(
    edit(people, person, { ...person, unit: unit.id }),
    say(joiningTexts.welcome(person.name, unit.short[0] ?? unit.name)),
  );
}

/**
 * Asks the unit's liaisons, or the convenors where there is none; they may also answer where it was
 * asked.
 */
function askToJoin(unit: Unit, short: string, context: CommandContext): Outcome {
  const { records, person, place } = context;
  const approvers = approversOf(unit.id, records);
  const before = records.get(joinings, person.id);
  const next = nextNumber(records, 'joining');
  const number = before?.number ?? next.number;
  const joining: Joining = {
    id: person.id,
    number,
    unit: unit.id,
    at: context.now,
    ...(place.kind === 'group' ? { group: place.group } : {}),
  };
  const again = before?.unit === unit.id;
  return together(
    edit(joinings, before, joining),
    remember(...(before === undefined ? [next.remember] : [])),
    say(joiningTexts.asked(short, approvers.map((one) => one.name).slice(0, 3), number)),
    ...(again
      ? []
      : approvers.map((one) =>
          tell(one.id, joiningTexts.pleaseAnswer(number, person.name, short)),
        )),
  );
}

/**
 * A wish that nobody has answered yet; who was asked hears that they need not. A convenor is where
 * they were.
 */
function undoWish(change: LastChange, context: CommandContext): Outcome {
  const { records, person } = context;
  return undoEdits(joinings, change, context, {
    also: editsOf(people, change, records),
    gone: () => refuse(joiningTexts.wishAnswered),
    back: (asked) => {
      const [wish] = asked.flatMap(({ now }) => now ?? []);
      const [former] = asked.flatMap(({ before }) => unitOf(records, before?.unit) ?? []);
      if (wish === undefined) return sayBack(joiningTexts.asBefore(person.name));
      // Asked again for the same unit, nobody was told again.
      const asks = former?.id === wish.unit ? [] : approversOf(wish.unit, records);
      const told = asks.map((one) =>
        tell(one.id, joiningTexts.needNotAnswer(wish.number, person.name)),
      );
      const now =
        former === undefined
          ? joiningTexts.wishGone(wish.number)
          : joiningTexts.wishFor(wish.number, former.name);
      return together(sayBack(now), ...told);
    },
  });
}
