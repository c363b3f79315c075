import { put, remove } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { draftWaiting } from '../../../../core/drafts.ts';
import type { Drafts } from '../../../../core/feature.ts';
import {
  changed,
  type Outcome,
  refuse,
  remember,
  say,
  together,
} from '../../../../core/outcome.ts';
import { afterQuiet, MINUTE } from '../../../../core/time.ts';
import { sayWhen } from '../../../../core/when/index.ts';
import { allianceOf } from '../../../../identity/alliance/index.ts';
import { type Report, type ReportDraft, reportDrafts, reports } from '../../records.ts';
import { type ReportParts, reckon } from '../../rules/amounts.ts';
import { sentAmounts } from '../../rules/corrections.ts';
import { periodNamed } from '../../rules/periods.ts';
import { maySend, reportGroups } from '../../rules/senders.ts';
import { reportTexts } from '../../texts/report.ts';
import { earlierReport, reportName, reportText } from '../../views/report.ts';

/** How long a report can be stopped, ms. */
const GOES_OUT_AFTER = MINUTE;

/** What the change of a sent report is called: `report 2026-11`. */
const CHANGE = /^report (.+)$/;

/** Reports that wait for the word of whoever was shown them. */
export function draftReports(parts: ReportParts): Drafts {
  return {
    newest: (context) => {
      const draft = draftWaiting(reportDrafts, context);
      if (draft === undefined) return undefined;
      return { at: draft.at, send: () => sent(draft, parts, context) };
    },
    undo: ({ name }, { records, now, person }) => {
      const key = CHANGE.exec(name)?.[1];
      if (key === undefined) return undefined;
      const report = records.get(reports, key);
      if (report?.state !== 'confirmed') return refuse(reportTexts.gone);
      const usual = reportGroups(records, undefined).map(({ id }) => id);
      const isUsual = usual.join() === report.groups.join();
      const named = isUsual ? {} : { audience: { groups: [...report.groups] } };
      const again: ReportDraft = { id: person.id, period: key, at: now, ...named };
      return together(
        remember(remove(reports, key), put(reportDrafts, again)),
        say(reportTexts.takenBack, '发'),
      );
    },
  };
}

/** Freezes the numbers as they are now. The groups read them a minute later, not in quiet hours. */
function sent(draft: ReportDraft, parts: ReportParts, context: CommandContext): Outcome {
  const { records, now, zone, person } = context;
  const period = periodNamed(draft.period, context);
  const name = reportName(period);
  if (!maySend(person, records))
    return refuse(reportTexts.notYours(name, period.title, period.length));
  if (records.get(reports, period.key) !== undefined) return refuse(reportTexts.alreadySent(name));
  if (context.health.clockBehind) return refuse(reportTexts.notNow, '/状态');
  const groups = reportGroups(records, draft.audience).map(({ id }) => id);
  if (groups.length === 0) return refuse(reportTexts.noGroups);
  const reckoning = reckon(parts, period, context);
  const soon = now + GOES_OUT_AFTER;
  const sendAt = afterQuiet(soon, allianceOf(records).quiet, zone);
  const report: Report = {
    id: period.key,
    state: 'confirmed',
    text: reportText(period, reckoning, parts, context),
    amounts: [...sentAmounts(reckoning)],
    groups,
    by: person.id,
    at: now,
    message: context.message,
    sendAt,
  };
  const held = sendAt > soon ? sayWhen({ start: sendAt }, context) : undefined;
  return together(
    remember(put(reports, report), remove(reportDrafts, draft.id)),
    told(draft.period, parts, context),
    say(reportTexts.confirmed(name, groups.length, held), '撤销'),
    changed(`report ${period.key}`),
  );
}

/** Its corrections of the report before are told with it, and not again. */
function told(key: string, parts: ReportParts, context: CommandContext): Outcome {
  const before = earlierReport(periodNamed(key, context), context);
  if (before === undefined) return remember();
  const now = sentAmounts(reckon(parts, before.period, context));
  const values = now.map(({ figure, value }) => ({ figure, value }));
  return remember(put(reports, { ...before.report, told: values }));
}
