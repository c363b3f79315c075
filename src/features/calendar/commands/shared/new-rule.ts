import type { CommandContext } from '../../../../core/command.ts';
import { shownName } from '../../../../core/names.ts';
import type { Text } from '../../../../core/text.ts';
import { kindOf } from '../../../activities/index.ts';
import type { Rule } from '../../records.ts';
import { type AsksShort, onceIn, readSchedule } from '../../rules/schedule.ts';
import { changingTexts } from '../../texts/changing.ts';

/** Why a schedule asks back, with the lines to type: `begin` and then the schedule. */
export function asksShort({ asksShort: line }: AsksShort, begin: string): Text {
  return changingTexts.shortMonths(`${begin} ${line('在最后一天')}`, `${begin} ${line('跳过')}`);
}

/**
 * `志愿日 每月第二个周六 9点 @天星广场 30人`, with two notices as most fixed days have them. A date of its own
 * happens once.
 */
export function newRule(
  words: string,
  { now, zone, newId }: Pick<CommandContext, 'now' | 'zone' | 'newId'>,
): { readonly rule: Rule } | { readonly refusal: Text } {
  const [, typed = '', plan = ''] = /^(\S+)\s+(.+)$/su.exec(words.trim()) ?? [];
  const read = readSchedule(plan);
  if (read !== undefined && 'asksShort' in read)
    return { refusal: asksShort(read, `/规则 新增 ${typed}`) };
  const { on, at, ...more } = read ?? {};
  const when =
    on !== undefined && at !== undefined
      ? { on, at, minutes: 120, ...more }
      : onceIn(plan, now, zone);
  if (typed === '' || when === undefined) return { refusal: changingTexts.howToMake };
  const title = shownName(typed);
  const today = { id: 'today', days: 0, at: when.at > '07:30' ? '07:30' : '00:00' };
  const rule: Rule = {
    id: newId(),
    title,
    kind: kindOf(title),
    ...when,
    zone,
    groups: [],
    holiday: 'keep',
    notices: [{ id: 'ahead', days: 3, at: '18:00' }, today],
    late: 120,
    active: true,
    since: now,
  };
  return { rule };
}
