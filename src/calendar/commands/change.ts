import type { Spoken } from '../../core/command.ts';
import { fold } from '../../core/line.ts';
import { shownName } from '../../core/names.ts';
import { type HolidayPolicy, readClock, readRecurrence } from '../../core/recurring/index.ts';
import type { Text } from '../../core/text.ts';
import { dateOf, timeOf } from '../../core/time.ts';
import { readWhen } from '../../core/when/index.ts';
import type { Rule } from '../records.ts';
import { pollMisfit } from '../rules.ts';
import { texts } from '../texts.ts';
import { readNotices, readWindow } from './notices.ts';
import { withPoll } from './poll.ts';

type Changed = { readonly rule: Rule } | { readonly refusal: Text };
type Situation = Pick<Spoken, 'records' | 'now' | 'zone'>;
type Change = (rule: Rule, words: string, spoken: Situation) => Changed;

const policies: readonly [RegExp, HolidayPolicy][] = [
  [/^(顺延|延后|推后|往后)/, 'next'],
  [/^(提前|往前)/, 'previous'],
  [/^(跳过|取消|不办)/, 'skip'],
  [/^(照常|不变|不管)/, 'keep'],
];

/** What may be changed, by the word that begins it; a longer word stands before its beginning. */
const changes: readonly [RegExp, Change][] = [
  [/^(暂停|停用|停)$/, (rule) => ({ rule: { ...rule, active: false } })],
  [/^(恢复|启用|继续)$/, (rule, _, { now }) => ({ rule: { ...rule, active: true, since: now } })],
  [/^(改到|改为|改成|改)/, (rule, words, { now }) => moved(rule, words, now)],
  [/^(节假日|放假|遇节假日)/, withPolicy],
  [/^(提醒|通知)/, withNotices],
  [/^(开始报名|报名)/, withSignup],
  // 「提前7天9点 开投票 …」 as well.
  [/^((开|发起)?投票|(?=提前.{1,12}投票))/, withPoll],
  [/^签到/, withCheckin],
  [/^(地点|地方)/, (rule, words) => (words === '' ? howTo(rule) : { rule: { ...rule, place: shownName(words) } })],
  [/^(名额|人数)/, withCapacity],
];

/** A rule after a change in words, or why it was not understood. Schedules are in force from now on. */
export function changed(rule: Rule, words: string, spoken: Situation): Changed {
  const folded = fold(words);
  for (const [word, change] of changes) {
    const match = word.exec(folded);
    if (match !== null) return change(rule, words.slice(match[0].length).replace(/^[\s:：,，]+/, ''), spoken);
  }
  return howTo(rule);
}

/** `志愿日 每月第二个周六 9点`, with two notices as most fixed days have them. */
export function newRule(words: string, { now, zone, newId }: Pick<Spoken, 'now' | 'zone' | 'newId'>): Changed {
  const [, typed = '', plan = ''] = /^(\S+)\s+(.+)$/su.exec(words.trim()) ?? [];
  const when = scheduleIn(plan, now, zone);
  if (typed === '' || when === undefined) return { refusal: texts.howToMake };
  if ('refusal' in when) return when;
  const rule: Rule = {
    id: newId(),
    title: shownName(typed),
    kind: 'other',
    ...when,
    zone,
    groups: [],
    holiday: 'keep',
    notices: [
      { id: 'ahead', days: 3, at: '18:00' },
      { id: 'today', days: 0, at: when.at > '07:30' ? '07:30' : '00:00' },
    ],
    late: 120,
    active: true,
    since: now,
  };
  return { rule };
}

type Schedule = Pick<Rule, 'on' | 'at' | 'minutes'>;

/** `每月第二个周六 9点到11点`; a date of its own happens once. */
function scheduleIn(plan: string, now: number, zone: string): Schedule | { refusal: Text } | undefined {
  const read = readRecurrence(plan);
  if (read === undefined) {
    const when = readWhen(plan, { now, zone });
    if (!when.ok || when.dateOnly || when.rest !== '' || when.start <= now) return undefined;
    const minutes = when.end === undefined ? 120 : (when.end - when.start) / 60_000;
    return { on: { type: 'once', date: dateOf(when.start, zone) }, at: timeOf(when.start, zone), minutes };
  }
  if (read.asksShort) return { refusal: texts.shortMonths(plan.slice(0, plan.length - read.rest.length).trim()) };
  const clock = readClock(read.rest);
  if (clock === undefined || clock.rest !== '') return undefined;
  return { on: read.on, at: clock.at, minutes: clock.minutes ?? 120 };
}

/** `改到 每月最后一个周五 9点`, `改到 每月5日`, `改到 14:30-16:00`. */
function moved(rule: Rule, words: string, now: number): Changed {
  const read = readRecurrence(words);
  if (read?.asksShort) return { refusal: texts.shortMonths(words.slice(0, words.length - read.rest.length).trim()) };
  const clockWords = read === undefined ? words : read.rest;
  const clock = clockWords === '' ? undefined : readClock(clockWords);
  if (clock === undefined && (read === undefined || clockWords !== ''))
    return { refusal: texts.moveUnclear(rule.title) };
  if (clock !== undefined && clock.rest !== '') return { refusal: texts.moveUnclear(rule.title) };
  const at = clock?.at ?? rule.at;
  if (rule.notices.some((one) => one.days === 0 && one.at >= at))
    return { refusal: texts.noticeAfterStart(rule.title, at) };
  if (rule.notices.some((one) => pollMisfit(one, at) !== undefined))
    return { refusal: texts.pollMisfit(rule.title, at) };
  return { rule: { ...rule, on: read?.on ?? rule.on, at, minutes: clock?.minutes ?? rule.minutes, since: now } };
}

function withPolicy(rule: Rule, words: string, { now }: { now: number }): Changed {
  const policy = policies.find(([word]) => word.test(fold(words)))?.[1];
  return policy === undefined
    ? { refusal: texts.howToPolicy(rule.title) }
    : { rule: { ...rule, holiday: policy, since: now } };
}

/** `通知 提前3天18点、当天7点半`; who said only that it is off has none. A poll is changed by its own word. */
function withNotices(rule: Rule, words: string, { now }: { now: number }): Changed {
  const polls = rule.notices.filter(({ poll }) => poll !== undefined);
  if (/^(不发|取消|关闭|不用)$/.test(fold(words))) return { rule: { ...rule, notices: polls, since: now } };
  const notices = readNotices(
    words,
    rule.notices.filter((one) => !polls.includes(one)),
  );
  if (notices === undefined) return { refusal: texts.howToNotices(rule.title) };
  if (notices.some((one) => one.days === 0 && one.at >= rule.at))
    return { refusal: texts.noticeAfterStart(rule.title, rule.at) };
  return { rule: { ...rule, notices: [...notices, ...polls], since: now } };
}

/** `报名 提前5天9点`: sign-up opens with a notice of its own; `报名 随通知`: with the first notice. */
function withSignup(rule: Rule, words: string, { now }: { now: number }): Changed {
  const others = rule.notices.filter((one) => one.id !== 'signup').map(({ opens: _, ...one }) => one);
  if (/^(随|跟)/.test(fold(words))) return { rule: { ...rule, notices: others, since: now } };
  const [said, ...more] = readNotices(words, []) ?? [];
  if (said === undefined || more.length > 0) return { refusal: texts.howToSignup(rule.title) };
  const same = others.find(({ days, at, poll }) => days === said.days && at === said.at && poll === undefined);
  const opening = { ...(same ?? { ...said, id: 'signup' }), opens: 'signup' as const };
  return { rule: { ...rule, notices: [...others.filter((one) => one !== same), opening], since: now } };
}

function withCheckin(rule: Rule, words: string): Changed {
  const checkin = readWindow(words);
  return checkin === undefined ? { refusal: texts.howToCheckin(rule.title) } : { rule: { ...rule, checkin } };
}

function withCapacity(rule: Rule, words: string): Changed {
  const folded = fold(words);
  if (/^不限/.test(folded)) return { rule: { ...rule, capacity: undefined } };
  const seats = /^([1-9]\d{0,3})[人个位名]?$/.exec(folded)?.[1];
  return seats === undefined ? howTo(rule) : { rule: { ...rule, capacity: Number(seats) } };
}

function howTo(rule: Rule): Changed {
  return { refusal: texts.howToChange(rule.title) };
}
