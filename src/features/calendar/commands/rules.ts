import { rest } from '../../../core/arguments.ts';
import {
  type AnyCommand,
  type CommandContext,
  command,
  type LastChange,
} from '../../../core/command.ts';
import { type Edited, edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { readPage } from '../../../core/pages.ts';
import type { Holidays } from '../../../core/recurring/index.ts';
import type { NextStep } from '../../../identity/people/index.ts';
import { activities, isAhead } from '../../activities/index.ts';
import { occurrences, type Rule, rules } from '../records.ts';
import { changingTexts } from '../texts/changing.ts';
import { changedText, madeText, ruleListText, ruleText } from '../views/rules.ts';
import { changeRule } from './shared/change-rule.ts';
import { newRule } from './shared/new-rule.ts';

export function rulesCommand(holidays: Holidays, next: NextStep): AnyCommand {
  return command({
    name: 'rules',
    zhName: '规则',
    aliases: ['固定日'],
    minRole: 'convenor',
    scope: 'anywhere',
    summary: { zh: '看固定日的规则，用话来改', en: 'the fixed days, changed in words' },
    examples: [
      '/规则',
      '/规则 服务日',
      '/规则 服务日 改到 每月最后一个周五 9点',
      '/规则 服务日 投票 提前7天9点 这次做什么 A 清洁家园 B 义诊 截止 提前4天18点',
      '/规则 学习日 发到 党员群',
      '/规则 服务日 暂停',
      '/规则 新增 志愿日 每月第二个周六 9点',
    ],
    args: { words: rest({ zh: '名称 怎么改', en: 'title, change' }).optional() },
    run: ({ words }, context) => {
      const all = context.records.all(rules);
      const { what, page } = readPage(words ?? '');
      if (words === undefined || what === '')
        return say(ruleListText(all, page, holidays, context));
      const making = /^(新增|新建|增加|添加)\s*/.exec(fold(words));
      if (making !== null) return make(words.slice(making[0].length), holidays, next, context);
      const named = ruleNamed(words, all);
      if (named === undefined)
        return refuse(changingTexts.noSuchRule(all.map((rule) => rule.title)), '/规则');
      const { rule, change } = named;
      return change === ''
        ? say(ruleText(rule, holidays, context))
        : alter(rule, change, holidays, context);
    },
    undo: (change, context) => undoRuleChange(change, holidays, context),
  });
}

/**
 * The rule whose title a text begins with, of several the longest; else the one whose title its
 * first word begins.
 */
function ruleNamed(
  words: string,
  all: readonly Rule[],
): { rule: Rule; change: string } | undefined {
  const fitting = all.filter(({ title }) => fold(words).startsWith(fold(title)));
  const [longest] = fitting.sort((a, b) => b.title.length - a.title.length);
  if (longest !== undefined)
    return { rule: longest, change: words.slice(longest.title.length).trim() };
  const first = /^\S+/.exec(words)?.[0] ?? '';
  const [begun, another] = all.filter(({ title }) => fold(title).startsWith(fold(first)));
  const isOne = begun !== undefined && another === undefined && first.length > 1;
  return isOne ? { rule: begun, change: words.slice(first.length).trim() } : undefined;
}

function make(words: string, holidays: Holidays, next: NextStep, context: CommandContext): Outcome {
  const made = newRule(words, holidays, context);
  if ('refusal' in made) return refuse(made.refusal);
  const text = madeText(made.rule, next(context.records, { fixedDay: true }), holidays, context);
  return together(edit(rules, undefined, made.rule), say(text));
}

/**
 * A change holds for the days that have not come near yet; those that have been announced stay as
 * they are.
 */
function alter(rule: Rule, words: string, holidays: Holidays, context: CommandContext): Outcome {
  const after = changeRule(rule, words, holidays, context);
  if ('refusal' in after) return refuse(after.refusal);
  const announced = context.records
    .where(occurrences, rule.id)
    .map(({ activity }) =>
      activity === undefined ? undefined : context.records.get(activities, activity),
    )
    .find((activity) => activity !== undefined && isAhead(activity));
  return together(
    // Once a day has come near by the new rule, people have been told.
    edit(rules, rule, after.rule, ['through']),
    say(changedText(after.rule, announced, holidays, context)),
  );
}

/**
 * The rule as it was, in force as if it had not been changed; one that was only just made is gone.
 */
function undoRuleChange(change: LastChange, holidays: Holidays, context: CommandContext): Outcome {
  const titleOf = (rule: Edited<Rule> | undefined) => (rule?.now ?? rule?.before)?.title ?? '';
  return undoEdits(rules, change, context, {
    gone: ([rule]) =>
      refuse(changingTexts.ruleChangedSince(titleOf(rule)), `/规则 ${titleOf(rule)}`),
    back: ([rule]) =>
      sayBack(
        rule?.before === undefined
          ? changingTexts.ruleGone(titleOf(rule))
          : ruleText(rule.before, holidays, context),
      ),
  });
}
