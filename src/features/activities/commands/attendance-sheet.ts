import { command } from '../../../core/command.ts';
import { refuse, say } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { lines } from '../../../core/text.ts';
import { groups, kindOfGroup } from '../../../identity/alliance/index.ts';
import { underwayFirst } from '../rules/activities-here.ts';
import { awaitsRecord, hasBegun } from '../rules/states.ts';
import { sheetWording } from '../texts/arrival-wording.ts';
import { attendanceTexts } from '../texts/attendance.ts';
import { checkinTexts } from '../texts/checkin.ts';
import { headline } from '../views/activity.ts';
import { tableText, turnoutText } from '../views/attendance.ts';
import { activityNumber, whichActivity } from './shared/which-activity.ts';

export const sheet = command({
  name: 'attendance',
  zhName: '签到表',
  aliases: ['到场名单'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '谁到了；私聊联络员看全', en: 'who was there; all names for liaisons in private' },
  examples: ['签到表 E7', '/签到表'],
  args: { activity: activityNumber.optional() },
  wording: sheetWording,
  shortForms: ['签到表 {activity!}'],
  run: ({ activity: number }, context) => {
    const { person, place, records } = context;
    const fits = number === undefined ? underwayFirst(context, number, awaitsRecord) : hasBegun;
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
      ? attendanceTexts.howToCorrect(activity.number)
      : attendanceTexts.seeActivity(activity.number);
    const isOpen = activity.state === 'underway';
    const isForResidents =
      place.kind === 'group' && kindOfGroup(records.get(groups, place.group)) === 'residents';
    const table = isForResidents
      ? turnoutText(activity, records, { isOpen })
      : tableText(activity, records, { whole, isOpen });
    return say(lines(table, next));
  },
});
