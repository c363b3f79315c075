import { rest } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { command } from '../../../core/command.ts';
import { allBack, edit, editsOf, sayBack } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { refuse, remember, say, together } from '../../../core/outcome.ts';
import { dateOf, momentOf, timeOf } from '../../../core/time.ts';
import { readWholeWhen, sayWhen } from '../../../core/when/index.ts';
import { activities } from '../records/index.ts';
import { underwayFirst } from '../rules/activities-here.ts';
import { isAhead } from '../rules/states.ts';
import { transition } from '../rules/transitions.ts';
import { checkinTexts } from '../texts/checkin.ts';
import { checkinSettingTexts } from '../texts/checkin-setting.ts';
import { stateName } from '../texts/sign-up.ts';
import { activityNumber, whichActivity } from './shared/which-activity.ts';

/** `到10点半`, `延长到10点半`: the beginning stays. */
const ONLY_END = /^(延长?|改)?[到至~-]/;
const LATER = /^(延长?|改|延長)/;

export const checkinHours = command({
  name: 'checkintime',
  zhName: '签到时间',
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '改签到从几点到几点', en: 'change from when to when check-in is open' },
  examples: ['/签到时间 E7 8:00-10:00', '/签到时间 到10点半'],
  args: {
    activity: activityNumber.optional(),
    span: rest({ zh: '从几点到几点', en: 'from – to' }),
  },
  shortForms: ['签到时间 {activity!} {span}'],
  run: ({ activity: number, span }, context) => {
    const which = whichActivity(context, number, underwayFirst(context, number, isAhead), {
      none: () => refuse(checkinTexts.noneOpen(undefined), '日程'),
      unfit: (activity) =>
        refuse(checkinTexts.notOpen(activity.number, stateName[activity.state], undefined)),
      example: (one) => `/签到时间 E${one} ${span}`,
    });
    if ('answer' in which) return which.answer;
    const { activity } = which;
    const { now, zone } = context;
    // A time without a date is of the activity's day.
    const dayBegins = momentOf(dateOf(activity.start, zone), '00:00', zone);
    const whole = ONLY_END.test(fold(span))
      ? `${timeOf(activity.opens, zone)}${span.replace(LATER, '')}`
      : span;
    const read = readWholeWhen(whole, { now: dayBegins, zone });
    if (!read.ok || read.end === undefined)
      return refuse(checkinSettingTexts.howToWindow(activity.number));
    if (read.end <= now || read.end <= activity.start)
      return refuse(checkinSettingTexts.windowOver(activity.number));
    const moved = transition(activity, 'reschedule', now, {
      ...activity,
      opens: read.start,
      closes: read.end,
    });
    return together(
      // Once it has opened or closed by the new times, people have been told.
      edit(activities, activity, moved, ['state']),
      say(
        checkinSettingTexts.windowChanged(
          activity.number,
          sayWhen({ start: read.start, end: read.end }, context),
        ),
      ),
    );
  },
  undo: (change, context) => {
    const edited = editsOf(activities, change, context.records);
    const { now: moved, before } = edited[0] ?? {};
    if (moved === undefined || before === undefined)
      throw new Error('an activity does not go away');
    if (allBack(edited) === undefined || before.closes <= context.now)
      return refuse(checkinSettingTexts.windowChangedSince(before.number));
    const span = sayWhen({ start: before.opens, end: before.closes }, context);
    const back = transition(moved, 'moveBack', context.now, before);
    return together(
      remember(put(activities, back)),
      sayBack(checkinSettingTexts.windowChanged(before.number, span)),
    );
  },
});
