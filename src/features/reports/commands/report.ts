import { rest } from '../../../core/arguments.ts';
import { type AnyCommand, type CommandContext, command, groupHere } from '../../../core/command.ts';
import { edit, undoEdits } from '../../../core/edits.ts';
import { type Outcome, refuse, say, sayDocuments, tell, together } from '../../../core/outcome.ts';
import { lines, type Text } from '../../../core/text.ts';
import { shortDate } from '../../../core/when/index.ts';
import {
  type Audience,
  allianceTexts,
  groupsOf,
  takeAudience,
} from '../../../identity/alliance/index.ts';
import { type Report, reportDrafts, reports } from '../records.ts';
import { type ReportParts, reckon } from '../rules/amounts.ts';
import { type Length, type NamedPeriod, periodToReport, readPeriod } from '../rules/periods.ts';
import { maySend, reportGroups } from '../rules/senders.ts';
import { reportPhrases } from '../texts/phrases.ts';
import { reportTexts } from '../texts/report.ts';
import { bodyText, correctionsText, groupsText, reportName } from '../views/report.ts';

/** How the report of each length is asked for. */
const NAMES = {
  month: {
    name: 'report',
    zhName: '月报',
    aliases: ['本月月报', '月度报告', '月总结'],
    summary: { zh: '这个月办了什么，看过再发', en: 'what was done in a month; send when seen' },
    examples: ['/月报', '/月报 11月', '/月报 2026年10月', '/月报 11月 发到 联盟群'],
  },
  quarter: {
    name: 'quarterly',
    zhName: '季报',
    aliases: ['季度报告'],
    summary: { zh: '这个季度办了什么', en: 'what was done in a quarter' },
    examples: ['/季报', '/季报 四季度'],
  },
  year: {
    name: 'yearly',
    zhName: '年报',
    aliases: ['年度报告', '全年总结'],
    summary: { zh: '这一年办了什么', en: 'what was done in a year' },
    examples: ['/年报', '/年报 2026年'],
  },
} as const;

/** What people call it in a sentence. */
const NAMED = {
  month: '(月报|月度报告|月总结|月度总结)',
  quarter: '(季报|季度报告|季度总结)',
  year: '(年报|年度报告|年度总结|年终总结)',
} as const;

/** Shows the report of a period in private, to be sent by whoever may. */
export function reportCommand(length: Length, parts: ReportParts): AnyCommand {
  return command({
    ...NAMES[length],
    minRole: 'liaison',
    scope: 'anywhere',
    phrases: reportPhrases(NAMES[length].zhName, NAMED[length]),
    args: { when: rest({ zh: '哪一段', en: 'which' }).optional() },
    run: ({ when = '' }, context) => {
      const { place, records } = context;
      const here = groupHere(place);
      const { left, audience, unknown } = takeAudience(when, here, records);
      if (unknown !== undefined)
        return refuse(allianceTexts.noSuchAudience(unknown, groupsOf(records)));
      const words = left.trim();
      const period = words === '' ? periodToReport(length, context) : readPeriod(words, context);
      if (period?.length !== length) return refuse(reportTexts.notRead(length));
      if (period.from > context.now) return refuse(reportTexts.notBegun(period.title));
      const sent = records.get(reports, period.key);
      return sent === undefined
        ? preview(period, audience, parts, context)
        : shownAgain(sent, period, parts, context);
    },
    undo: (change, context) =>
      undoEdits(reportDrafts, change, context, {
        gone: () => refuse(reportTexts.putAway),
        back: () => say(reportTexts.putAway),
      }),
  });
}

/** The preview; it waits for the word of whoever may send it. */
function preview(
  period: NamedPeriod,
  audience: Audience | undefined,
  parts: ReportParts,
  context: CommandContext,
): Outcome {
  const { records, person, now, place } = context;
  const name = reportName(period);
  if (place.kind === 'group' && !context.reaches(person.id))
    return refuse(reportTexts.askInPrivate(name));
  const isSender = maySend(person, records);
  const text = lines(
    isSender
      ? reportTexts.draft(name, groupsText(reportGroups(records, audience)))
      : reportTexts.draftForOthers(name),
    period.to > now && reportTexts.notOver,
    bodyText(period, reckon(parts, period, context), parts, context),
  );
  const before = records.get(reportDrafts, person.id);
  const said = audience === undefined ? {} : { audience };
  const draft = { id: person.id, period: period.key, at: now, ...said };
  const documents = [`report-chart:${period.key}`, `report-letter:${period.key}`];
  return together(
    edit(reportDrafts, before, draft),
    place.kind === 'private'
      ? sayDocuments(text, ...documents)
      : together(
          say(reportTexts.inPrivate(name)),
          tell(person.id, text, { urgent: true, documents }),
        ),
  );
}

/** A report that was sent stays as it was; what was corrected since stands below. */
function shownAgain(
  report: Report,
  period: NamedPeriod,
  parts: ReportParts,
  context: CommandContext,
): Outcome {
  const name = reportName(period);
  const head: Text =
    report.state === 'sent'
      ? reportTexts.sentOn(name, shortDate(report.sendAt, context.zone))
      : reportTexts.goesOut(name);
  return say(lines(head, report.text, correctionsText(period, report, 'sent', parts, context)));
}
