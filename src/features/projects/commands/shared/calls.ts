import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { edit, editsOf, sayBack, undoEdits } from '../../../../core/edits.ts';
import { shortened } from '../../../../core/names.ts';
import {
  broadcast,
  changed,
  type Outcome,
  refuse,
  say,
  together,
} from '../../../../core/outcome.ts';
import { DAY, endOfDay } from '../../../../core/time.ts';
import { readWhen, sayWhen } from '../../../../core/when/index.ts';
import { groupsOf } from '../../../../identity/alliance/index.ts';
import { type ProjectCall, projectCalls, projects } from '../../records.ts';
import { LONGEST_TITLE, openCall } from '../../rules/reading.ts';
import { callTexts } from '../../texts/calls.ts';
import { undoProjects } from './find-project.ts';

/** `/项目 征集 2027年为民项目 12月10日止`: everybody is asked. */
export function openNewCall(typed: string, context: CommandContext): Outcome {
  const { records, now, person, zone } = context;
  const running = openCall(records, now);
  if (running !== undefined)
    return refuse(callTexts.isOpen(running.title, untilText(running.until, context)));
  // The last word says until when: 「2027年为民项目 12月10日止」.
  const words = typed.split(/[\s，,]+/).filter(Boolean);
  const title = words.slice(0, -1).join(' ');
  const when = (words.at(-1) ?? '').replace(/^(?:到|截止|至)/, '').replace(/(?:止|截止|前)$/, '');
  const read = readWhen(when, context);
  if (!read.ok || title.trim() === '') return refuse(callTexts.needsPlan);
  const until = read.dateOnly ? endOfDay(read.date, zone) : read.start;
  if (until <= now) return refuse(callTexts.needsPlan);
  const call: ProjectCall = {
    id: context.newId(),
    title: shortened(title.trim(), LONGEST_TITLE),
    until,
    state: 'open',
    by: person.id,
    at: now,
  };
  const text = callTexts.opened(call.title, untilText(until, context));
  return together(
    edit(projectCalls, undefined, call),
    changed(CALL),
    broadcast({
      id: `call:${call.id}`,
      groups: groupsOf(records).map(({ id }) => id),
      text,
      choices: [],
      planned: now,
      deadline: now + DAY,
      atAnyHour: false,
    }),
    ...(context.place.kind === 'private' ? [say(text)] : []),
  );
}

/** What `/撤销` finds when a gathering was begun or ended. */
const CALL = 'call';

function untilText(until: number, context: CommandContext) {
  return sayWhen({ start: until - 1, dateOnly: true }, context);
}

export function closeCall(context: CommandContext): Outcome {
  const { records, now } = context;
  const running = openCall(records, now);
  if (running === undefined) return refuse(callTexts.none);
  const gathered = records.count(projects, 'ofCall', `${running.id} proposed`);
  return together(
    edit(projectCalls, running, { ...running, state: 'closed', until: now }),
    changed(CALL),
    say(callTexts.closed(running.title, gathered)),
  );
}

/** Takes back a gathering, or what was changed of projects. */
export function undoCalls(change: LastChange, context: CommandContext): Outcome {
  if (change.name !== CALL) return undoProjects(change, context);
  const { records } = context;
  const [edited] = editsOf(projectCalls, change, records);
  const id = edited?.id ?? '';
  const gathered = records.count(projects, 'ofCall', `${id} proposed`);
  return undoEdits(projectCalls, change, context, {
    stays: ([one]) =>
      one?.before === undefined && gathered > 0
        ? refuse(callTexts.hasProposals(gathered))
        : undefined,
    gone: () => refuse(callTexts.none),
    back: ([one]) =>
      one?.before === undefined
        ? sayBack(callTexts.undoCall(edited?.now?.title ?? ''))
        : sayBack(callTexts.isOpen(one.before.title, untilText(one.before.until, context))),
  });
}
