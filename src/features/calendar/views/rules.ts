import { nextPage, pageOf } from '../../../core/pages.ts';
import {
  type Ahead,
  type Holidays,
  sayPolicy,
  sayRecurrence,
} from '../../../core/recurring/index.ts';
import { lines, plain, series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { audienceName, groupsFor, groupsOf } from '../../../identity/alliance/index.ts';
import { nameOf } from '../../../identity/people/index.ts';
import { type Activity, headline } from '../../activities/index.ts';
import { planText } from '../../polls/index.ts';
import type { Rule, RuleNotice } from '../records.ts';
import { audienceOfRule } from '../rules/audience.ts';
import { CHECKIN, daysAhead } from '../rules/days.ts';
import { changingTexts } from '../texts/changing.ts';
import { rulesTexts } from '../texts/rules.ts';
import { dayText } from './missed.ts';

export const LINES_SHOWN = 6;

/** A rule in plain words with its next three days. */
export function ruleText(rule: Rule, holidays: Holidays, context: ViewContext): Text {
  return lines(
    ...described(rule, holidays, context),
    rule.active ? rulesTexts.howToEdit(rule.title) : rulesTexts.howToResume(rule.title),
  );
}

/** All rules, one line each. */
export function ruleListText(
  all: readonly Rule[],
  wanted: number,
  holidays: Holidays,
  context: ViewContext,
): Text {
  const [first] = all;
  if (first === undefined) return rulesTexts.noRules;
  const page = pageOf(all.length, wanted, LINES_SHOWN);
  const shown = all.slice(page.from, page.to).map((rule) => {
    const [next] = daysShown(rule, 1, holidays, context);
    const state = rule.active
      ? next
        ? rulesTexts.next(next)
        : rulesTexts.noNext
      : rulesTexts.paused;
    return series([headOf(rule), state], { zh: '，', en: ', ' });
  });
  return lines(
    rulesTexts.ruleList(all.length),
    ...shown,
    nextPage(page, '/规则') ?? rulesTexts.ruleListNext(first.title),
  );
}

/** `next`: what an alliance that is being set up needs then. */
export function madeText(
  rule: Rule,
  next: Text | undefined,
  holidays: Holidays,
  context: ViewContext,
): Text {
  return lines(
    changingTexts.made,
    ...described(rule, holidays, context),
    rulesTexts.howToEdit(rule.title),
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
  const asks = (list: readonly RuleNotice[]) => list.some(({ poll }) => poll !== undefined);
  const isLate = next !== undefined && asks(rule.notices) && !asks(next.notices);
  const stays =
    announced && changingTexts.staysAnnounced(headline(announced, context), announced.number);
  if (!rule.active)
    return lines(changingTexts.pausedNow(rule.title), stays, rulesTexts.howToResume(rule.title));
  return lines(
    changingTexts.changedTo,
    ...described(rule, holidays, context),
    from && changingTexts.fromWhen(from, isLate),
    stays,
  );
}

function described(rule: Rule, holidays: Holidays, context: ViewContext): readonly Text[] {
  const { before, after } = rule.checkin ?? CHECKIN;
  const listed = [...rule.notices].sort((a, b) => b.days - a.days || (a.at < b.at ? -1 : 1));
  const plainly = listed.filter(({ poll }) => poll === undefined);
  const notices = plainly.map((one) => rulesTexts.noticeAt(aheadText(one), one.opens === 'signup'));
  const next = daysShown(rule, 3, holidays, context);
  return [
    series(
      [headOf(rule), sayPolicy(rule.holiday), ...runBy(rule, context), ...sentTo(rule, context)],
      { zh: '，', en: ', ' },
    ),
    rulesTexts.notices(notices.length === 0 ? undefined : series(notices)),
    ...listed.flatMap(({ poll, ...one }) =>
      poll === undefined
        ? []
        : [rulesTexts.pollAt(aheadText(one), planText(poll), aheadText(poll.until))],
    ),
    rulesTexts.checkin(before, after),
    ...(rule.active ? [next.length === 0 ? rulesTexts.noNext : rulesTexts.next(series(next))] : []),
  ];
}

function runBy({ liaison }: Rule, { records }: ViewContext): readonly Text[] {
  return liaison === undefined ? [] : [rulesTexts.runBy(nameOf(records, liaison))];
}

/** Whom its days are for, where that is not everybody. */
function sentTo(rule: Rule, { records }: ViewContext): readonly Text[] {
  const audience = audienceOfRule(rule);
  const isEverybody = groupsFor(audience, records).length === groupsOf(records).length;
  if (rule.audience === undefined && isEverybody) return [];
  return [rulesTexts.sentTo(audienceName(audience, records))];
}

function aheadText({ days, at }: Ahead): Text {
  return rulesTexts.ahead(days, at.replace(/^0/, ''));
}

function headOf(rule: Rule): Text {
  const [hours = 0, minutes = 0] = rule.at.split(':').map(Number);
  const end = hours * 60 + minutes + rule.minutes;
  const clock = (minute: number) =>
    `${Math.floor((minute % 1_440) / 60)}:${String(minute % 60).padStart(2, '0')}`;
  const extras = [
    ...(rule.place === undefined ? [] : [plain(rule.place)]),
    ...(rule.capacity === undefined ? [] : [rulesTexts.seats(rule.capacity)]),
  ];
  const behind =
    extras.length === 0 ? plain('') : series([plain(''), ...extras], { zh: '，', en: ', ' });
  return rulesTexts.rule(
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
      series(
        [sayDay(day), ...(day === date ? [] : [rulesTexts.movedFrom(sayDay(date))])],
        plain(''),
      ),
    );
  }
  return found;
}
