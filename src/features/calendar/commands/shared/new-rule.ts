import type { CommandContext } from '../../../../core/command.ts';
import { fold } from '../../../../core/line.ts';
import { shownName } from '../../../../core/names.ts';
import type { Holidays } from '../../../../core/recurring/index.ts';
import { lines, type Text } from '../../../../core/text.ts';
import { dateOf } from '../../../../core/time.ts';
import { allianceTexts, groupsOf, takeAudience } from '../../../../identity/alliance/index.ts';
import { kindOf } from '../../../activities/index.ts';
import { type Rule, rules } from '../../records.ts';
import { type AsksShort, begun, lackingIn, onceIn, readSchedule } from '../../rules/schedule.ts';
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
  holidays: Holidays,
  { now, zone, newId, records }: Pick<CommandContext, 'now' | 'zone' | 'newId' | 'records'>,
): { readonly rule: Rule } | { readonly refusal: Text } {
  const { audience, left, unknown } = takeAudience(words, undefined, records);
  if (unknown !== undefined)
    return { refusal: allianceTexts.noSuchAudience(unknown, groupsOf(records)) };
  const [, typed = '', plan = ''] = /^(\S+)\s+(.+)$/su.exec(left.trim()) ?? [];
  const read = readSchedule(plan);
  if (read !== undefined && 'asksShort' in read)
    return { refusal: asksShort(read, `/规则 新增 ${typed}`) };
  const { on, at, ...more } = read ?? {};
  const when =
    on !== undefined && at !== undefined
      ? { minutes: 120, ...more, on: begun(on, dateOf(now, zone), holidays), at }
      : onceIn(plan, now, zone);
  const title = shownName(typed);
  const known = records.all(rules).some((one) => fold(one.title) === fold(title));
  const taken = typed !== '' && known ? [changingTexts.titleTaken(title)] : [];
  if (typed === '' || when === undefined)
    return { refusal: lines(lackingText(words, plan, { now, zone }), ...taken) };
  if (taken[0] !== undefined) return { refusal: taken[0] };
  const today = { id: 'today', days: 0, at: when.at > '07:30' ? '07:30' : '00:00' };
  const rule: Rule = {
    id: newId(),
    title,
    kind: kindOf(title),
    ...when,
    zone,
    ...(audience === undefined ? {} : { audience }),
    groups: [],
    holiday: 'keep',
    notices: [...noticesAhead(when.on), today],
    late: 120,
    active: true,
    since: now,
  };
  return { rule };
}

/** What comes every day is announced in its morning only, what comes every week the day before. */
function noticesAhead({ type }: Rule['on']): Rule['notices'] {
  if (type === 'daily' || type === 'workdays') return [];
  return [{ id: 'ahead', days: type === 'weekly' ? 1 : 3, at: '18:00' }];
}

function lackingText(
  words: string,
  plan: string,
  { now, zone }: Pick<CommandContext, 'now' | 'zone'>,
): Text {
  if (plan === '')
    return words.trim() === '' ? changingTexts.howToMake : changingTexts.noDay(words);
  return changingTexts.lacking(lackingIn(plan, now, zone));
}
