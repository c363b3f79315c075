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

function checkRules({ people, rules }: FileParts, complain: Complain): void {
  const known = new Set(people.map((person) => person.id));
  for (const [index, rule] of rules.entries()) {
    const { liaison } = rule;
    if (liaison !== undefined && !known.has(liaison))
      complain(['rules', index, 'liaison'], {
        zh: `这份文件的 people 里没有 ${liaison}`,
        en: `there is nobody ${liaison} among the people of this file`,
      });
    checkNotices(rule, ['rules', index, 'notices'], complain);
  }
}

function checkNotices(
  rule: FileParts['rules'][number],
  path: readonly (string | number)[],
  complain: Complain,
): void {
  for (const [at, notice] of rule.notices.entries()) {
    const misfit = pollMisfit(notice, rule.at);
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

function checkUnitsOfPeople({ people, units }: FileParts, complain: Complain): void {
  const known = new Set(units.map((unit) => unit.id));
  for (const [index, { unit }] of people.entries())
    if (unit !== undefined && !known.has(unit))
      complain(['people', index, 'unit'], {
        zh: `这份文件里没有单位 ${unit}`,
        en: `there is no unit ${unit} in this file`,
      });
}
