import { type AnyCommand, command } from '../core/command.ts';
import { refuse } from '../core/outcome.ts';
import { lastChanges } from '../core/records.ts';
import { MINUTE } from '../core/time.ts';
import { texts } from './texts.ts';

/** How long somebody may take back what they did, ms. */
const WITHIN = 5 * MINUTE;

export function undoCommand(others: readonly AnyCommand[]): AnyCommand {
  const byName = new Map(others.map((one) => [one.latin, one]));
  return command({
    latin: 'undo',
    zh: '撤销',
    also: ['撤消'],
    who: 'guest',
    where: 'anywhere',
    summary: { zh: '撤销自己 5 分钟内做的上一步', en: 'take back your last change of the last 5 minutes' },
    examples: ['/撤销'],
    args: {},
    run: (_, spoken) => {
      const last = spoken.records.get(lastChanges, spoken.person.id);
      const undo = last && byName.get(last.command)?.undo;
      // Words that come late mean nothing that was done after them.
      if (last === undefined || undo === undefined || last.at > spoken.now) return refuse(texts.nothing);
      if (spoken.now - last.at > WITHIN) return refuse(texts.tooLate);
      return undo(last.change, spoken);
    },
  });
}
