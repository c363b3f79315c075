import { command } from '../../../core/command.ts';
import { refuse, say } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { activitiesHere, underwayFirst } from '../rules/activities-here.ts';
import { awaitsRecord } from '../rules/states.ts';
import { missingWording } from '../texts/arrival-wording.ts';
import { checkinTexts } from '../texts/checkin.ts';
import { headline } from '../views/activity.ts';
import { missingText } from '../views/attendance.ts';
import { activityNumber, whichActivity } from './shared/which-activity.ts';

export const missing = command({
  name: 'missing',
  zhName: '还差谁',
  aliases: ['谁没到', '没到'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '报了名还没到的人', en: 'who signed up and is not here yet' },
  examples: ['/还差谁 E7', '/还差谁'],
  args: { activity: activityNumber.optional() },
  wording: missingWording,
  shortForms: ['还差谁 {activity}', '谁没到 {activity}'],
  run: ({ activity: number }, context) => {
    const begun = underwayFirst(context, number, awaitsRecord);
    // 还差谁 is what a liaison asks on the square, and what anybody asks about anything.
    const isTalk =
      !mayActAs(context.person.role, 'liaison') || activitiesHere(context, begun).length === 0;
    if (context.trigger === 'short' && isTalk) return undefined;
    const which = whichActivity(context, number, begun, {
      none: () => refuse(checkinTexts.noneOpen(undefined), '日程'),
      unfit: (activity) =>
        refuse(checkinTexts.notBegun(headline(activity, context)), `名单 E${activity.number}`),
      example: (one) => `/还差谁 E${one}`,
    });
    return 'answer' in which ? which.answer : say(missingText(which.activity, context.records));
  },
});
