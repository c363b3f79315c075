import { few, name } from '../../core/arguments.ts';
import { command, type Spoken } from '../../core/command.ts';
import { type Outcome, refuse } from '../../core/outcome.ts';
import { mayActAs } from '../../core/roles.ts';
import { nameOf, peopleCalled } from '../../people/index.ts';
import { type Activity, type Signup, signups } from '../records.ts';
import { nextOrder } from '../rules.ts';
import { texts } from '../texts.ts';
import { seat, takeBackSeats } from './seats.ts';
import { activityNumber, whichOpen } from './which.ts';

export const withdraw = command({
  latin: 'cancel',
  zh: '退出',
  also: ['退报'],
  who: 'guest',
  where: 'anywhere',
  summary: { zh: '退出报名', en: 'withdraw a sign-up' },
  daily: true,
  examples: ['-1', '-1 张三', '退出 E7'],
  args: {
    activity: activityNumber.optional(),
    count: few({ zh: '人数', en: 'count' }).optional(),
    who: name({ zh: '姓名', en: 'name' }).optional(),
  },
  short: ['-{count} {activity} {who}', '退出 {activity!}', '退出 {activity!} {who}'],
  run: ({ activity: number, count, who }, spoken) => {
    const which = whichOpen(spoken, number, (one) => (who ? `退出 E${one} ${who}` : `退出 E${one}`));
    if ('answer' in which) return which.answer;
    const { activity } = which;
    const list = spoken.records.where(signups, activity.id);
    const found = findSignup(list, who, spoken);
    if (found === undefined) return refuse(texts.notIn(activity.number, who ?? spoken.person.name));
    if (!mayWithdraw(found, spoken)) return refuse(texts.onlyOwn(nameOf(spoken.records, found.person)));
    const left = count === undefined ? 0 : Math.max(0, found.party - count);
    return seat(activity, list, [{ signup: smaller(found, left, spoken), label: 'out' }], spoken);
  },
  undo: takeBackSeats,
});

export const absent = command({
  latin: 'absent',
  zh: '请假',
  also: ['来不了'],
  who: 'guest',
  where: 'anywhere',
  summary: { zh: '告诉大家来不了', en: 'say that you cannot come' },
  daily: true,
  examples: ['请假 E7', '/请假'],
  args: { activity: activityNumber.optional() },
  short: ['请假 {activity!}'],
  run: ({ activity: number }, spoken) => {
    const which = whichOpen(spoken, number, (one) => `请假 E${one}`);
    if ('answer' in which) return which.answer;
    return onLeave(which.activity, spoken);
  },
  undo: takeBackSeats,
});

function onLeave(activity: Activity, spoken: Spoken): Outcome {
  const list = spoken.records.where(signups, activity.id);
  const before = list.find((signup) => signup.person === spoken.person.id);
  if (before?.state === 'leave') return refuse(texts.alreadyOnLeave(activity.number, spoken.person.name));
  const signup: Signup = {
    id: `${activity.id}/${spoken.person.id}`,
    activity: activity.id,
    person: spoken.person.id,
    party: before?.party ?? 1,
    order: before?.order ?? nextOrder(list),
    by: spoken.person.id,
    since: before?.since ?? spoken.now,
    at: spoken.now,
    message: spoken.message,
    state: 'leave',
  };
  return seat(activity, list, [{ signup, label: 'leave' }], spoken);
}

function findSignup(list: readonly Signup[], who: string | undefined, spoken: Spoken): Signup | undefined {
  const meant = who === undefined ? [spoken.person.id] : peopleCalled(spoken.records, who).map((person) => person.id);
  const signedUp = list.filter((signup) => signup.state === 'in' || signup.state === 'waiting');
  const theirs = signedUp.filter((signup) => meant.includes(signup.person));
  return theirs.find((signup) => mayWithdraw(signup, spoken)) ?? theirs[0];
}

function mayWithdraw(signup: Signup, { person }: Spoken): boolean {
  return signup.person === person.id || signup.by === person.id || mayActAs(person.role, 'liaison');
}

function smaller(signup: Signup, party: number, spoken: Spoken): Signup {
  const change = { at: spoken.now, message: spoken.message };
  return party === 0 ? { ...signup, ...change, state: 'withdrawn' } : { ...signup, ...change, party };
}
