import { few, MOST_HEADS, words } from '../../../core/arguments.ts';
import { put, type Records } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { ignore } from '../../../core/ignored.ts';
import { LONGEST_NAME, visibleLength } from '../../../core/names.ts';
import { nothing, type Outcome, refuse, remember, together } from '../../../core/outcome.ts';
import { OverlayRecords } from '../../../core/overlay-records.ts';
import type { Text } from '../../../core/text.ts';
import { peopleCalled, personCalled } from '../../../identity/people/index.ts';
import { type Activity, type Signup, signups } from '../records/index.ts';
import { activitiesHere, openCalled } from '../rules/activities-here.ts';
import { unitMeant } from '../rules/names.ts';
import { decideSignup, type Refused, seatsLeftFor, signupOf } from '../rules/seats.ts';
import { hasClosed, tookSignups } from '../rules/states.ts';
import { signupTexts } from '../texts/sign-up.ts';
import { signupWording } from '../texts/wording.ts';
import { cutList } from '../views/names.ts';
import { readWho, type Who } from './shared/read-who.ts';
import { seat, tellTurns } from './shared/seat.ts';
import { takeBackSeats } from './shared/take-back-seats.ts';
import { refuseTask, taskIn } from './shared/tasks.ts';
import { activityNumber, whichOpen } from './shared/which-activity.ts';

/** The most that one message signs up by name. */
const MOST_NAMES = 10;

export const signup = command({
  name: 'signup',
  zhName: '报名',
  aliases: ['参加'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '报名活动，也可以替别人报', en: 'sign up, also for others' },
  daily: true,
  examples: ['+1', '+1 张三', '+2', '报名 E7', '/报名 E7 张三 李四'],
  args: {
    activity: activityNumber.optional(),
    count: few({ zh: '人数', en: 'count' }).optional(),
    who: words({ zh: '姓名', en: 'names' }).optional(),
  },
  shortForms: [
    '+{count} {activity} {who}',
    '加{count}',
    '报名 {activity!} {who}',
    '{activity!} 报名 {who}',
    '{activity!} +{count} {who}',
    '报名',
  ],
  wording: signupWording,
  run: ({ activity, count, who: said = '' }, context) => {
    const { number, text, slot } = meantBy(said, activity, context);
    const who = readWho(text, context.trigger === 'command' ? 'any' : 'certain', (name) =>
      isKnown(name, context),
    );
    if (who === undefined)
      return context.trigger === 'command' ? refuse(notRead(text)) : ignore('unclear-who');
    // A wrong character in 报名 may be another word.
    if (context.trigger === 'guess' && count === undefined && who.people.length === 0)
      return undefined;
    const names = who.people.map(({ name }) => name);
    if (names.length > MOST_NAMES) return refuse(signupTexts.oneAtATime);
    if (isCrowd(who, count, context)) return refuse(signupTexts.crowd);
    const numbers = [...new Set([...(number === undefined ? [] : [number]), ...who.activities])];
    // 「报名」 alone is a sign-up where something can be meant; of several it is asked which.
    const alone = context.trigger === 'short' && numbers.length === 0 && count === undefined;
    const isOpen = (one: Activity) => tookSignups(one, context.now) && !hasClosed(one, context.now);
    if (alone && activitiesHere(context, isOpen, context.now).length === 0)
      return ignore('several-open');
    const example = (one: number) =>
      [count === undefined ? '报名' : `+${count}`, `E${one}`, text].filter(Boolean).join(' ');
    return together(
      ...(numbers.length === 0 ? [undefined] : numbers).map((one) => {
        const which = whichOpen(context, one, example);
        if ('answer' in which) return which.answer;
        return (
          refuseTask(which.activity, slot, example, context) ??
          signUp(which.activity, who, count, slot, context)
        );
      }),
    );
  },
  undo: takeBackSeats,
});

/** What it is called stands over the number of what is answered; a task may be named beside it. */
function meantBy(said: string, activity: number | undefined, context: CommandContext) {
  const called = said === '' ? undefined : openCalled(said, context);
  if (called !== undefined) return { number: called.number, text: '', slot: undefined };
  const task = taskIn(said, activity, context);
  return {
    number: task?.activity ?? activity,
    text: task?.rest ?? said,
    slot: task?.post.name,
  };
}

function notRead(who: string): Text {
  const isLong = who
    .split(/[\s、，,]+/)
    .some((one) => visibleLength(one, LONGEST_NAME + 1) > LONGEST_NAME);
  return isLong ? signupTexts.nameTooLong : signupTexts.whoUnclear;
}

function isCrowd(who: Who, count: number | undefined, { records }: CommandContext): boolean {
  const heads = Math.max(who.count ?? count ?? 1, ...who.people.map(({ party = 1 }) => party));
  const isOfUnit = who.people.some(({ name }) => unitMeant(records, name) !== undefined);
  return heads > MOST_HEADS && !isOfUnit;
}

function isKnown(name: string, { records }: CommandContext): boolean {
  return peopleCalled(records, name).length > 0 || unitMeant(records, name) !== undefined;
}

/**
 * How many come with whom: those who are named each with their own, the speaker with whom they
 * bring.
 */
function parties(who: Who, said: number | undefined, context: CommandContext) {
  const { records, person, newId } = context;
  const named = who.people.map(({ name, party = 1 }) => {
    const unit = unitMeant(records, name);
    return unit !== undefined
      ? { person: { id: unit.id, name: unit.short[0] ?? unit.name }, remember: [], party }
      : { ...personCalled(records, name, newId), party };
  });
  const count = who.count ?? said ?? 1;
  const [only] = named;
  const mine = Math.max(count, 1 + who.companions);
  if (only === undefined) return [{ person, party: mine, remember: [] }];
  if (who.self || who.companions > 0)
    return [{ person, party: 1 + who.companions, remember: [] }, ...named];
  return named.length === 1 ? [{ ...only, party: Math.max(count, only.party) }] : named;
}

function signUp(
  activity: Activity,
  who: Who,
  count: number | undefined,
  slot: string | undefined,
  context: CommandContext,
): Outcome {
  const coming = new Map(parties(who, count, context).map((one) => [one.person.id, one]));
  const list = new OverlayRecords(context.records);
  const changed: { signup: Signup; label: 'in' | 'waiting' | 'size'; name: string }[] = [];
  const refused: { reason: Refused; name: string; party: number }[] = [];
  for (const { person, party } of coming.values()) {
    const before = signupOf(activity, person.id, list);
    const decided = decideSignup(activity, list, person, party, context, slot);
    if ('refused' in decided) {
      refused.push({ reason: decided.refused, name: person.name, party: before?.party ?? party });
      continue;
    }
    list.apply([put(signups, decided.signup)]);
    const label = before?.state === 'in' ? 'size' : decided.signup.state;
    changed.push({ signup: decided.signup, label, name: person.name });
  }
  return together(
    remember(...[...coming.values()].flatMap((one) => one.remember)),
    seat(activity, context.records, changed, context),
    tellTurns(activity, list, changed, context),
    refusals(activity, slot, list, refused, context),
  );
}

/** One answer for all who are there already, and one for whom there is no room. */
function refusals(
  activity: Activity,
  slot: string | undefined,
  list: Records,
  refused: readonly { reason: Refused; name: string; party: number }[],
  context: CommandContext,
): Outcome {
  if (refused.length === 0) return nothing;
  const { number } = activity;
  const of = (reason: Refused) => refused.filter((one) => one.reason === reason);
  const names = (some: readonly { name: string }[]) => cutList(some.map(({ name }) => name));
  const behind = ({ name }: { name: string }) => (name === context.person.name ? '' : ` ${name}`);
  const [first, ...others] = of('in');
  const [waiting] = of('waiting');
  const full = of('full').length > 0;
  const left = seatsLeftFor(activity, slot, list);
  return together(
    first === undefined
      ? nothing
      : refuse(
          signupTexts.alreadyIn(
            number,
            names([first, ...others]),
            others.length > 0 ? undefined : first.party,
            behind(first),
          ),
        ),
    waiting === undefined
      ? nothing
      : refuse(signupTexts.alreadyWaiting(number, names(of('waiting')), behind(waiting))),
    full ? refuse(signupTexts.noRoomForMore(number, left), '名单') : nothing,
  );
}
