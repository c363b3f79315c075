import { rest } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit, editsOf } from '../../../core/edits.ts';
import { shortened } from '../../../core/names.ts';
import { refuse, remember, together, updateCardQuietly } from '../../../core/outcome.ts';
import { type Activity, activities } from '../records.ts';
import { isAhead, onAgain } from '../rules/index.ts';
import { organising } from '../texts/organising.ts';
import { stateName, texts } from '../texts/sign-up.ts';
import { headline } from '../views.ts';
import { activityCard } from './seats.ts';
import { type News, signedUp, tellAll } from './tell-all.ts';
import { activityNumber, noneOpen, whichActivity } from './which.ts';

/** The longest reason that is told, in characters. */
const LONGEST = 60;

export const callOff = command({
  name: 'calloff',
  requiresNumber: true,
  zhName: '取消',
  aliases: ['取消活动'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: {
    zh: '取消活动，报了名的都会收到通知',
    en: 'call an activity off; everyone signed up is told',
  },
  daily: true,
  examples: ['/取消 E7 下雨', '/取消 E7'],
  args: { activity: activityNumber, why: rest({ zh: '原因', en: 'why' }).optional() },
  run: ({ activity: number, why }, context) => {
    const which = whichActivity(context, number, isAhead, {
      none: () => noneOpen(context),
      unfit: (activity) => refuse(texts.cannotChange(activity.number, stateName[activity.state])),
      example: (one) => `/取消 E${one}`,
    });
    if ('answer' in which) return which.answer;
    const { activity } = which;
    const reason = why === undefined ? undefined : shortened(why.replaceAll('\n', ' '), LONGEST);
    return together(
      edit(activities, activity, { ...activity, state: 'cancelled' }),
      updateCardQuietly(activityCard(activity)),
      tellAll(
        activity,
        {
          what: organising.calledOff(headline(activity, context), reason),
          inGroups: organising.calledOffNext(signedUp(activity, context)),
          inPrivate: organising.calledOffPrivately,
          before: activity.start,
        },
        context,
      ),
    );
  },
  undo: (change, context) => {
    const [off] = editsOf(activities, change, context.records);
    const before = off?.before;
    if (off === undefined || before === undefined) throw new Error('an activity does not go away');
    if (off.since.length > 0)
      return refuse(organising.activityChanged(before.number), `/活动 E${before.number}`);
    const on = onAgain(before, context.now);
    if (on === undefined) return refuse(organising.tooLateToHold(before.number));
    return together(
      remember(put(activities, on)),
      updateCardQuietly(activityCard(on)),
      tellAll(on, notCalledOff(on, context), context),
    );
  },
});

function notCalledOff(activity: Activity, context: CommandContext): News {
  return {
    what: organising.notCalledOff(headline(activity, context)),
    inGroups: organising.movedNext(activity.number, signedUp(activity, context)),
    inPrivate: organising.movedPrivately(activity.number),
    before: activity.start,
  };
}
