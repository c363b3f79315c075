import { rest } from '../../core/arguments.ts';
import { type AnyCommand, type CommandContext, command } from '../../core/command.ts';
import type { DueRule } from '../../core/feature.ts';
import { fold } from '../../core/line.ts';
import { refuse, say } from '../../core/outcome.ts';
import { addDays, addMonths, dateOf, endOfDay, isoDate, momentOf } from '../../core/time.ts';
import { readWholeWhen } from '../../core/when/index.ts';
import { rehearse } from './rules.ts';
import { texts } from './texts.ts';
import { dayText, spanText } from './views.ts';

/** How far ahead is shown when nothing is said, days. */
const DAYS_AHEAD = 31;

export function previewCommand(noticeRules: readonly DueRule[]): AnyCommand {
  return command({
    name: 'preview',
    zhName: '预览',
    aliases: ['预演'],
    minRole: 'liaison',
    scope: 'anywhere',
    summary: { zh: '固定日接下来会发哪些通知', en: 'what the fixed days will send' },
    examples: ['/预览', '/预览 12月', '/预览 12月5日'],
    args: { span: rest({ zh: '哪个月或哪一天', en: 'month or day' }).optional() },
    run: ({ span }, context) => {
      const { records, zone } = context;
      const meant = spanOf(span, context);
      if (meant === undefined) return refuse(texts.unclear, '/预览 12月');
      const messages = rehearse(noticeRules, {
        records,
        zone,
        from: meant.from,
        until: meant.until,
      });
      return say(meant.oneDay ? dayText(messages, context) : spanText(messages, context));
    },
  });
}

interface Span {
  readonly from: number;
  readonly until: number;
  readonly oneDay: boolean;
}

function spanOf(
  words: string | undefined,
  { now, zone }: Pick<CommandContext, 'now' | 'zone'>,
): Span | undefined {
  const today = dateOf(now, zone);
  const days = (first: string, last: string): Span => ({
    from: Math.max(now, momentOf(first, '00:00', zone)),
    until: endOfDay(last, zone) - 1,
    oneDay: first === last,
  });
  if (words === undefined) return days(today, addDays(today, DAYS_AHEAD));
  const month = monthMeant(fold(words).trim(), today);
  if (month !== undefined) {
    const after = addMonths(month.year, month.month, 1);
    return days(
      isoDate(month.year, month.month, 1),
      addDays(isoDate(after.year, after.month, 1), -1),
    );
  }
  const when = readWholeWhen(words, { now, zone });
  return when.ok ? days(when.date, when.date) : undefined;
}

/** `12月`, `下个月`, `本月`, `2027年3月`; a month without its year is the next one that is not over. */
function monthMeant(words: string, today: string): { year: number; month: number } | undefined {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  if (/^(这个|本)月$/.test(words)) return { year, month };
  if (/^下个?月$/.test(words)) return addMonths(year, month, 1);
  const [, ofYear, said] = /^(?:(20\d\d)[年-])?(\d{1,2})月?$/.exec(words) ?? [];
  const named = Number(said);
  if (said === undefined || named < 1 || named > 12) return undefined;
  if (ofYear !== undefined) return { year: Number(ofYear), month: named };
  return { year: named < month ? year + 1 : year, month: named };
}
