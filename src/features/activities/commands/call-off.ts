import { rest } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit, editsOf } from '../../../core/edits.ts';
import { shortened } from '../../../core/names.ts';
import { refuse, remember, together, updateCardQuietly } from '../../../core/outcome.ts';
import { giveBack, undoWork } from '../../requests/index.ts';
import { type Activity, activities } from '../records/index.ts';
import { activityCard } from '../rules/identifiers.ts';
import { signedUp } from '../rules/seats.ts';
import { allows, transition } from '../rules/transitions.ts';
import { organisingTexts } from '../texts/organising.ts';
import { callOffPhrases } from '../texts/phrases.ts';
import { signupTexts, stateName } from '../texts/sign-up.ts';
import { headline } from '../views/activity.ts';
import { type News, tellAll } from './shared/tell-all.ts';
import { activityNumber, noneOpen, whichActivity } from './shared/which-activity.ts';

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
  phrases: callOffPhrases,
  args: { activity: activityNumber, why: rest({ zh: '原因', en: 'why' }).optional() },
  run: ({ activity: number, why }, context) => {
    const canBe = (activity: Activity) => allows('callOff', activity);
    const which = whichActivity(context, number, canBe, {
      none: () => noneOpen(context),
      unfit: (activity) =>
        refuse(signupTexts.cannotChange(activity.number, stateName[activity.state])),
      example: (one) => `/取消 E${one}`,
    });
    if ('answer' in which) return which.answer;
    const { activity } = which;
    const reason = why === undefined ? undefined : reasonIn(why);
    return together(
      edit(activities, activity, transition(activity, 'callOff', context.now)),
      giveBack(activity, context),
      updateCardQuietly(activityCard(activity)),
      tellAll(
        activity,
        {
          what: organisingTexts.calledOff(headline(activity, context), reason),
          inGroups: organisingTexts.calledOffNext(signedUp(activity, context)),
          inPrivate: organisingTexts.calledOffPrivately,
          before: activity.start,
        },
        context,
      ),
    );
  },
  undo: (change, context) => {
    const [made] = editsOf(activities, change, context.records);
    const { now: off, before } = made ?? {};
    if (made === undefined || off === undefined || before === undefined)
      throw new Error('an activity does not go away');
    if (made.since.length > 0)
      return refuse(organisingTexts.activityChanged(before.number), `/活动 E${before.number}`);
    if (before.closes <= context.now) return refuse(organisingTexts.tooLateToHold(before.number));
    const on = transition(off, 'reinstate', context.now, before);
    return together(
      remember(put(activities, on)),
      undoWork(change, context),
      updateCardQuietly(activityCard(on)),
      tellAll(on, notCalledOff(on, context), context),
    );
  },
});

/** 因为 says nothing behind a colon. */
function reasonIn(why: string): string {
  const said = why.replaceAll('\n', ' ').trim();
  return shortened(said.replace(/^(?:因为|由于|因(?!故))[\s:：,，]*(?=\S)/, ''), LONGEST);
}

function notCalledOff(activity: Activity, context: CommandContext): News {
  return {
    what: organisingTexts.notCalledOff(headline(activity, context)),
    inGroups: organisingTexts.movedNext(activity.number, signedUp(activity, context)),
    inPrivate: organisingTexts.movedPrivately(activity.number),
    before: activity.start,
  };
}
