import { fold } from '../../../../core/line.ts';
import { nameKey, shownName } from '../../../../core/names.ts';
import type { HolidayPolicy, Holidays } from '../../../../core/recurring/index.ts';
import { mayActAs } from '../../../../core/roles.ts';
import type { Text } from '../../../../core/text.ts';
import { dateOf } from '../../../../core/time.ts';
import type { ViewContext } from '../../../../core/view-context.ts';
import { allianceTexts, groupsOf, takeAudience } from '../../../../identity/alliance/index.ts';
import { peopleCalled } from '../../../../identity/people/index.ts';
import { kindNamed, kindOf } from '../../../activities/index.ts';
import { type Rule, rules } from '../../records.ts';
import { readNotices, readSpan, readWindow } from '../../rules/notice-words.ts';
import { pollMisfit } from '../../rules/notices.ts';
import { begun, lackingIn, readSchedule, seatsIn } from '../../rules/schedule.ts';
import { changingTexts } from '../../texts/changing.ts';
import { withPoll } from './change-poll.ts';
import { asksShort } from './new-rule.ts';

type Changed = { readonly rule: Rule } | { readonly refusal: Text };
type RuleChange = (rule: Rule, words: string, context: Changing) => Changed;
/** Where every second week begins is by the calendar. */
type Changing = ViewContext & { readonly holidays: Holidays };

const policies: readonly [RegExp, HolidayPolicy][] = [
  [/^(顺延|延后|推后|往后)/, 'next'],
  [/^(提前|往前)/, 'previous'],
  [/^(跳过|取消|不办)/, 'skip'],
  [/^(照常|不变|不管)/, 'keep'],
];

/** Said of what there shall be none of. */
const NONE = /^(不发|不要|不用|不设|不定|取消|关闭|没有|停)了?$/;

/** What may be changed, by the word that begins it; a longer word stands before its beginning. */
const changes: readonly [RegExp, RuleChange][] = [
  [/^(暂停|停用|停)$/, (rule) => ({ rule: { ...rule, active: false } })],
  [/^(恢复|启用|继续)$/, (rule, _, { now }) => ({ rule: { ...rule, active: true, since: now } })],
  [/^(删除|删掉|删|去掉|作废)$/, (rule) => ({ refusal: changingTexts.noDeleting(rule.title) })],
  [/^(改名|改叫|名称)/, withTitle],
  [/^(改到|改为|改成|改)/, withSchedule],
  [/^(节假日|放假|遇节假日)/, withPolicy],
  [/^(提醒|通知)/, withNotices],
  [/^(开始报名|报名)/, withSignup],
  // 「提前7天9点 开投票 …」 as well.
  [/^((开|发起)?投票|(?=提前.{1,12}投票))/, withPoll],
  [/^签到(时间)?/, withCheckin],
  [
    /^(地点|地方)/,
    (rule, words) =>
      words === '' ? refuseUnclear(rule) : { rule: { ...rule, place: shownName(words) } },
  ],
  [/^(名额|人数|(?=不?限))/, withCapacity],
  [/^(时长|多久|多长时间)/, withLength],
  [/^(联络员|负责人|负责)/, withLiaison],
  [/^(?=[只仅]?发[到往]|[只仅]发|[仅只]?限)/, withAudience],
  [/^(类别|类型|性质)/, withKind],
];

/**
 * A rule after a change in words, or why it was not understood. Schedules are in force from now on.
 */
export function changeRule(
  rule: Rule,
  words: string,
  holidays: Holidays,
  view: ViewContext,
): Changed {
  const context = { ...view, holidays };
  const folded = fold(words);
  for (const [word, change] of changes) {
    const match = word.exec(folded);
    if (match !== null)
      return change(rule, words.slice(match[0].length).replace(/^[\s:：,，]+/, ''), context);
  }
  // 「每月26日 9点」, 「@社区会议室」 say what they are.
  return /^[@＠]/.test(words) || readSchedule(words) !== undefined
    ? withSchedule(rule, words, context)
    : refuseUnclear(rule);
}

/** `改到 每月最后一个周五 9点`, `改到 每月5日`, `改到 14:30-16:00 @社区会议室`. */
function withSchedule(
  rule: Rule,
  words: string,
  { now, holidays }: Pick<Changing, 'now' | 'holidays'>,
): Changed {
  const read = readSchedule(words);
  if (read === undefined) {
    const place = /^[@＠](\S+)$/.exec(words)?.[1];
    return place === undefined
      ? { refusal: moveUnclear(rule, words) }
      : { rule: { ...rule, place: shownName(place) } };
  }
  if ('asksShort' in read) return { refusal: asksShort(read, `/规则 ${rule.title} 改到`) };
  const { at = rule.at } = read;
  if (rule.notices.some((one) => one.days === 0 && one.at >= at))
    return { refusal: changingTexts.noticeAfterStart(rule.title, at) };
  if (rule.notices.some((one) => pollMisfit(one, at) !== undefined))
    return { refusal: changingTexts.pollMisfit(rule.title, at) };
  const on = begun(read.on ?? rule.on, dateOf(now, rule.zone), holidays);
  return { rule: { ...rule, ...read, on, since: now } };
}

/** A rhythm that cannot be had is named. */
function moveUnclear({ title, zone }: Rule, words: string): Text {
  const lacking = lackingIn(words, 0, zone);
  return lacking.lacks === 'rhythm'
    ? changingTexts.lacking(lacking)
    : changingTexts.moveUnclear(title);
}

/** With the name what the day is for, where that is plain from it. */
function withTitle(rule: Rule, words: string, { records }: Pick<ViewContext, 'records'>): Changed {
  if (words === '') return refuseUnclear(rule);
  const title = shownName(words);
  const other = records
    .all(rules)
    .find((one) => one.id !== rule.id && fold(one.title) === fold(title));
  if (other !== undefined) return { refusal: changingTexts.titleTaken(title) };
  const kind = kindOf(title);
  return { rule: { ...rule, title, kind: kind === 'other' ? rule.kind : kind } };
}

function withPolicy(rule: Rule, words: string, { now }: { now: number }): Changed {
  const policy = policies.find(([word]) => word.test(fold(words)))?.[1];
  return policy === undefined
    ? { refusal: changingTexts.howToPolicy(rule.title) }
    : { rule: { ...rule, holiday: policy, since: now } };
}

/** `通知 提前3天18点、当天7点半`; who said only that it is off has none. A poll is changed by its own word. */
function withNotices(rule: Rule, words: string, { now }: { now: number }): Changed {
  const polls = rule.notices.filter(({ poll }) => poll !== undefined);
  if (NONE.test(fold(words))) return { rule: { ...rule, notices: polls, since: now } };
  const notices = readNotices(
    words,
    rule.notices.filter((one) => !polls.includes(one)),
  );
  if (notices === undefined) return { refusal: changingTexts.howToNotices(rule.title) };
  if (notices.some((one) => one.days === 0 && one.at >= rule.at))
    return { refusal: changingTexts.noticeAfterStart(rule.title, rule.at) };
  return { rule: { ...rule, notices: [...notices, ...polls], since: now } };
}

/** `报名 提前5天9点`: sign-up opens with a notice of its own; `报名 随通知`: with the first notice. */
function withSignup(rule: Rule, words: string, { now }: { now: number }): Changed {
  const others = rule.notices
    .filter((one) => one.id !== 'signup')
    .map(({ opens: _, ...one }) => one);
  if (/^(随|跟)/.test(fold(words))) return { rule: { ...rule, notices: others, since: now } };
  const [said, ...more] = readNotices(words, []) ?? [];
  if (said === undefined || more.length > 0)
    return { refusal: changingTexts.howToSignup(rule.title) };
  const same = others.find(
    ({ days, at, poll }) => days === said.days && at === said.at && poll === undefined,
  );
  const opening = { ...(same ?? { ...said, id: 'signup' }), opens: 'signup' as const };
  return {
    rule: { ...rule, notices: [...others.filter((one) => one !== same), opening], since: now },
  };
}

function withCheckin(rule: Rule, words: string): Changed {
  const checkin = readWindow(words, rule);
  return checkin === undefined
    ? { refusal: changingTexts.howToCheckin(rule.title) }
    : { rule: { ...rule, checkin } };
}

function withCapacity(rule: Rule, words: string): Changed {
  if (/^不限/.test(fold(words))) return { rule: { ...rule, capacity: undefined } };
  const capacity = seatsIn(words) ?? seatsIn(`${words}人`);
  return capacity === undefined ? refuseUnclear(rule) : { rule: { ...rule, capacity } };
}

/** Longer than a day is no day any more, minutes. */
const LONGEST = 1_440;

function withLength(rule: Rule, words: string, { now }: { now: number }): Changed {
  const minutes = readSpan(words);
  return minutes === undefined || minutes > LONGEST
    ? refuseUnclear(rule)
    : { rule: { ...rule, minutes, since: now } };
}

/** `发到 党员群`, `只发 党员群、联盟群`, `发到 所有群`: the notices, and what follows from them. */
function withAudience(
  rule: Rule,
  words: string,
  { records }: Pick<ViewContext, 'records'>,
): Changed {
  const { audience, left, unknown } = takeAudience(words, undefined, records);
  if (unknown !== undefined)
    return { refusal: allianceTexts.noSuchAudience(unknown, groupsOf(records)) };
  return audience === undefined || left !== ''
    ? refuseUnclear(rule)
    : { rule: { ...rule, audience } };
}

/** Who runs its days, gets the check-in word and is asked for the record. */
function withLiaison(
  rule: Rule,
  words: string,
  { records }: Pick<ViewContext, 'records'>,
): Changed {
  if (NONE.test(fold(words))) return { rule: { ...rule, liaison: undefined } };
  const called = peopleCalled(records, nameKey(words)).filter(({ role }) =>
    mayActAs(role, 'liaison'),
  );
  const [liaison, another] = called;
  if (liaison === undefined || another !== undefined)
    return { refusal: changingTexts.whichLiaison(rule.title, words) };
  return { rule: { ...rule, liaison: liaison.id } };
}

/** What its days count as: 学习, 服务, 例会, 其他. */
function withKind(rule: Rule, words: string): Changed {
  const kind = kindNamed(words);
  return kind === undefined
    ? { refusal: changingTexts.howToKind(rule.title) }
    : { rule: { ...rule, kind } };
}

function refuseUnclear(rule: Rule): Changed {
  return { refusal: changingTexts.howToChange(rule.title) };
}
