import { command } from '../../../core/command.ts';
import { refuse, say } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { lines } from '../../../core/text.ts';
import { type Activity, activityNumber, headline, whichActivity } from '../../activities/index.ts';
import { checkinTexts } from '../texts/checkin.ts';
import { tableTexts } from '../texts/table.ts';
import { tableText } from '../views.ts';
import { underwayFirst } from './which.ts';

export const sheet = command({
  name: 'attendance',
  zhName: '签到表',
  aliases: ['到场名单'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '谁到了；私聊联络员看全', en: 'who was there; all names for liaisons in private' },
  examples: ['签到表 E7', '/签到表'],
  args: { activity: activityNumber.optional() },
  shortForms: ['签到表 {activity!}'],
  run: ({ activity: number }, context) => {
    const { person, place, records } = context;
    const fits = number === undefined ? underwayFirst(context, number, isLately) : hasBegun;
    const which = whichActivity(context, number, fits, {
      none: () => refuse(checkinTexts.noneOpen(undefined), '日程'),
      unfit: (activity) =>
        refuse(checkinTexts.notBegun(headline(activity, context)), `名单 E${activity.number}`),
      example: (one) => `签到表 E${one}`,
    });
    if ('answer' in which) return which.answer;
    const { activity } = which;
    const whole = place.kind === 'private' && mayActAs(person.role, 'liaison');
    const next = whole
      ? tableTexts.howToCorrect(activity.number)
      : tableTexts.seeActivity(activity.number);
    return say(
      lines(tableText(activity, records, { whole, isOpen: activity.state === 'underway' }), next),
    );
  },
});

function hasBegun({ state }: Activity): boolean {
  return state === 'underway' || state === 'held' || state === 'archived';
}

function isLately({ state }: Activity): boolean {
  return state === 'underway' || state === 'held';
}
