import type { CommandContext } from '../../../../core/command.ts';
import { noted } from '../../../../core/edits.ts';
import {
  broadcast,
  nothing,
  type Outcome,
  remember,
  say,
  together,
  updateCard,
} from '../../../../core/outcome.ts';
import { OverlayRecords } from '../../../../core/overlay-records.ts';
import type { Text } from '../../../../core/text.ts';
import { dateOf } from '../../../../core/time.ts';
import { audienceName } from '../../../../identity/alliance/index.ts';
import { type Activity, activities } from '../../records/index.ts';
import { activitiesHere } from '../../rules/activities-here.ts';
import { withNotices } from '../../rules/activity-notices.ts';
import { audienceOfActivity, concerns, groupsOfActivity } from '../../rules/audience.ts';
import { activityCard, titleOf } from '../../rules/identifiers.ts';
import { isStudyDay, kindOf } from '../../rules/kinds.ts';
import { newActivity } from '../../rules/new-activity.ts';
import { isAhead } from '../../rules/states.ts';
import { organisingTexts } from '../../texts/organising.ts';
import { activityText, headline } from '../../views/activity.ts';

/**
 * An activity that somebody makes by hand: its card here, and its other groups are told of it; they
 * are reminded as of a fixed day. What follows `also` is told with it. Whoever makes it is told of a fixed day on the same date.
 */
export function makeActivity(
  parts: Omit<Parameters<typeof newActivity>[0], 'kind' | 'announced' | 'by' | 'message'> &
    Partial<Pick<Activity, 'kind'>>,
  context: CommandContext,
  also: (activity: Activity) => Outcome = () => nothing,
): { readonly activity: Activity; readonly outcome: Outcome } {
  const { person, message, zone } = context;
  const { activity, remember: changes } = newActivity(
    {
      ...withNotices({ occurrence: undefined, remind: undefined, ...parts }, context),
      kind: parts.kind ?? kindOf(parts.title),
      // What it is for is guessed from its name; whom it is for only where the name is certain.
      ...(parts.kind === undefined &&
        !isStudyDay(parts.title) && { audience: parts.audience ?? {} }),
      announced: true,
      by: person.id,
      message,
    },
    context,
  );
  const date = dateOf(activity.start, zone);
  const [other] = activitiesHere(
    context,
    (one) => one.occurrence !== undefined && isAhead(one) && dateOf(one.start, zone) === date,
  );
  const more = also(activity);
  const records = new OverlayRecords(context.records);
  records.apply([...changes, ...more.remember]);
  const outcome = together(
    remember(...changes),
    more,
    noted(activities, undefined, activity),
    shownHere(activity, context),
    other === undefined
      ? nothing
      : say(organisingTexts.sameDay(headline(other, context), activity.number)),
    tellGroups(activity, 'made', activityText(activity, { ...context, records }), context),
  );
  return { activity, outcome };
}

/** Its card, where it is for the group in which it was made; else a word that it goes elsewhere. */
function shownHere(activity: Activity, { records, place }: CommandContext): Outcome {
  const isElsewhere = place.kind === 'group' && !concerns(activity, place.group, records);
  if (!isElsewhere) return updateCard(activityCard(activity), undefined, { direct: true });
  const audience = audienceName(audienceOfActivity(activity), records);
  return say(organisingTexts.madeFor(activity.number, titleOf(activity), audience));
}

/** Its groups are told of what was said of an activity in private, or in another group. */
export function tellGroups(
  activity: Activity,
  what: 'made' | 'not-held',
  text: Text,
  context: CommandContext,
): Outcome {
  const { id, number, start } = activity;
  const { place, records } = context;
  const groups = groupsOfActivity(activity, records).filter(
    (group) => place.kind === 'private' || group !== place.group,
  );
  return broadcast({
    id: `${what}:${id}`,
    groups,
    text,
    choices: what === 'made' ? [`报名 E${number}`, `请假 E${number}`] : [],
    planned: context.now,
    deadline: start,
    atAnyHour: false,
  });
}
