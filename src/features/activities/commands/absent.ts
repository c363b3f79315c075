import { words } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { type Ignored, ignore } from '../../../core/ignored.ts';
import { type Outcome, refuse } from '../../../core/outcome.ts';
import type { Activity, Signup } from '../records/index.ts';
import { isUnclear } from '../rules/activities-here.ts';
import { asksAboutLeave } from '../rules/leave-words.ts';
import { nextOrder, signupOf } from '../rules/seats.ts';
import { signupTexts } from '../texts/sign-up.ts';
import { absentWording } from '../texts/wording.ts';
import { seat } from './shared/seat.ts';
import { takeBackSeats } from './shared/take-back-seats.ts';
import { activityNumber, whichOpen } from './shared/which-activity.ts';

export const absent = command({
  name: 'absent',
  zhName: '请假',
  aliases: ['来不了', '来不了了', '去不了', '去不了了'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '告诉大家来不了', en: 'say that you cannot come' },
  daily: true,
  examples: ['请假 E7', '/请假', '请假 E7 家里有事'],
  args: { activity: activityNumber.optional(), why: words({ zh: '原因', en: 'why' }).optional() },
  shortForms: [
    '请假 {activity!} {why}',
    '{activity!} 请假 {why}',
    '请假',
    '来不了 {activity!} {why}',
    '去不了 {activity!} {why}',
  ],
  wording: absentWording,
  run: ({ activity: number, why }, context) => {
    const talk = context.trigger === 'short' ? talkOf(number, why, context) : undefined;
    if (talk !== undefined) return talk;
    const which = whichOpen(context, number, (one) => `请假 E${one}`, [context.person.id]);
    if ('answer' in which) return which.answer;
    return onLeave(which.activity, context);
  },
  undo: takeBackSeats,
});

/** It says nothing of one activity, or asks about those who do not come. */
function talkOf(
  number: number | undefined,
  why: string | undefined,
  context: CommandContext,
): Ignored | undefined {
  if (why !== undefined && asksAboutLeave(why)) return ignore('question');
  return number === undefined && isUnclear(context) ? ignore('several-open') : undefined;
}

function onLeave(activity: Activity, context: CommandContext): Outcome {
  const { records } = context;
  const before = signupOf(activity, context.person.id, records);
  if (before?.state === 'leave')
    return refuse(signupTexts.alreadyOnLeave(activity.number, context.person.name));
  const signup: Signup = {
    id: `${activity.id}/${context.person.id}`,
    activity: activity.id,
    person: context.person.id,
    party: before?.party ?? 1,
    order: before?.order ?? nextOrder(activity, records),
    by: context.person.id,
    since: before?.since ?? context.now,
    at: context.now,
    message: context.message,
    state: 'leave',
  };
  return seat(activity, records, [{ signup, label: 'leave' }], context);
}
