import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { say } from '../../../core/outcome.ts';
import { lines, series, type Text } from '../../../core/text.ts';
import { alliances, type Unit, unitCalled, units } from '../../../identity/alliance/index.ts';
import { helperFor, liaisonsOf } from '../../../identity/people/index.ts';
import { contactPhrases, texts } from '../texts.ts';

/** Units that are named where no one of them was meant. */
const MOST = 12;

export const contacts = command({
  name: 'contacts',
  zhName: '找谁',
  aliases: ['联系人', '电话', '人工', '转人工', '找人工', '人工客服', '客服', '有哪些单位'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '有事找谁，怎么联系', en: 'whom to turn to, and how' },
  examples: ['/找谁', '/找谁 恒威'],
  phrases: contactPhrases,
  args: { unit: rest({ zh: '单位', en: 'unit' }).optional() },
  run: ({ unit: called }, context) => {
    const { records, person } = context;
    const unit = called === undefined ? undefined : unitCalled(records, called.trim());
    const phone = records.get(alliances, 'alliance')?.dutyPhone;
    const helper = helperFor(person, records);
    return say(
      lines(
        unit === undefined ? everyUnit(context) : unitLine(unit, context),
        helper !== undefined && texts.turnTo(helper.name, helper.role === 'convenor'),
        phone !== undefined && texts.dutyPhone(phone),
        texts.tellMe,
      ),
    );
  },
});

function unitLine(unit: Unit, { records }: CommandContext): Text {
  const names = liaisonsOf(records).filter((one) => one.unit === unit.id && one.role === 'liaison');
  return texts.liaisonsOf(
    unit.name,
    names.map(({ name }) => name),
  );
}

function everyUnit({ records }: CommandContext): Text | undefined {
  const all = records.all(units);
  if (all.length === 0) return undefined;
  const liaisons = liaisonsOf(records).filter(({ role }) => role === 'liaison');
  const shown = all.slice(0, MOST).map(({ id, name, short }) =>
    texts.unitAnd(
      short[0] ?? name,
      liaisons.flatMap((one) => (one.unit === id ? one.name : [])),
    ),
  );
  return series([texts.unitsTitle(all.length), series(shown)], { zh: '', en: '' });
}
