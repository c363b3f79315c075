import type { CommandContext } from '../../../../core/command.ts';
import { fold } from '../../../../core/line.ts';
import { type Outcome, refuse, say, together, updateCard } from '../../../../core/outcome.ts';
import { giveBack, requestsOf, requestToDo, takeOn } from '../../../requests/index.ts';
import type { Activity } from '../../records/index.ts';
import { activityCard } from '../../rules/identifiers.ts';
import { isAhead } from '../../rules/states.ts';
import { signupTexts, stateName } from '../../texts/sign-up.ts';
import { worksTexts } from '../../texts/works.ts';

/** The requests that somebody says an activity does, or does not do after all. */
export interface Works {
  readonly does: boolean;
  readonly numbers: readonly number[];
}

const DOES = /^(不|别)?(?:办理?|解决)\s{0,3}(#?\d{1,6}号?(?:[,、和\s]{1,3}#?\d{1,6}号?)*)$/;

/** `办 1 2`, `不办 #1`. */
export function readWorks(words: string): Works | undefined {
  const [, not, numbers = ''] = DOES.exec(fold(words).trim()) ?? [];
  const all = [...new Set((numbers.match(/\d+/g) ?? []).map(Number))];
  return all.length === 0 ? undefined : { does: not === undefined, numbers: all };
}

/** An activity takes requests on, or gives them back. */
export function changeWorks(activity: Activity, works: Works, context: CommandContext): Outcome {
  const { number } = activity;
  if (!isAhead(activity))
    return refuse(signupTexts.cannotChange(number, stateName[activity.state]));
  return works.does
    ? takeRequests(activity, works.numbers, context)
    : leaveRequests(activity, works.numbers, context);
}

function takeRequests(
  activity: Activity,
  numbers: readonly number[],
  context: CommandContext,
): Outcome {
  const has = requestsOf(activity, context.records).map(({ id }) => id);
  const found = numbers.map((number) => requestToDo(number, context.records));
  const taken = found.flatMap((one) => ('id' in one && !has.includes(one.id) ? [one] : []));
  const not = found.flatMap((one) => ('id' in one ? [] : [one]));
  if (taken.length === 0 && not.length === 0)
    return refuse(worksTexts.hasThem(activity.number, numbers));
  const refused = not.map((one) => say(worksTexts.cannot(one.number, one.state)));
  if (taken.length === 0) return together(...refused);
  return together(
    takeOn(taken, activity, context),
    updateCard(activityCard(activity)),
    say(
      worksTexts.taken(
        activity.number,
        taken.map((one) => one.number),
      ),
    ),
    ...refused,
  );
}

function leaveRequests(
  activity: Activity,
  numbers: readonly number[],
  context: CommandContext,
): Outcome {
  const has = requestsOf(activity, context.records).map((one) => one.number);
  const given = numbers.filter((number) => has.includes(number));
  if (given.length === 0) return refuse(worksTexts.hasNot(activity.number, numbers));
  return together(
    giveBack(activity, context, given),
    updateCard(activityCard(activity)),
    say(worksTexts.givenBack(activity.number, given)),
  );
}
