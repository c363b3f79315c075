import type { CommandContext } from '../../../../core/command.ts';
import { broadcast, type Outcome, say, tell, together } from '../../../../core/outcome.ts';
import { lines, type Text } from '../../../../core/text.ts';
import { HOUR } from '../../../../core/time.ts';
import type { Activity } from '../../records/index.ts';
import { groupsOfActivity } from '../../rules/audience.ts';
import { contactOf } from '../../rules/names.ts';
import { inOrder } from '../../rules/seats.ts';

/** Who has to come so soon is told in quiet hours too, ms. */
const SOON = 12 * HOUR;

/** What happened to an activity; `before` is when people were expected until now. */
export interface News {
  readonly what: Text;
  readonly inGroups: Text;
  readonly inPrivate: Text;
  readonly before: number;
}

/**
 * Tells what happened to an activity: here, in its other groups on whatever platform, and in
 * private everybody who signed up or waits.
 */
export function tellAll(activity: Activity, news: News, context: CommandContext): Outcome {
  const { records, now, place, person, message } = context;
  const first = Math.min(news.before, activity.start);
  const urgent = first - now < SOON;
  const elsewhere = groupsOfActivity(activity, records).filter(
    (id) => place.kind === 'private' || id !== place.group,
  );
  const concerned = (['in', 'waiting'] as const)
    .flatMap((state) => inOrder(activity, state, records))
    .filter((one) => contactOf(records, one) !== person.id);
  return together(
    say(lines(news.what, news.inGroups)),
    broadcast({
      id: `news:${activity.id}:${message}`,
      groups: elsewhere,
      text: lines(news.what, news.inGroups),
      choices: [],
      planned: now,
      deadline: Math.max(now + HOUR, first),
      atAnyHour: urgent,
    }),
    ...concerned.map((one) =>
      tell(contactOf(records, one), lines(news.what, news.inPrivate), { urgent }),
    ),
  );
}
