import { oneOf, ticket } from '../../../core/arguments.ts';
import { type Collection, remove } from '../../../core/collection.ts';
import { type AnyCommand, type CommandContext, command } from '../../../core/command.ts';
import { withheld } from '../../../core/erased.ts';
import { shortened } from '../../../core/names.ts';
import { refuse, remember, say, together } from '../../../core/outcome.ts';
import { lines } from '../../../core/text.ts';
import { sayWhen } from '../../../core/when/index.ts';
import { restored } from '../rules/restored.ts';
import { withheldTexts } from '../texts/forget.ts';

const SHOWN = 5;
/** The longest text that is shown in a line, in characters. */
const LONGEST = 40;

/** Shows the convenor what an erasure has hidden, cuts it, or puts back what means another. */
export function hiddenCommand(collections: readonly Collection[]): AnyCommand {
  return command({
    name: 'hidden',
    zhName: '隐去',
    aliases: ['遮住的'],
    minRole: 'convenor',
    scope: 'private',
    summary: { zh: '看因删除而遮住的文字，现在就删', en: 'texts hidden by an erasure' },
    examples: ['/隐去', '/隐去 3 删除'],
    args: {
      number: ticket({ zh: '第几条', en: 'number' }).optional(),
      what: oneOf({ zh: '删除', en: 'cut' }, ['删除', '恢复', 'cut', 'restore']).optional(),
    },
    run: ({ number, what }, context) => {
      if (number === undefined) return list(context);
      const [found] = context.records.where(withheld, String(number));
      if (found === undefined) return refuse(withheldTexts.noSuch(number), '/隐去');
      if (what === undefined) return list(context);
      const gone = remember(remove(withheld, found.id));
      if (what === '删除' || what === 'cut')
        return { ...together(gone, say(withheldTexts.cut(number))), purges: true };
      const back = restored(found, collections, context.records);
      return back === undefined
        ? refuse(withheldTexts.changedSince(number))
        : together(gone, remember(back), say(withheldTexts.restored(number)));
    },
    undo: withheldTexts.cannotUndo,
  });
}

function list(context: CommandContext) {
  const { records } = context;
  const count = records.count(withheld, 'all', 'all');
  const rows = records.slice(withheld, 'all', 'all', 0, SHOWN);
  const [first] = rows;
  if (first === undefined) return say(withheldTexts.none);
  return say(
    lines(
      withheldTexts.title(count),
      ...rows.map(({ number, text, until }) =>
        withheldTexts.line(
          number,
          shortened(text, LONGEST),
          sayWhen({ start: until, dateOnly: true }, context),
        ),
      ),
      withheldTexts.howTo(first.number),
    ),
  );
}
