import { put } from '../../core/collection.ts';
import { type AnyCommand, type CommandContext, command } from '../../core/command.ts';
import { lastChanges } from '../../core/last-changes.ts';
import { type Outcome, refuse, remember, together } from '../../core/outcome.ts';
import { mayActAs } from '../../core/roles.ts';
import { MINUTE } from '../../core/time.ts';
import { groups } from '../../identity/alliance/index.ts';
import { takenBack } from './records.ts';
import { texts } from './texts.ts';

/** How long somebody may take back what they did, ms. */
const WITHIN = 5 * MINUTE;

export function undoCommand(others: readonly AnyCommand[]): AnyCommand {
  const byName = new Map(others.map((one) => [one.name, one]));
  return command({
    name: 'undo',
    zhName: '撤销',
    aliases: ['撤消'],
    minRole: 'guest',
    scope: 'anywhere',
    summary: {
      zh: '撤销自己 5 分钟内做的上一步',
      en: 'take back your last change of the last 5 minutes',
    },
    examples: ['/撤销'],
    phrases: [
      {
        says: '… (撤销|撤回|取消)(改期|刚才的|刚才那条|刚才那个|上一步|上一条|上一个)',
        as: '/撤销',
      },
    ],
    args: {},
    // A group that has just been put out of use is nobody's, and can be taken into use again by
    // this.
    resolveAlliance: (_, { here, current }) => here ?? current,
    run: (_, context) => {
      const last = lastOf(context);
      if (last === undefined && context.records === context.directory) return undefined;
      const done = last && byName.get(last.command);
      return last === undefined || done === undefined
        ? refuse(texts.nothing)
        : undoLast(last, done, context);
    },
  });
}

type Last = NonNullable<ReturnType<typeof lastOf>>;

/** What an account did last in this alliance, or at the directory if that was later. */
function lastOf({ records, directory, account }: CommandContext) {
  const here = records.get(lastChanges, account);
  const inDirectory = directory.get(lastChanges, account);
  return here !== undefined && here.at >= (inDirectory?.at ?? 0) ? here : inDirectory;
}

function undoLast(last: Last, { undo }: AnyCommand, context: CommandContext): Outcome {
  const { records, person, now, chat, place, newId } = context;
  // Words that are entered late mean nothing that was done after them.
  if (undo === undefined || last.at > now) return refuse(texts.nothing);
  if (now - last.at > WITHIN) return refuse(texts.tooLate);
  if (typeof undo !== 'function') return refuse(undo);
  if (last.place !== chat)
    return refuse(texts.elsewhere(records.where(groups, last.place)[0]?.title, place.kind));
  // Rights come from the role that somebody has now.
  if (last.role !== undefined && !mayActAs(person.role, last.role)) return refuse(texts.mayNoMore);
  const { change: name, at, message = '', edits = [] } = last;
  const outcome = undo({ name, at, message, edits }, context);
  const { remember: changes, effects, acts = [] } = outcome;
  if (changes.length === 0) return { remember: [], effects };
  const of = edits.map(({ collection, id }) => ({ collection, id }));
  const done = {
    id: newId(),
    person: person.id,
    command: last.command,
    change: name,
    of,
    at,
    message,
  };
  const kept = put(takenBack, { ...done, undone: { at: now, message: context.message } });
  return together({ remember: changes, effects, acts }, remember(kept));
}
