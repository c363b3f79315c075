import { rest } from '../../core/arguments.ts';
import { put } from '../../core/collection.ts';
import { type Change, command, type Spoken } from '../../core/command.ts';
import { editsOf, noted } from '../../core/edits.ts';
import { type Outcome, refresh, refuse, remember, together } from '../../core/outcome.ts';
import { momentOf, timeOf } from '../../core/time.ts';
import { readWholeWhen } from '../../core/when/index.ts';
import { type Activity, activities, signups } from '../records.ts';
import { isAhead, isToCome, titleOf } from '../rules.ts';
import { stateName, texts } from '../texts.ts';
import { headline, whenText } from '../views.ts';
import { activityCard } from './seats.ts';
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
  undo: moveBack,
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
    // That the calendar has followed since is nobody's change.
    noted(activities, activity, { ...moved, moved: activity.moved }),
    tellMoved(moved, activity, texts.moved, spoken),
  );
}

function tellMoved(moved: Activity, from: Activity, what: typeof texts.moved, spoken: Spoken): Outcome {
  const { number } = moved;
  const news = {
    what: what(number, titleOf(moved), whenText(moved, spoken), whenText(from, spoken)),
    inGroups: texts.movedNext(number, signedUp(moved, spoken)),
    inPrivate: texts.movedPrivately(number),
    before: from.start,
  };
  return together(refresh(activityCard(moved)), tellAll(moved, news, spoken));
}

/** Back to the time it had, unless that is over, or people have already signed up or stayed away because of the new one. */
function moveBack(change: Change, spoken: Spoken): Outcome {
  const [made] = editsOf(activities, change, spoken.records);
  const { now: moved, before } = made ?? {};
  if (made === undefined || moved === undefined || before === undefined)
    throw new Error('an activity does not go away');
  const { number } = moved;
  const again = `/改期 E${number} ${whenText(before, spoken).zh}`;
  if (before.start <= spoken.now) return refuse(texts.timeOver(number));
  if (made.since.length > 0 || !isToCome(moved)) return refuse(texts.activityChanged(number), `/活动 E${number}`);
  const since = spoken.records.where(signups, moved.id).some(({ at }) => at > change.at);
  if (since) return refuse(texts.answeredSince(number, again), again);
  const back = { ...before, ...followed(before, spoken.now) };
  return together(remember(put(activities, back)), tellMoved(back, moved, texts.movedBack, spoken));
}

/** Check-in that has opened already waits for the new time. */
function movedTo(activity: Activity, start: number, end: number, now: number): Activity {
  const opens = start - (activity.start - activity.opens);
  const state = activity.state === 'underway' && opens > now ? 'open' : activity.state;
  return {
    ...activity,
    start,
    end,
    opens,
    closes: end + (activity.closes - activity.end),
    state,
    ...followed(activity, now),
  };
}

/** Only the calendar looks at what was moved, and clears it. */
function followed({ occurrence }: Activity, now: number): Pick<Activity, 'moved'> {
  return occurrence === undefined ? {} : { moved: now };
}
