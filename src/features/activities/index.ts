import { dueRule, feature } from '../../core/feature.ts';
import { keeps, stays } from '../../core/keeping.ts';
import { remember, together } from '../../core/outcome.ts';
import { askForRecord } from './commands/due/ask-for-record.ts';
import { changeWord } from './commands/due/change-word.ts';
import { closeCheckin } from './commands/due/close-checkin.ts';
import { openCheckin } from './commands/due/open-checkin.ts';
import { commands } from './commands/index.ts';
import { joinedSignups } from './commands/shared/join-signups.ts';
import { aboutPlaces, leaveActivities } from './commands/shared/leave.ts';
import { recapDrafts } from './commands/shared/recap-draft.ts';
import {
  activities,
  attendance,
  chainRemarks,
  headcounts,
  minutes,
  recaps,
  signups,
} from './records/index.ts';
import { checkinByClock } from './rules/checkin.ts';
import { joinedAttendance } from './rules/join-people.ts';
import { takesSignups } from './rules/states.ts';
import { activitiesSpokenOf, activitySubjects } from './rules/subjects.ts';
import { allows } from './rules/transitions.ts';
import { activityText, changesText, headline } from './views/activity.ts';
import { arrivalsText } from './views/attendance.ts';
import { activityRows } from './views/board.ts';
import { activityExports } from './views/exports.ts';
import { activityReport } from './views/figures.ts';

export { askWhatItIs } from './commands/shared/ask-what-it-is.ts';
export { makeActivity } from './commands/shared/make-activity.ts';
export { moveBack, moveTo } from './commands/shared/move.ts';
export { reshape } from './commands/shared/reshape.ts';
export { takeBackActivity } from './commands/shared/take-back-activity.ts';
export { type Activity, activities, activityKind, minutes, recaps } from './records/index.ts';
export { activitiesAhead, calledOffAhead, fixedDayAt } from './rules/activities-here.ts';
export { audienceOfActivity, groupsOfActivity, usualAudience } from './rules/audience.ts';
export { fixedDayActivity, movedAlong, openSignup } from './rules/fixed-day.ts';
export { wasHeld } from './rules/held.ts';
export { activityCard } from './rules/identifiers.ts';
export { kindNamed, kindOf } from './rules/kinds.ts';
export { readPlan } from './rules/plan-words.ts';
export { isAhead, isToCome } from './rules/states.ts';
export { activityText, headline, listLine } from './views/activity.ts';
export { attendedBy, hasSignedUp, openToJoin, signedUpFor } from './views/mine.ts';

/**
 * Activities from the day they are made to the record of what was done: sign-up, waiting lists,
 * pasted chains, check-in, head-counts, the attendance table. Other features read them; where they
 * cause something (a fixed day comes near, a poll is settled), the decision is made here.
 */
export const activitiesFeature = feature({
  name: 'activities',
  collections: [activities, signups, chainRemarks, minutes, attendance, headcounts, recaps],
  commands,
  spokenOf: activitiesSpokenOf,
  drafts: recapDrafts,
  report: activityReport,
  exports: activityExports,
  board: activityRows,
  subjects: (context) => activitySubjects(context, (activity) => headline(activity, context)),
  dueRules: [
    dueRule({
      name: 'check-in opens',
      collection: activities,
      at: (activity) => (allows('begin', activity) ? activity.opens : undefined),
      fire: openCheckin,
    }),
    dueRule({
      name: 'check-in closes',
      collection: activities,
      at: (activity) => (allows('end', activity) ? activity.closes : undefined),
      fire: closeCheckin,
    }),
    dueRule({
      name: 'the check-in word changes',
      collection: activities,
      at: (activity) => (activity.state === 'underway' ? activity.rotatesAt : undefined),
      fire: changeWord,
    }),
    dueRule({
      name: 'a record is missing',
      collection: activities,
      at: (activity) => (activity.state === 'held' ? activity.asksRecord : undefined),
      fire: askForRecord,
    }),
  ],
  cards: [
    {
      name: 'activity',
      view: (id, changes, context) => {
        const activity = context.records.get(activities, id);
        if (activity === undefined) return undefined;
        const text =
          changes.length > 0
            ? changesText(activity, changes, context.records)
            : activityText(activity, context);
        const words = [`报名 E${activity.number}`, `请假 E${activity.number}`];
        return { text, choices: takesSignups(activity) ? words : [] };
      },
    },
    {
      name: 'attendance',
      view: (id, changes, { records }) => {
        const activity = records.get(activities, id);
        return activity && { text: arrivalsText(activity, changes, records), choices: [] };
      },
    },
  ],
  keeps: [
    keeps({ collection: signups, as: 'activities', since: ({ at }) => at }),
    keeps({ collection: attendance, as: 'activities', since: ({ at }) => at }),
    keeps({ collection: headcounts, as: 'activities', since: ({ at }) => at }),
    keeps({ collection: minutes, as: 'activities', since: ({ at }) => at }),
    keeps({ collection: recaps, as: 'activities', since: ({ at }) => at }),
    keeps({ collection: chainRemarks, as: 'activities', since: ({ at }) => at }),
  ],
  stays: [stays('history', activities)],
  leave: leaveActivities,
  beforeLeaving: aboutPlaces,
  merge: (from, to, context) =>
    together(
      joinedSignups(from, to, context),
      remember(...joinedAttendance(from, to, context.records)),
    ),
  onClockCorrected: ({ records, now }) =>
    records.all(activities).flatMap((activity) => checkinByClock(activity, now)),
});
