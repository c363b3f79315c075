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
import type { Text } from '../../../../core/text.ts';
import { dateOf } from '../../../../core/time.ts';
import { type Activity, activities } from '../../records.ts';
import { activitiesHere } from '../../rules/activities-here.ts';
import { groupsOfActivity } from '../../rules/audience.ts';
import { activityCard } from '../../rules/identifiers.ts';
import { newActivity } from '../../rules/new-activity.ts';
import { isAhead } from '../../rules/states.ts';
import { organisingTexts } from '../../texts/organising.ts';
import { activityText, headline } from '../../views/activity.ts';

/**
 * An activity that somebody makes by hand: its card here, and where it was made in private, the
 * groups are told of it. Whoever makes it is told of a fixed day on the same date.
 */
export function makeActivity(
  parts: Omit<Parameters<typeof newActivity>[0], 'kind' | 'announced' | 'by' | 'message'>,
  context: CommandContext,
): { readonly activity: Activity; readonly outcome: Outcome } {
  const { person, message, place, zone } = context;
  const { activity, remember: changes } = newActivity(
    { ...parts, kind: 'other', announced: true, by: person.id, message },
    context,
  );
  const date = dateOf(activity.start, zone);
  const [other] = activitiesHere(
    context,
    (one) => one.occurrence !== undefined && isAhead(one) && dateOf(one.start, zone) === date,
  );
  const outcome = together(
    remember(...changes),
    noted(activities, undefined, activity),
    updateCard(activityCard(activity), undefined, { direct: true }),
    other === undefined
      ? nothing
      : say(organisingTexts.sameDay(headline(other, context), activity.number)),
    place.kind === 'private'
      ? tellGroups(activity, 'made', activityText(activity, context), context)
      : nothing,
  );
  return { activity, outcome };
}

/** The groups are told of what was said of an activity in private. */
export function tellGroups(
  activity: Activity,
  what: 'made' | 'not-held',
  text: Text,
  context: CommandContext,
): Outcome {
  const { id, number, start } = activity;
  return broadcast({
    id: `${what}:${id}`,
    groups: groupsOfActivity(activity, context.records),
    text,
    choices: what === 'made' ? [`报名 E${number}`, `请假 E${number}`] : [],
    planned: context.now,
    deadline: start,
    atAnyHour: false,
  });
}
