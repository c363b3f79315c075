import { few, rest } from '../../core/arguments.ts';
import { command, type Spoken } from '../../core/command.ts';
import { LONGEST_NAME, visibleLength } from '../../core/names.ts';
import { nothing, type Outcome, refuse, remember, say, together } from '../../core/outcome.ts';
import { personCalled } from '../../people/index.ts';
import { type Activity, type Signup, signups } from '../records.ts';
import { inOrder, movedUp, nextOrder, seatFor, seatsLeft, withSignup } from '../rules.ts';
import { texts } from '../texts.ts';
import { seat, takeBackSeats } from './seats.ts';
import { activityNumber, whichOpen } from './which.ts';

/** The most that one message signs up by name. */
const MOST_NAMES = 10;

export const signup = command({
  latin: 'signup',
  zh: '报名',
  also: ['参加'],
  who: 'guest',
  where: 'anywhere',
  summary: { zh: '报名活动，也可以替别人报', en: 'sign up, also for others' },
  daily: true,
  examples: ['+1', '+1 张三', '+2', '报名 E7', '/报名 E7 张三 李四'],
  args: {
    activity: activityNumber.optional(),
    count: few({ zh: '人数', en: 'count' }).optional(),
    who: rest({ zh: '姓名', en: 'names' }).optional(),
  },
  short: ['+{count} {activity} {who}', '报名 {activity!}', '报名 {activity!} {who}'],
  run: ({ activity: number, count = 1, who }, spoken) => {
    const names = who?.split(/[\s、，,;；]+/).filter(Boolean) ?? [];
    if (spoken.manner === 'short' && names.some((one) => soundsLikeTalk(one))) return undefined;
    if (names.some((one) => visibleLength(one, LONGEST_NAME + 1) > LONGEST_NAME)) return refuse(texts.nameTooLong);
    if (names.length > MOST_NAMES) return refuse(texts.oneAtATime);
    const example = (one: number) => ['报名', `E${one}`, ...names].join(' ');
    const which = whichOpen(spoken, number, example);
    if ('answer' in which) return which.answer;
    return signUp(which.activity, names, count, spoken);
  },
  undo: takeBackSeats,
});

/** `+1 这个活动真不错` is talk: Chinese names have few characters. */
function soundsLikeTalk(word: string): boolean {
  return /^[\p{Script=Han}，。！？!?~～]{7,}$/u.test(word);
}

function signUp(activity: Activity, names: readonly string[], count: number, spoken: Spoken): Outcome {
  const named = names.map((one) => personCalled(spoken.records, one, spoken.newId));
  const people = named.length > 0 ? named.map(({ person }) => person) : [spoken.person];
  const party = names.length > 1 ? 1 : count;
  const stored = spoken.records.where(signups, activity.id);
  let list = stored;
  const changed: { signup: Signup; label: 'in' | 'waiting'; name: string }[] = [];
  const refusals: Outcome[] = [];
  for (const person of new Map(people.map((one) => [one.id, one])).values()) {
    const decided = decide(activity, list, person, party, spoken);
    if ('refusal' in decided) refusals.push(decided.refusal);
    else {
      list = withSignup(list, decided.signup);
      changed.push({ signup: decided.signup, label: decided.signup.state, name: person.name });
    }
  }
  return together(
    remember(...named.flatMap((one) => one.remember)),
    seat(activity, stored, changed, spoken),
    tellTurns(activity, list, changed, spoken),
    ...refusals,
  );
}

type Decided = { readonly signup: Signup & { state: 'in' | 'waiting' } } | { readonly refusal: Outcome };

/** The sign-up of one person as things stand, or why there is none. */
export function decide(
  activity: Activity,
  list: readonly Signup[],
  person: { readonly id: string; readonly name: string },
  party: number,
  spoken: Spoken,
): Decided {
  const id = `${activity.id}/${person.id}`;
  const before = list.find((signup) => signup.id === id);
  const change = { party, at: spoken.now, message: spoken.message };
  if (before?.state === 'in') {
    if (party === before.party) return { refusal: refuse(texts.alreadyIn(activity.number, person.name, party)) };
    const left = seatsLeft(activity, list);
    if (party - before.party > left) return { refusal: refuse(texts.noRoomForMore(activity.number, left), '名单') };
    return { signup: { ...before, ...change, state: 'in' } };
  }
  const others = list.filter((signup) => signup.id !== id);
  if (before?.state === 'waiting') {
    if (before.party === party) return { refusal: refuse(texts.alreadyWaiting(activity.number, person.name)) };
    return { signup: { ...before, ...change, state: 'waiting' } };
  }
  return {
    signup: {
      ...change,
      id,
      activity: activity.id,
      person: person.id,
      state: seatFor(activity, others, party),
      order: nextOrder(list),
      by: spoken.person.id,
      since: before?.since ?? spoken.now,
    },
  };
}

/** One answer for all who have to wait; who moves up at once is not told to. */
export function tellTurns(
  activity: Activity,
  list: readonly Signup[],
  changed: readonly { readonly signup: Signup; readonly name: string }[],
  spoken: Spoken,
): Outcome {
  const up = new Set(movedUp(activity, list).map((signup) => signup.id));
  const queue = inOrder(list, 'waiting').flatMap((signup) => (up.has(signup.id) ? [] : [signup.id]));
  const waiting = changed.filter(({ signup }) => queue.includes(signup.id));
  const [first] = waiting;
  if (first === undefined) return nothing;
  const turns = waiting.map(({ signup }) => queue.indexOf(signup.id) + 1);
  const giveUp = first.signup.person === spoken.person.id ? '-1' : `-1 ${first.name}`;
  return say(texts.waitingTurn(activity.number, waiting.map(({ name }) => name).join('、'), turns, giveUp), giveUp);
}
