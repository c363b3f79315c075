import { few, words } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { ignore } from '../../../core/ignored.ts';
import { readLine } from '../../../core/line.ts';
import { type Outcome, refuse } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { nameOf, peopleCalled } from '../../../identity/people/index.ts';
import { withoutPoliteness } from '../../../understanding/politeness.ts';
import { type Activity, type Signup, signups } from '../records.ts';
import { isCertainName } from '../rules/chain/names.ts';
import { isThere, nextOrder } from '../rules/index.ts';
import { texts } from '../texts/sign-up.ts';
import { seat, takeBackSeats } from './seats.ts';
import { activityNumber, openFor, whichOpen } from './which.ts';

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
  allowTypo: true,
  run: ({ activity: number, count, who: text = '' }, context) => {
    const who = withoutPoliteness(readLine(text.replace(/^[,，、]/, ''))).typed;
    const talk = context.trigger !== 'command' && isTalk(who, count, context);
    // Of a short form without number that has a wrong character nothing is left.
    if (talk || (context.trigger === 'guess' && count === undefined && number === undefined))
      return undefined;
    if (context.trigger === 'short' && isAlone(number, count, context))
      return ignore('several-open');
    const named = who === '' || isReason(who, context) ? undefined : who;
    const which = whichOpen(
      context,
      number,
      (one) => (named ? `退出 E${one} ${named}` : `退出 E${one}`),
      meant(named, context),
    );
    if ('answer' in which) return which.answer;
    const { activity } = which;
    const list = context.records.where(signups, activity.id);
    const found = findSignup(list, named, context);
    if (found === undefined)
      return refuse(texts.notIn(activity.number, named ?? context.person.name));
    if (!mayWithdraw(found, context))
      return refuse(texts.onlyOwn(nameOf(context.records, found.person)));
    const left = count === undefined ? 0 : Math.max(0, found.party - count);
    const label = left > 0 ? 'size' : 'out';
    return seat(activity, list, [{ signup: smaller(found, left, context), label }], context);
  },
  undo: takeBackSeats,
});

export const absent = command({
  name: 'absent',
  zhName: '请假',
  aliases: ['来不了', '来不了了', '去不了', '去不了了'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '告诉大家来不了', en: 'say that you cannot come' },
  daily: true,
  examples: ['请假 E7', '/请假', '请假 E7 家里有事'],
  args: { activity: activityNumber.optional(), why: words({ zh: '原因', en: 'why' }).optional() },
  shortForms: [
    '请假 {activity!} {why}',
    '{activity!} 请假 {why}',
    '请假',
    '来不了 {activity!} {why}',
    '去不了 {activity!} {why}',
  ],
  run: ({ activity: number, why }, context) => {
    if (context.trigger === 'short' && isAlone(number, undefined, context))
      return ignore('several-open');
    if (context.trigger === 'short' && why !== undefined && question.test(why))
      return ignore('question');
    const which = whichOpen(context, number, (one) => `请假 E${one}`, [context.person.id]);
    if ('answer' in which) return which.answer;
    return onLeave(which.activity, context);
  },
  undo: takeBackSeats,
});

/** Somebody asks about those who do not come, or speaks of them. */
const question = /[?？吗呢谁哪几]|怎么|多少|什么|^的|人数|名单/;

/** 「请假」 alone is for the bot only from somebody who has signed up, for one thing. */
function isAlone(
  number: number | undefined,
  count: number | undefined,
  context: CommandContext,
): boolean {
  return (
    number === undefined &&
    count === undefined &&
    openFor([context.person.id], context).length !== 1
  );
}

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
    peopleCalled(context.records, who).length === 0
  );
}

const reason =
  /有事|家里|临时|生病|病了|不舒服|发烧|感冒|疼|加班|上班|值班|出差|来不了|去不了|不来|不去|没空|没时间|冲突|赶不上|抱歉|不好意思|对不起|孩子|老人|医院|下雨|开会/;

/** Why somebody does not come, and no name. */
function isReason(who: string, { records }: CommandContext): boolean {
  return peopleCalled(records, who).length === 0 && !question.test(who) && reason.test(who);
}

function onLeave(activity: Activity, context: CommandContext): Outcome {
  const list = context.records.where(signups, activity.id);
  const before = list.find((signup) => signup.person === context.person.id);
  if (before?.state === 'leave')
    return refuse(texts.alreadyOnLeave(activity.number, context.person.name));
  const signup: Signup = {
    id: `${activity.id}/${context.person.id}`,
    activity: activity.id,
    person: context.person.id,
    party: before?.party ?? 1,
    order: before?.order ?? nextOrder(list),
    by: context.person.id,
    since: before?.since ?? context.now,
    at: context.now,
    message: context.message,
    state: 'leave',
  };
  return seat(activity, list, [{ signup, label: 'leave' }], context);
}

function findSignup(
  list: readonly Signup[],
  who: string | undefined,
  context: CommandContext,
): Signup | undefined {
  const ids = meant(who, context);
  const theirs = list.filter((signup) => isThere(signup) && ids.includes(signup.person));
  return theirs.find((signup) => mayWithdraw(signup, context)) ?? theirs[0];
}

/** Ids of whoever is called so, or the speaker's. */
function meant(who: string | undefined, { records, person }: CommandContext): readonly string[] {
  return who === undefined ? [person.id] : peopleCalled(records, who).map(({ id }) => id);
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
