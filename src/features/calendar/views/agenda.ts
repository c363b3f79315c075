import type { CommandContext } from '../../../core/command.ts';
import type { SaidCalendar } from '../../../core/documents.ts';
import { nextPage, pageOf } from '../../../core/pages.ts';
import type { Holidays } from '../../../core/recurring/index.ts';
import { lines, plain, series, type Text } from '../../../core/text.ts';
import { addDays, dateOf } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { sayWhen } from '../../../core/when/index.ts';
import type { Audience } from '../../../identity/alliance/index.ts';
import {
  type Activity,
  activitiesAhead,
  audienceOfActivity,
  calledOffAhead,
  hasSignedUp,
  listLine,
} from '../../activities/index.ts';
import { type Rule, rules } from '../records.ts';
import { audienceOfRule, isToldHere } from '../rules/audience.ts';
import { daysAhead, type RuleDay } from '../rules/days.ts';
import { agendaTexts } from '../texts/agenda.ts';
import { LINES_SHOWN } from './rules.ts';

/** How far ahead `/日程` looks, and the file of it, days. */
const DAYS_SHOWN = 62;

const DAYS_IN_FILE = 184;

interface Coming {
  readonly start: number;
  readonly audience: Audience;
  readonly line: Text;
  readonly open: boolean;
  readonly event: SaidCalendar['events'][number];
}

/**
 * What is coming for those who read it here: activities, and fixed days that have not become one
 * yet, soonest first.
 */
export function agendaText(
  wanted: number,
  context: ViewContext & Pick<CommandContext, 'person' | 'place'>,
  holidays: Holidays,
): Text {
  const coming = comingWithin(DAYS_SHOWN, context, holidays, true);
  if (coming.length === 0)
    return lines(agendaTexts.agendaEmpty, agendaTexts.howToPlan(context.person.role));
  const page = pageOf(coming.length, wanted, LINES_SHOWN);
  return lines(
    agendaTexts.agendaTitle,
    ...coming.slice(page.from, page.to).map((one) => one.line),
    nextPage(page, '/日程') ?? agendaTexts.agendaNext(coming.some((one) => one.open)),
  );
}

/**
 * The same, further ahead, for the calendar of a phone. A day keeps its id when it becomes an
 * activity.
 */
export function agendaFile(
  context: ViewContext & Pick<CommandContext, 'place'>,
  holidays: Holidays,
): SaidCalendar['events'] {
  const coming = comingWithin(DAYS_IN_FILE, context, holidays).map(({ event }) => event);
  const calledOff = calledOffAhead(context.records, context.now).filter((one) =>
    isToldHere(audienceOfActivity(one), context),
  );
  return [...coming, ...calledOff.map((one) => ({ ...eventOf(one), cancelled: true }))];
}

/** What somebody has signed up for. */
export function ownFile(person: string, context: ViewContext): SaidCalendar['events'] {
  const { records, now } = context;
  const isOwn = (activity: Activity) => hasSignedUp(activity, person, context);
  return [
    ...activitiesAhead(records).filter(isOwn).map(eventOf),
    ...calledOffAhead(records, now)
      .filter(isOwn)
      .map((one) => ({ ...eventOf(one), cancelled: true })),
  ];
}

/** `once`: of what comes every day only the next day. */
function comingWithin(
  days: number,
  context: ViewContext & Pick<CommandContext, 'place'>,
  holidays: Holidays,
  once = false,
): readonly Coming[] {
  const until = addDays(dateOf(context.now, context.zone), days);
  return [...plannedAhead(context), ...fixedDaysAhead(until, context, holidays, once)]
    .filter(({ audience }) => isToldHere(audience, context))
    .sort((a, b) => a.start - b.start);
}

function plannedAhead(context: ViewContext): readonly Coming[] {
  return activitiesAhead(context.records).map((activity) => {
    const { start } = activity;
    const audience = audienceOfActivity(activity);
    const line = listLine(activity, context);
    return { start, audience, line, open: true, event: eventOf(activity) };
  });
}

/** A fixed day keeps the id that it had before it came near. */
function eventOf(activity: Activity): SaidCalendar['events'][number] {
  const { id, number, title, theme, start, end, place, occurrence = id } = activity;
  const called = `E${number} ${theme === undefined ? title : `${title}·${theme}`}`;
  const where = place === undefined ? {} : { place };
  return { id: occurrence, start, end, title: called, ...where };
}

function fixedDaysAhead(
  until: string,
  context: ViewContext,
  holidays: Holidays,
  once: boolean,
): readonly Coming[] {
  const { records, now } = context;
  return records.all(rules).flatMap((rule) =>
    comingDays(rule, holidays, now, once ? lastShown(rule, now, until) : until).map((day) => {
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
        audience: audienceOfRule(rule),
        line: series([sayWhen(day, context), plain(title)], plain(' ')),
        open: false,
        event,
      };
    }),
  );
}

/** A day that comes every day or every week fills no list. */
function lastShown({ on: { type }, zone }: Rule, now: number, until: string): string {
  const days = type === 'daily' || type === 'workdays' ? 3 : type === 'weekly' ? 14 : undefined;
  const last = days === undefined ? until : addDays(dateOf(now, zone), days);
  return last < until ? last : until;
}

/** The days of a rule that have not come near yet, up to a date. */
function comingDays(
  rule: Rule,
  holidays: Holidays,
  now: number,
  until: string,
): readonly RuleDay[] {
  const found: RuleDay[] = [];
  if (!rule.active) return found;
  for (const day of daysAhead(rule, holidays)) {
    if (day.day > until) break;
    if (day.start > now) found.push(day);
  }
  return found;
}
