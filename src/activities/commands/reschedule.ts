import { rest } from '../../core/arguments.ts';
import { put } from '../../core/collection.ts';
import { command, type Spoken } from '../../core/command.ts';
import { type Outcome, refuse, remember, together } from '../../core/outcome.ts';
import { momentOf, timeOf } from '../../core/time.ts';
import { readWholeWhen } from '../../core/when/index.ts';
import { type Activity, activities } from '../records.ts';
import { isAhead, titleOf } from '../rules.ts';
import { stateName, texts } from '../texts.ts';
import { headline, whenText } from '../views.ts';
import { signedUp, tellAll } from './tell-all.ts';
import { activityNumber, noneOpen, whichActivity } from './which.ts';

export const reschedule = command({
  latin: 'reschedule',
  zh: '改期',
  also: ['改时间'],
  who: 'liaison',
  where: 'anywhere',
  summary: { zh: '活动改期，报了名的都会收到通知', en: 'move an activity; everyone signed up is told' },
  examples: ['/改期 E7 28日9点', '/改期 E7 下周六下午3点到5点'],
  args: { activity: activityNumber, when: rest({ zh: '新的时间', en: 'new time' }) },
  run: ({ activity: number, when }, spoken) => {
    const which = whichActivity(spoken, number, isAhead, {
      none: () => noneOpen(spoken),
      unfit: (activity) => refuse(texts.cannotChange(activity.number, stateName[activity.state])),
      example: (one) => `/改期 E${one} ${when}`,
    });
    return 'answer' in which ? which.answer : move(which.activity, when, spoken);
  },
});

/** A day alone keeps the time of day; the length and the check-in around it stay unless they are said. */
function move(activity: Activity, words: string, spoken: Spoken): Outcome {
  const { now, zone } = spoken;
  const when = readWholeWhen(words, { now, zone });
  if (!when.ok) return refuse(when.reason === 'past' ? texts.timePast : texts.howToMove(activity.number));
  const start = when.dateOnly ? momentOf(when.date, timeOf(activity.start, zone), zone) : when.start;
  const end = when.end ?? start + (activity.end - activity.start);
  if (start <= now) return refuse(texts.timePast);
  if (start === activity.start && end === activity.end) return refuse(texts.sameTime(headline(activity, spoken)));
  const moved = movedTo(activity, start, end, now);
  return together(
    remember(put(activities, moved)),
    tellAll(
      moved,
      {
        what: texts.moved(activity.number, titleOf(activity), whenText(moved, spoken), whenText(activity, spoken)),
        inGroups: texts.movedNext(activity.number, signedUp(activity, spoken)),
        inPrivate: texts.movedPrivately(activity.number),
        before: activity.start,
      },
      spoken,
    ),
  );
}

/** Check-in that has opened already waits for the new time. */
function movedTo(activity: Activity, start: number, end: number, now: number): Activity {
  const opens = start - (activity.start - activity.opens);
  // Only the calendar looks at what was moved, and clears it.
  const followed = activity.occurrence === undefined ? {} : { moved: now };
  const state = activity.state === 'underway' && opens > now ? 'open' : activity.state;
  return { ...activity, start, end, opens, closes: end + (activity.closes - activity.end), state, ...followed };
}
