import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { nothing, type Outcome, remember, together } from '../../../../core/outcome.ts';
import type { Holidays } from '../../../../core/recurring/index.ts';
import { fixedDayActivity } from '../../../activities/index.ts';
import { tellUnknown } from '../../../holidays/index.ts';
import { occurrences, type Rule, rules } from '../../records.ts';
import { audienceOfRule } from '../../rules/audience.ts';
import { FORGOTTEN, nextDay, type RuleDay } from '../../rules/days.ts';

/** A day becomes an occurrence with its activity; a day that is over gets none any more. */
export function comeNear(rule: Rule, holidays: Holidays, context: DecisionContext): Outcome {
  const day = nextDay(rule, holidays);
  if (day === undefined) return nothing;
  const past = put(rules, { ...rule, through: day.date });
  // One that is there already stays as it was announced.
  const id = `${rule.id}/${day.date}`;
  const known = context.records.get(occurrences, id) !== undefined;
  if (known || day.end < context.now - FORGOTTEN) return remember(past);
  const made = day.end > context.now ? activityOf(rule, day, context) : undefined;
  const occurrence = {
    id,
    rule: rule.id,
    date: day.date,
    day: day.day,
    notices: [...day.notices],
    ...(made === undefined ? {} : { activity: made.activity.id }),
  };
  return together(
    remember(past, ...(made?.remember ?? []), put(occurrences, occurrence)),
    rule.holiday === 'keep' && rule.on.type !== 'workday'
      ? nothing
      : tellUnknown(day.date, holidays, context),
  );
}

function activityOf(rule: Rule, day: RuleDay, context: DecisionContext) {
  const { title, kind, place, capacity, liaison } = rule;
  const { start, end, opens, closes } = day;
  const signup = day.notices.find((one) => one.opens === 'signup');
  return fixedDayActivity(
    {
      title,
      kind,
      place,
      capacity,
      audience: audienceOfRule(rule),
      by: liaison,
      start,
      end,
      opens,
      closes,
      occurrence: `${rule.id}/${day.date}`,
      ...(signup === undefined ? {} : { signupFrom: signup.planned }),
    },
    context,
  );
}
