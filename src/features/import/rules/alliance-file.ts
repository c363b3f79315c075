import type { z } from 'zod';
import { because } from '../../../core/mistakes.ts';
import { nameKey } from '../../../core/names.ts';
import type { Text } from '../../../ports/text.ts';
import { pollMisfit } from '../../calendar/index.ts';
import { parts } from './file-parts.ts';

type FileParts = z.infer<typeof parts>;

/** Tells what is wrong at a path of the file. */
type Complain = (path: readonly (string | number)[], text: Text) => void;

/** The file that an alliance begins with; `docs/data.md` explains it with an example. */
export const allianceFile = parts.superRefine((file, context) => {
  const complain: Complain = (path, text) =>
    context.addIssue({ code: 'custom', path: [...path], ...because(text) });
  checkIds(file, complain);
  checkUnitNames(file, complain);
  checkRules(file, complain);
  checkUnitsOfPeople(file, complain);
});
export type AllianceFile = z.infer<typeof allianceFile>;

function checkIds(file: FileParts, complain: Complain): void {
  for (const part of ['branches', 'units', 'people', 'rules'] as const) {
    const seen = new Set<string>();
    for (const [index, { id }] of file[part].entries()) {
      if (seen.has(id))
        complain([part, index, 'id'], { zh: `${id} 写了两次`, en: `${id} is there twice` });
      seen.add(id);
    }
  }
}

function checkUnitNames({ units }: FileParts, complain: Complain): void {
  const called = new Map<string, string>();
  for (const [index, unit] of units.entries()) {
    for (const word of new Set([unit.name, ...unit.short].map(nameKey))) {
      const other = called.get(word);
      if (other !== undefined)
        complain(['units', index], {
          zh: `「${word}」也是 ${other} 的名字`,
          en: `${word} is what ${other} is called, too`,
        });
      called.set(word, unit.id);
    }
  }
}

function checkRules({ branches, people, rules }: FileParts, complain: Complain): void {
  const ofBranches = new Set(branches.map(({ id }) => id));
  const known = new Set(people.map((person) => person.id));
  const titles = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    if (titles.has(nameKey(rule.title)))
      complain(['rules', index, 'title'], {
        zh: `「${rule.title}」已经有了，请换个名称`,
        en: `there is ${rule.title} already`,
      });
    titles.add(nameKey(rule.title));
    const { liaison } = rule;
    if (liaison !== undefined && !known.has(liaison))
      complain(['rules', index, 'liaison'], {
        zh: `这份文件的 people 里没有 ${liaison}`,
        en: `there is nobody ${liaison} among the people of this file`,
      });
    for (const [at, branch] of rule.audience?.branches?.entries() ?? [])
      if (!ofBranches.has(branch))
        complain(['rules', index, 'audience', 'branches', at], {
          zh: `这份文件的 branches 里没有 ${branch}`,
          en: `there is no branch ${branch} in this file`,
        });
    checkNotices(rule, ['rules', index, 'notices'], complain);
    checkLength(rule, ['rules', index], complain);
  }
}

function checkNotices(
  rule: FileParts['rules'][number],
  path: readonly (string | number)[],
  complain: Complain,
): void {
  for (const [at, notice] of rule.notices.entries()) {
    const misfit = pollMisfit(notice, rule.at);
    // `/规则` refuses the same.
    if (notice.poll === undefined && notice.days === 0 && notice.at >= rule.at)
      complain([...path, at, 'at'], {
        zh: `活动 ${rule.at} 开始，当天的通知要更早`,
        en: `the day begins at ${rule.at}; its notice must come before`,
      });
    if (misfit !== undefined) complain([...path, at, 'poll', 'until'], MISFITS[misfit]);
    if (notice.poll !== undefined && notice.opens !== undefined)
      complain([...path, at], {
        zh: '一条通知只能开投票或者开报名；请给报名另写一条通知',
        en: 'it opens a poll or sign-up, not both; give sign-up a notice of its own',
      });
  }
}

const MISFITS = {
  'no time': { zh: '这样投票就没有时间了', en: 'this leaves the poll no time' },
  'open after the start': {
    zh: '这样活动开始了投票还开着',
    en: 'this leaves the poll open after the start',
  },
} satisfies Record<NonNullable<ReturnType<typeof pollMisfit>>, Text>;

/** Longer than a day is no day any more, minutes. */
const LONGEST = 1_440;
const MOST_NOTICES = 6;

function checkLength(
  { minutes, notices }: FileParts['rules'][number],
  path: readonly (string | number)[],
  complain: Complain,
): void {
  if (minutes > LONGEST)
    complain([...path, 'minutes'], {
      zh: `最长一天，${LONGEST} 分钟`,
      en: `a day at most, ${LONGEST} minutes`,
    });
  if (notices.filter(({ poll }) => poll === undefined).length > MOST_NOTICES)
    complain([...path, 'notices'], {
      zh: `最多 ${MOST_NOTICES} 条`,
      en: `${MOST_NOTICES} at most`,
    });
}

function checkUnitsOfPeople({ people, units }: FileParts, complain: Complain): void {
  const known = new Set(units.map((unit) => unit.id));
  for (const [index, { unit }] of people.entries())
    if (unit !== undefined && !known.has(unit))
      complain(['people', index, 'unit'], {
        zh: `这份文件里没有单位 ${unit}`,
        en: `there is no unit ${unit} in this file`,
      });
}
