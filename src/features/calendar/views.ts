import type { CommandContext } from '../../core/command.ts';
import type { SaidCalendar } from '../../core/documents.ts';
import type { BroadcastRow } from '../../core/records.ts';
import { type Holidays, sayPolicy, sayRecurrence } from '../../core/recurring/index.ts';
import { lines, plain, series, type Text } from '../../core/text.ts';
import { addDays, dateOf, MINUTE, momentOf } from '../../core/time.ts';
import type { ViewContext } from '../../core/view-context.ts';
import { sayWhen } from '../../core/when/index.ts';
import { nameOf } from '../../identity/people/index.ts';
import { type Activity, activities, headline, isAhead, listLine } from '../activities/index.ts';
import { planText } from '../polls/index.ts';
import { type Ahead, type Notice, type Rule, rules } from './records.ts';
import { CHECKIN, type Day, daysAhead } from './rules.ts';
import { texts } from './texts.ts';

/** How far ahead `/日程` looks, and the file of it, days. */
const DAYS_SHOWN = 62;
const DAYS_IN_FILE = 184;
const LINES_SHOWN = 6;

interface Coming {
  readonly start: number;
  readonly line: Text;
  readonly open: boolean;
  readonly event: SaidCalendar['events'][number];
}

/** What is coming: activities, and fixed days that have not become one yet, soonest first. */
export function agendaText(
  context: ViewContext & Pick<CommandContext, 'person'>,
  holidays: Holidays,
): Text {
  const coming = comingWithin(DAYS_SHOWN, context, holidays);
  if (coming.length === 0) return lines(texts.agendaEmpty, texts.howToPlan(context.person.role));
  return lines(
    texts.agendaTitle,
    ...coming.slice(0, LINES_SHOWN).map((one) => one.line),
    texts.agendaNext(coming.some((one) => one.open)),
  );
}

/**
 * The same, further ahead, for the calendar of a phone. A day keeps its id when it becomes an
 * activity.
 */
export function agendaFile(context: ViewContext, holidays: Holidays): SaidCalendar['events'] {
  return comingWithin(DAYS_IN_FILE, context, holidays).map(({ event }) => event);
}

function comingWithin(days: number, context: ViewContext, holidays: Holidays): readonly Coming[] {
  const until = addDays(dateOf(context.now, context.zone), days);
  return [...activitiesAhead(context), ...fixedDaysAhead(until, context, holidays)].sort(
    (a, b) => a.start - b.start,
  );
}

function activitiesAhead(context: ViewContext): readonly Coming[] {
  return context.records
    .all(activities)
    .filter(isAhead)
    .map((activity) => {
      const { id, number, title, theme, start, end, place, occurrence = id } = activity;
      const called = `E${number} ${theme === undefined ? title : `${title}·${theme}`}`;
      const event = {
        id: occurrence,
        start,
        end,
        title: called,
        ...(place === undefined ? {} : { place }),
      };
      return { start, line: listLine(activity, context), open: true, event };
    });
}

function fixedDaysAhead(
  until: string,
  context: ViewContext,
  holidays: Holidays,
): readonly Coming[] {
  const { records, now } = context;
  return records.all(rules).flatMap((rule) =>
    comingDays(rule, holidays, now, until).map((day) => {
      const { id, title, place } = rule;
      const { start, end, date } = day;
      const event = {
        id: `${id}/${date}`,
        start,
        end,
        title,
        ...(place === undefined ? {} : { place }),
      };
      return {
        start,
        line: series([sayWhen(day, context), plain(title)], plain(' ')),
        open: false,
        event,
      };
    }),
  );
}

/** The days of a rule that have not come near yet, up to a date. */
function comingDays(rule: Rule, holidays: Holidays, now: number, until: string): readonly Day[] {
  const found: Day[] = [];
  if (!rule.active) return found;
  for (const day of daysAhead(rule, holidays)) {
    if (day.day > until) break;
    if (day.start > now) found.push(day);
  }
  return found;
}

/** A day that was never announced and is over. */
export function missedDay(rule: Rule, day: string, context: ViewContext): Text {
  const start = momentOf(day, rule.at, rule.zone);
  const when = sayWhen({ start, end: start + rule.minutes * MINUTE }, context);
  return series([plain(rule.title), when], plain(' '));
}

/** A poll that was to open, and did not. */
export function missedPoll(rule: Rule, day: string, question: string, context: ViewContext): Text {
  return texts.pollMissed(rule.title, dayText(day, rule, context), question);
}

/** Why a broadcast did not reach its group. */
export function whyText({ why = 'stale' }: Pick<BroadcastRow, 'why'>): Text {
  return texts.why[why];
}

/** The most broadcasts that are named to the liaisons. */
const MISSED_SHOWN = 5;

/** What was not sent, for the liaisons: one line for each broadcast and reason. */
export function missedText(missed: readonly BroadcastRow[], context: ViewContext): Text {
  const rows = new Map<string, BroadcastRow[]>();
  for (const row of missed) {
    const key = `${row.broadcast}@${row.why}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  const named = [...rows.values()].slice(-MISSED_SHOWN).flatMap((same) => {
    const [row] = same;
    if (row === undefined) return [];
    const [first = ''] = row.text.split('\n');
    return [
      texts.missedLine(sayWhen({ start: row.planned }, context), first, whyText(row), same.length),
    ];
  });
  return lines(texts.missed(missed.length), ...named, texts.missedNext);
}

/** A rule in plain words with its next three days. */
export function ruleText(rule: Rule, holidays: Holidays, context: ViewContext): Text {
  return lines(
    ...described(rule, holidays, context),
    rule.active ? texts.howToEdit(rule.title) : texts.howToResume(rule.title),
  );
}

/** All rules, one line each. */
export function ruleListText(all: readonly Rule[], holidays: Holidays, context: ViewContext): Text {
  const [first] = all;
  if (first === undefined) return texts.noRules;
  const shown = all.slice(0, LINES_SHOWN).map((rule) => {
    const [next] = daysShown(rule, 1, holidays, context);
    const state = rule.active ? (next ? texts.next(next) : texts.noNext) : texts.paused;
    return series([headOf(rule), state], { zh: '，', en: ', ' });
  });
  return lines(texts.ruleList(all.length), ...shown, texts.ruleListNext(first.title));
}

/** `next`: what an alliance that is being set up needs then. */
export function madeText(
  rule: Rule,
  next: Text | undefined,
  holidays: Holidays,
  context: ViewContext,
): Text {
  return lines(
    texts.made,
    ...described(rule, holidays, context),
    texts.howToEdit(rule.title),
    next,
  );
}

/** A change, from when it holds, and what it does not touch. */
export function changedText(
  rule: Rule,
  announced: Activity | undefined,
  holidays: Holidays,
  context: ViewContext,
): Text {
  const [from] = daysShown(rule, 1, holidays, context);
  const [next] = daysAhead(rule, holidays);
  const asks = (list: readonly Notice[]) => list.some(({ poll }) => poll !== undefined);
  const isLate = next !== undefined && asks(rule.notices) && !asks(next.notices);
  const stays = announced && texts.staysAnnounced(headline(announced, context), announced.number);
  if (!rule.active) return lines(texts.pausedNow(rule.title), stays, texts.howToResume(rule.title));
  return lines(
    texts.changedTo,
    ...described(rule, holidays, context),
    from && texts.fromWhen(from, isLate),
    stays,
  );
}

function described(rule: Rule, holidays: Holidays, context: ViewContext): readonly Text[] {
  const { before, after } = rule.checkin ?? CHECKIN;
  const listed = [...rule.notices].sort((a, b) => b.days - a.days || (a.at < b.at ? -1 : 1));
  const plainly = listed.filter(({ poll }) => poll === undefined);
  const notices = plainly.map((one) => texts.noticeAt(aheadText(one), one.opens === 'signup'));
  const next = daysShown(rule, 3, holidays, context);
  return [
    series([headOf(rule), sayPolicy(rule.holiday), ...runBy(rule, context)], {
      zh: '，',
      en: ', ',
    }),
    texts.notices(notices.length === 0 ? undefined : series(notices)),
    ...listed.flatMap(({ poll, ...one }) =>
      poll === undefined
        ? []
        : [texts.pollAt(aheadText(one), planText(poll), aheadText(poll.until))],
    ),
    texts.checkin(before, after),
    ...(rule.active ? [next.length === 0 ? texts.noNext : texts.next(series(next))] : []),
  ];
}

function runBy({ liaison }: Rule, { records }: ViewContext): readonly Text[] {
  return liaison === undefined ? [] : [texts.runBy(nameOf(records, liaison))];
}

function dayText(date: string, { zone }: Rule, context: ViewContext): Text {
  return sayWhen({ start: momentOf(date, '12:00', zone), dateOnly: true }, { ...context, zone });
}

function aheadText({ days, at }: Ahead): Text {
  return texts.ahead(days, at.replace(/^0/, ''));
}

function headOf(rule: Rule): Text {
  const [hours = 0, minutes = 0] = rule.at.split(':').map(Number);
  const end = hours * 60 + minutes + rule.minutes;
  const clock = (minute: number) =>
    `${Math.floor((minute % 1_440) / 60)}:${String(minute % 60).padStart(2, '0')}`;
  const extras = [
    ...(rule.place === undefined ? [] : [plain(rule.place)]),
    ...(rule.capacity === undefined ? [] : [texts.seats(rule.capacity)]),
  ];
  const behind =
    extras.length === 0 ? plain('') : series([plain(''), ...extras], { zh: '，', en: ', ' });
  return texts.rule(
    rule.title,
    sayRecurrence(rule.on),
    `${clock(hours * 60 + minutes)}–${clock(end)}`,
    behind,
  );
}

/** Its next days, with the planned date where holidays move it. */
function daysShown(
  rule: Rule,
  count: number,
  holidays: Holidays,
  context: ViewContext,
): readonly Text[] {
  const found: Text[] = [];
  const sayDay = (date: string) => dayText(date, rule, context);
  for (const { day, date } of daysAhead(rule, holidays)) {
    if (found.length === count) break;
    found.push(
      series([sayDay(day), ...(day === date ? [] : [texts.movedFrom(sayDay(date))])], plain('')),
    );
  }
  return found;
}
