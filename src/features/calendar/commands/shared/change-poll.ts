import type { CommandContext } from '../../../../core/command.ts';
import { fold } from '../../../../core/line.ts';
import { type Ahead, readAhead } from '../../../../core/recurring/index.ts';
import type { Text } from '../../../../core/text.ts';
import { type PollPlan, readQuestion, refusalText, takeEnd } from '../../../polls/index.ts';
import type { Rule, RuleNotice } from '../../records.ts';
import { pollMisfit } from '../../rules/notices.ts';
import { changingTexts } from '../../texts/changing.ts';

type Read = { readonly notice: RuleNotice } | { readonly refusal: Text };

/**
 * `投票 提前7天9点 这次做什么 A 清洁家园 B 义诊 截止 提前4天18点`: a poll opens with a notice of its own. What is not said
 * stays as it was; `投票 取消` takes it away.
 */
export function withPoll(
  rule: Rule,
  words: string,
  { now, records }: Pick<CommandContext, 'now' | 'records'>,
): { readonly rule: Rule } | { readonly refusal: Text } {
  const others = rule.notices.filter(({ poll }) => poll === undefined);
  if (/^(取消|不投|不要|不用|不开|停|关闭|没有)(了|投票)?$/.test(fold(words)))
    return { rule: { ...rule, notices: others, since: now } };
  const known = rule.notices.find(({ poll }) => poll !== undefined);
  const read = readPoll(words, known, rule, records);
  return 'refusal' in read
    ? read
    : { rule: { ...rule, notices: [...others, read.notice], since: now } };
}

function readPoll(
  words: string,
  known: RuleNotice | undefined,
  rule: Rule,
  records: CommandContext['records'],
): Read {
  const unclear = { refusal: changingTexts.howToPoll(rule.title) };
  const end = takeEnd(words, readAhead);
  if (end !== undefined && 'behind' in end) return unclear;
  const { value: said, rest } = readAhead(end?.left ?? words) ?? { rest: end?.left ?? words };
  const opens = said ?? known;
  const asked = questionIn(rest, known?.poll, records);
  if (opens === undefined || asked === undefined) return unclear;
  if ('refusal' in asked) return asked.refusal === undefined ? unclear : { refusal: asked.refusal };
  const until = end?.value ?? known?.poll?.until ?? dayAfter(opens);
  if (until === undefined) return unclear;
  const { days, at } = opens;
  const notice = { id: known?.id ?? 'poll', days, at, poll: { ...asked.plan, until } };
  return pollMisfit(notice, rule.at) === undefined
    ? { notice }
    : { refusal: changingTexts.pollMisfit(rule.title, rule.at) };
}

/**
 * What is asked; the same as until now where nothing is said of it. Times that are left over are
 * not for an option.
 */
function questionIn(
  text: string,
  known: PollPlan | undefined,
  records: CommandContext['records'],
): { readonly plan: PollPlan } | { readonly refusal: Text | undefined } | undefined {
  const words = text.replace(/^\s*(开|開|发起|發起)?投票[\s:：]*/, '').trim();
  if (words === '') return known && { plan: known };
  if (/提前\s*\S{1,2}\s*天/.test(fold(words))) return undefined;
  const read = readQuestion(words, records);
  if (read.ok) return read.here ? undefined : { plan: read.plan };
  return { refusal: read.reason === 'options' ? undefined : refusalText(read) };
}

/** A poll is open for a day where nothing is said. */
function dayAfter({ days, at }: Ahead): Ahead | undefined {
  return days === 0 ? undefined : { days: days - 1, at };
}
