import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command, type LastChange } from '../../../core/command.ts';
import { edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { digests } from '../records/index.ts';
import { firstDigest, nextMorning } from '../rules/morning.ts';
import { answers, refusals } from '../texts/refusals.ts';

export const digest = command({
  name: 'digest',
  zhName: '早报',
  minRole: 'convenor',
  scope: 'anywhere',
  summary: { zh: '早上几点发待认领的需求', en: 'when the morning digest comes' },
  examples: ['/早报 8:30', '/早报 停'],
  args: { time: rest({ zh: '几点', en: 'time' }) },
  run: ({ time: typed }, context) => {
    const known = context.records.get(digests, 'morning');
    const before = known ?? firstDigest(context);
    const said = fold(typed);
    if (said === '停' || said === '关' || said === 'off') {
      const { next: _, ...stopped } = before;
      return together(edit(digests, known, stopped), say(answers.digestOff));
    }
    const [, hour, minute = '00'] = /^(\d{1,2})(?:[:点](\d{2})?分?)?$/.exec(said) ?? [];
    if (hour === undefined || Number(hour) > 23 || Number(minute) > 59)
      return refuse(refusals.badHour);
    const time = `${hour.padStart(2, '0')}:${minute}`;
    const next = nextMorning(time, context.now, context.zone);
    return together(edit(digests, known, { ...before, time, next }), say(answers.digestAt(time)));
  },
  undo: digestBack,
});

/** Where the digest has come in between, its next one lies elsewhere, and the setting stays. */
function digestBack(change: LastChange, context: CommandContext): Outcome {
  return undoEdits(digests, change, context, {
    gone: () => refuse(refusals.settingChanged),
    back: ([edited]) => {
      const { next, time } = edited?.before ?? firstDigest(context);
      return sayBack(next === undefined ? answers.digestOff : answers.digestAt(time));
    },
  });
}
