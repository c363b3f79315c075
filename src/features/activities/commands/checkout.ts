import { command } from '../../../core/command.ts';
import { edit } from '../../../core/edits.ts';
import { refuse, say, together, updateCard } from '../../../core/outcome.ts';
import { timeOf } from '../../../core/time.ts';
import { type Activity, attendance } from '../records/index.ts';
import { wasThere } from '../rules/attendance-table.ts';
import { attendanceCard } from '../rules/identifiers.ts';
import { tookCheckins } from '../rules/states.ts';
import { checkoutWording } from '../texts/arrival-wording.ts';
import { checkinTexts } from '../texts/checkin.ts';
import { takeBackArrivals } from './shared/take-back-arrivals.ts';
import { activityNumber, whichActivity } from './shared/which-activity.ts';

export const checkout = command({
  name: 'checkout',
  zhName: '签退',
  aliases: ['先走了'],
  minRole: 'guest',
  scope: 'anywhere',
  inRows: true,
  summary: { zh: '离开时签退', en: 'check out when you leave' },
  examples: ['/签退', '/签退 E7'],
  args: { activity: activityNumber.optional() },
  wording: checkoutWording,
  run: ({ activity: number }, context) => {
    const { records, person, now, zone } = context;
    const entryOf = (activity: string) => {
      const entry = records.get(attendance, `${activity}/${person.id}`);
      return entry !== undefined && wasThere(entry) ? entry : undefined;
    };
    const isThere = (activity: Activity) =>
      tookCheckins(activity, now) && entryOf(activity.id) !== undefined;
    const which = whichActivity(context, number, isThere, {
      none: () => refuse(checkinTexts.nothingToLeave),
      unfit: (activity) => refuse(checkinTexts.notCheckedIn(activity.number, person.name)),
      example: (one) => `/签退 E${one}`,
    });
    if ('answer' in which) return which.answer;
    const { activity } = which;
    const entry = entryOf(activity.id);
    if (entry === undefined) return refuse(checkinTexts.notCheckedIn(activity.number, person.name));
    if (entry.left !== undefined)
      return say(checkinTexts.alreadyLeft(activity.number, person.name, timeOf(entry.left, zone)));
    return together(
      edit(attendance, entry, { ...entry, left: now }),
      updateCard(attendanceCard(activity), `left:${person.id}`),
    );
  },
  undo: takeBackArrivals,
});
