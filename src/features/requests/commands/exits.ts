import { type CommandContext, command } from '../../../core/command.ts';
import type { Ignored } from '../../../core/ignored.ts';
import { type Outcome, refuse, together } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import type { Text } from '../../../core/text.ts';
import type { Request } from '../records.ts';
import { isAlive } from '../rules/chart.ts';
import { askersOf, mayAct } from '../rules/permits.ts';
import { readUntil } from '../rules/promises.ts';
import { requestNumbered } from '../rules/reading.ts';
import { stateName } from '../texts/history.ts';
import { notices } from '../texts/notices.ts';
import { refusals } from '../texts/refusals.ts';
import { claimantsText, shown, untilText } from '../views/words.ts';
import { doersOf, happen, saidBy, tellAll, tellAskers, undoEntry } from './happen.ts';
import { pick, requestNumber, words } from './pick.ts';

/* The ways out of the loop: each reads differently to who asked, and who had it in hand may put it down. */

export const decline = command({
  name: 'decline',
  zhName: '不受理',
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '不受理，说明原因', en: 'decline a request, and why' },
  examples: ['/不受理 12 归物业管'],
  args: { number: requestNumber, note: words },
  run: ({ number, note }, context) =>
    leave('decline', '不受理', number, note, context, notices.declined),
  undo: undoEntry,
});

export const refer = command({
  name: 'refer',
  zhName: '转交',
  aliases: ['移交'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '转交给联盟以外的单位', en: 'hand a request over to somebody outside' },
  examples: ['转交 12 街道', '/转交 12 街道综合执法队'],
  args: { number: requestNumber, note: words },
  shortForms: ['转交 {number} {note}'],
  run: ({ number, note }, context) =>
    leave('hand', '转交', number, note.replace(/^(给|到)\s*/, ''), context, notices.handed),
  undo: undoEntry,
});

function leave(
  event: 'decline' | 'hand',
  what: string,
  number: number,
  note: string,
  context: CommandContext,
  told: (yours: Text, note: string, number: number) => Text,
): Outcome | Ignored | undefined {
  const picked = pick(number, context, event, what, note);
  if ('answer' in picked) return picked.answer;
  const { request, outcome } = happen(picked.request, saidBy(context, event, { note }), context);
  const why = shown(note, request, context.records);
  return together(
    outcome,
    tellAskers(request, context, (yours) => told(yours, why, number), context.person.id),
    putDown(picked.request, request, context),
  );
}

export const merge = command({
  name: 'merge',
  requiresNumber: true,
  zhName: '合并',
  aliases: ['重复'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '把重复的并到另一件', en: 'merge a duplicate into another request' },
  examples: ['/合并 12 5', '/重复 #12 #5'],
  args: { number: requestNumber, into: requestNumber },
  run: ({ number, into }, context) => {
    const picked = pick(number, context, 'merge', '合并');
    if ('answer' in picked) return picked.answer;
    const target = requestNumbered(context.records, into);
    if (target === undefined) return refuse(refusals.noSuch(into), '/需求列表');
    if (target.id === picked.request.id) return refuse(refusals.itself(number));
    if (!isAlive(target)) return refuse(refusals.intoFinished(into));
    const { request, outcome } = happen(
      picked.request,
      saidBy(context, 'merge', { of: target.id }),
      context,
    );
    return together(
      outcome,
      tellAskers(
        picked.request,
        context,
        (yours) => notices.merged(yours, into),
        context.person.id,
      ),
      putDown(picked.request, request, context),
    );
  },
  undo: undoEntry,
});

export const withdraw = command({
  name: 'withdraw',
  zhName: '撤回',
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '提出人撤回自己提的', en: 'take back what you asked for' },
  examples: ['撤回 12', '/撤回 #12'],
  args: { number: requestNumber },
  shortForms: ['撤回 {number}'],
  run: ({ number }, context) => {
    const picked = pick(number, context, 'withdraw', '撤回');
    if ('answer' in picked) return picked.answer;
    const { asker, reporter } = picked.request;
    if (context.person.id !== asker && context.person.id !== reporter)
      return refuse(refusals.onlyAsker(number));
    const { request, outcome } = happen(picked.request, saidBy(context, 'withdraw'), context);
    const others = tellAll(
      doersOf(request.claimants, context),
      notices.withdrawn(number, context.person.name),
      context.person.id,
    );
    return together(outcome, others);
  },
  undo: undoEntry,
});

export const hold = command({
  name: 'hold',
  zhName: '暂缓',
  aliases: ['先放'],
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '先放一放，到时间接着办', en: 'put a request on hold until a time' },
  examples: ['暂缓 12 到 12月', '/暂缓 12 等物业换届'],
  args: { number: requestNumber, note: words.optional() },
  shortForms: ['暂缓 {number} {note}', '暂缓 {number}'],
  run: ({ number, note }, context) => {
    const picked = pick(number, context, 'hold', '暂缓', note);
    if ('answer' in picked) return picked.answer;
    if (!mayPause(picked.request, context)) return refuse(notInHand(picked.request, context));
    const example = `暂缓 ${number} 到 12月`;
    const read = readUntil(note ?? '', context);
    if ('refused' in read)
      return refuse(
        read.refused === 'past' ? refusals.timePast(example) : refusals.timeUnclear(example),
      );
    const { until, rest } = read;
    const why = rest.trim() === '' ? undefined : rest.trim();
    const { request, outcome } = happen(
      picked.request,
      saidBy(context, 'hold', { until, note: why }),
      context,
    );
    const told = why === undefined ? undefined : shown(why, request, context.records);
    const text = notices.held(
      number,
      until === undefined ? undefined : untilText(until, context),
      told,
    );
    const people = [...askersOf(request, context.records), ...doersOf(request.claimants, context)];
    return together(outcome, tellAll([...new Set(people)], text, context.person.id));
  },
  undo: undoEntry,
});

export const resume = command({
  name: 'resume',
  zhName: '继续',
  aliases: ['接着办'],
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '暂缓的接着办', en: 'take up what was on hold' },
  examples: ['继续 12', '/继续 #12'],
  args: { number: requestNumber },
  shortForms: ['继续 {number}'],
  run: ({ number }, context) => {
    const picked = pick(number, context, 'resume', '继续');
    if ('answer' in picked) return picked.answer;
    if (!mayPause(picked.request, context)) return refuse(notInHand(picked.request, context));
    const { request, outcome } = happen(picked.request, saidBy(context, 'resume'), context);
    const people = [...askersOf(request, context.records), ...doersOf(request.claimants, context)];
    return together(
      outcome,
      tellAll([...new Set(people)], notices.resumed(number), context.person.id),
    );
  },
  undo: undoEntry,
});

function mayPause(request: Request, { person }: CommandContext): boolean {
  return mayActAs(person.role, 'liaison') || mayAct(request, person);
}

function notInHand(request: Request, { records }: CommandContext): Text {
  const { number, claimants } = request;
  return claimants.length === 0
    ? refusals.claimFirst(number)
    : refusals.notClaimant(number, claimantsText(claimants, records));
}

/** Whoever had it in hand need not go on. */
function putDown(before: Request, now: Request, context: CommandContext): Outcome {
  const text = notices.closedForYou(now.number, stateName[now.state]);
  return tellAll(doersOf(before.claimants, context), text, context.person.id);
}
