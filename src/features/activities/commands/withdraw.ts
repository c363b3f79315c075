import { few, words } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { ignore } from '../../../core/ignored.ts';
import { readLine } from '../../../core/line.ts';
import { type Outcome, refuse } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { peopleCalled } from '../../../identity/people/index.ts';
import { isCertainName } from '../../../understanding/person-names.ts';
import { withoutPoliteness } from '../../../understanding/politeness.ts';
import type { Activity, Signup } from '../records/index.ts';
import { isUnclear, openFor } from '../rules/activities-here.ts';
import { givesReason } from '../rules/leave-words.ts';
import { nameOf, unitMeant } from '../rules/names.ts';
import { isThere, signupOf } from '../rules/seats.ts';
import { signupTexts } from '../texts/sign-up.ts';
import { withdrawWording } from '../texts/wording.ts';
import { seat } from './shared/seat.ts';
import { takeBackSeats } from './shared/take-back-seats.ts';
import { activityNumber, whichOpen } from './shared/which-activity.ts';

export const withdraw = command({
  name: 'cancel',
  zhName: '退出',
  aliases: ['退报', '取消报名'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '退出报名', en: 'withdraw a sign-up' },
  daily: true,
  examples: ['-1', '-1 张三', '退出 E7'],
  args: {
    activity: activityNumber.optional(),
    count: few({ zh: '人数', en: 'count' }).optional(),
    who: words({ zh: '姓名', en: 'name' }).optional(),
  },
  shortForms: [
    '-{count} {activity} {who}',
    '退出 {activity!} {who}',
    '{activity!} 退出 {who}',
    '退出',
  ],
  wording: withdrawWording,
  run: ({ activity: number, count, who: text = '' }, context) => {
    const who = withoutPoliteness(readLine(text.replace(/^[,，、]/, ''))).typed;
    const talk = context.trigger !== 'command' && isTalk(who, count, context);
    // Of a short form without number that has a wrong character nothing is left.
    if (talk || (context.trigger === 'guess' && count === undefined && number === undefined))
      return undefined;
    if (
      context.trigger === 'short' &&
      number === undefined &&
      count === undefined &&
      isUnclear(context) &&
      openFor([context.person.id], context).length < 2
    )
      return ignore('several-open');
    const named = who === '' || isReason(who, context) ? undefined : who;
    const which = whichOpen(
      context,
      number,
      (one) =>
        [count === undefined ? '退出' : `-${count}`, `E${one}`, named].filter(Boolean).join(' '),
      meant(named, context),
    );
    if ('answer' in which) return which.answer;
    const { activity } = which;
    const all = signupsMeant(activity, named, context);
    if (all.length > 1) return refuseSeveral(activity, all, context);
    const [found] = all;
    if (found === undefined)
      return refuse(signupTexts.notIn(activity.number, named ?? context.person.name));
    if (!mayWithdraw(found, context))
      return refuse(signupTexts.onlyOwn(nameOf(context.records, found.person)));
    const left = count === undefined ? 0 : Math.max(0, found.party - count);
    const label = left > 0 ? 'size' : 'out';
    return seat(
      activity,
      context.records,
      [{ signup: smaller(found, left, context), label }],
      context,
    );
  },
  undo: takeBackSeats,
});

/**
 * Behind `-1` stands neither somebody's name nor why; `-5` of nobody's, and `-10`, are
 * temperatures.
 */
function isTalk(who: string, count: number | undefined, context: CommandContext): boolean {
  const most = openFor([context.person.id], context).length === 0 ? 1 : 9;
  if (who === '') return count !== undefined && count > most;
  return (
    !isReason(who, context) &&
    !isCertainName(who) &&
    peopleCalled(context.records, who).length === 0 &&
    unitMeant(context.records, who) === undefined
  );
}

/** Why somebody does not come, and no name. */
function isReason(who: string, { records }: CommandContext): boolean {
  return peopleCalled(records, who).length === 0 && givesReason(who);
}

function refuseSeveral(
  { number }: Activity,
  all: readonly Signup[],
  { records }: CommandContext,
): Outcome {
  const parties = all.map(({ party }) => party);
  return refuse(signupTexts.severalIn(number, nameOf(records, all[0]?.person ?? ''), parties));
}

/** The sign-up that is meant; several where people of one name have signed up. */
function signupsMeant(
  activity: Activity,
  who: string | undefined,
  context: CommandContext,
): readonly Signup[] {
  const { person, records } = context;
  const theirs = meant(who, context)
    .flatMap((id) => signupOf(activity, id, records) ?? [])
    .filter(isThere)
    .sort((a, b) => a.since - b.since);
  const own = theirs.filter((one) => one.person === person.id);
  const putDown = theirs.filter((one) => one.by === person.id);
  const may = theirs.filter((one) => mayWithdraw(one, context));
  return [own, putDown, may, theirs.slice(0, 1)].find(({ length }) => length > 0) ?? [];
}

/** Ids of whoever is called so, or the speaker's. */
function meant(who: string | undefined, { records, person }: CommandContext): readonly string[] {
  if (who === undefined) return [person.id];
  const unit = unitMeant(records, who);
  return unit === undefined ? peopleCalled(records, who).map(({ id }) => id) : [unit.id];
}

function mayWithdraw(signup: Signup, { person }: CommandContext): boolean {
  return signup.person === person.id || signup.by === person.id || mayActAs(person.role, 'liaison');
}

function smaller(signup: Signup, party: number, context: CommandContext): Signup {
  const change = { at: context.now, message: context.message };
  return party === 0
    ? { ...signup, ...change, state: 'withdrawn' }
    : { ...signup, ...change, party };
}
