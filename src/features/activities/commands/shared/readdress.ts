import { type CommandContext, groupHere } from '../../../../core/command.ts';
import { edit } from '../../../../core/edits.ts';
import { broadcast, type Outcome, refuse, say, together } from '../../../../core/outcome.ts';
import {
  type Audience,
  allianceTexts,
  audienceName,
  groupsOf,
  takeAudience,
} from '../../../../identity/alliance/index.ts';
import { type Activity, activities } from '../../records/index.ts';
import { groupsOfActivity } from '../../rules/audience.ts';
import { titleOf } from '../../rules/identifiers.ts';
import { organisingTexts } from '../../texts/organising.ts';
import { activityText } from '../../views/activity.ts';

/**
 * `/活动 E7 发到 居民群`: groups that hear of it now are told of it, and those that were told before
 * that they hear no more. Undefined where the words say something else.
 */
export function readdress(
  activity: Activity,
  words: string,
  context: CommandContext,
): Outcome | undefined {
  const { records, place } = context;
  const here = groupHere(place);
  const { audience, left, unknown } = takeAudience(words, here, records);
  if (left !== '' || (audience === undefined && unknown === undefined)) return undefined;
  return audience === undefined
    ? refuse(allianceTexts.noSuchAudience(unknown ?? '', groupsOf(records)))
    : addressedTo(activity, audience, context);
}

function addressedTo(activity: Activity, audience: Audience, context: CommandContext): Outcome {
  const after: Activity = { ...activity, audience };
  const called = audienceName(audience, context.records);
  return together(
    edit(activities, activity, after),
    say(organisingTexts.addressed(activity.number, titleOf(activity), called)),
    tellReaddressed(activity, after, context),
  );
}

/** The groups that hear of it from now on are told of it, the others that they hear no more. */
export function tellReaddressed(from: Activity, to: Activity, context: CommandContext): Outcome {
  const { records, place, message, now } = context;
  const before = new Set(groupsOfActivity(from, records));
  const after = new Set(groupsOfActivity(to, records));
  const said = groupHere(place);
  const about = { choices: [], planned: now, deadline: to.start, atAnyHour: false };
  return together(
    broadcast({
      ...about,
      id: `made:${to.id}:${message}`,
      groups: [...after].filter((group) => !before.has(group) && group !== said),
      text: activityText(to, context),
    }),
    broadcast({
      ...about,
      id: `elsewhere:${to.id}:${message}`,
      groups: [...before].filter((group) => !after.has(group) && group !== said),
      text: organisingTexts.addressedElsewhere(to.number, titleOf(to)),
    }),
  );
}
