import { name, ownWords, rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { mentionsCheckin } from '../rules/arrival-words.ts';
import { checkinWording } from '../texts/arrival-wording.ts';
import { arrive } from './shared/arrive.ts';
import { type Arrival, arriveTogether } from './shared/arrive-together.ts';
import { takeBackArrivals } from './shared/take-back-arrivals.ts';
import { activityNumber } from './shared/which-activity.ts';

export const checkin = command({
  name: 'checkin',
  zhName: '签到',
  aliases: ['到场'],
  minRole: 'guest',
  scope: 'anywhere',
  inRows: true,
  summary: { zh: '到了现场签到，也可替单位报人数', en: 'check in, or give your unit’s head-count' },
  daily: true,
  examples: ['签到 槐花', '恒威 签到 槐花 5人', '/签到 E7 槐花'],
  args: {
    activity: activityNumber.optional(),
    unit: name({ zh: '单位', en: 'unit' }).optional(),
    said: rest({ zh: '口令、人数', en: 'word, count' }).optional(),
    arrival: ownWords<Arrival>(),
  },
  shortForms: ['签到 {activity} {said}', '{unit!} 签到 {said!}'],
  wording: checkinWording,
  deepLink: 'everybody',
  parseWhole: ({ typed, folded }) => (mentionsCheckin(folded) ? { said: typed } : undefined),
  run: ({ activity, unit, said, arrival }, context) => {
    if (arrival !== undefined) return arriveTogether(activity, arrival, context);
    const whole = unit !== undefined && said !== undefined;
    return arrive(activity, whole ? `${unit} 签到 ${said}` : (unit ?? said), context);
  },
  undo: takeBackArrivals,
});
