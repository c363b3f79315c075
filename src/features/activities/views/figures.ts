import type { Amount, Counted, Figure, ReportPart } from '../../../core/reporting.ts';
import { plain, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { shortDate } from '../../../core/when/index.ts';
import { unitOfPerson } from '../../../identity/people/index.ts';
import { type Activity, activityKind, minutes } from '../records/index.ts';
import { heldIn, presentAt, thereAt } from '../rules/held.ts';
import { titleOf } from '../rules/identifiers.ts';
import { nameOf } from '../rules/names.ts';
import { figureTexts } from '../texts/figures.ts';
import { attendanceChart } from './charts.ts';

/** The numbers of activities in a report. */
export const activityReport: ReportPart = {
  figures: () => [held, ...heldByKind, attended, participants, served],
  lines: (amountOf) => [
    figureTexts.line(
      amountOf('held').value,
      amountOf('attended').value,
      amountOf('attended').members,
      amountOf('attended').residents,
    ),
    ...kindsLine(amountOf),
    figureTexts.peopleLine(
      amountOf('participants').value,
      amountOf('served').value,
      amountOf('served').estimated,
    ),
  ],
  charts: (period, context) => [attendanceChart(period, context)],
};

const held: Figure = {
  name: 'held',
  words: ['活动', '场次', '开展活动', '活动数'],
  measure: figureTexts.activities,
  ...figureTexts.held,
  rows: (period, context) => heldIn(period, context.records).map((one) => heldRow(one, context)),
};

const heldByKind = activityKind.options.map((kind): Figure => {
  const { zh } = figureTexts.kindName[kind];
  return {
    name: `held ${kind}`,
    words: [`${zh}活动`],
    partOf: 'held',
    measure: figureTexts.activities,
    ...figureTexts.heldOf(kind),
    rows: (period, context) =>
      heldIn(period, context.records)
        .filter((activity) => activity.kind === kind)
        .map((activity) => heldRow(activity, context)),
  };
});

const attended: Figure = {
  name: 'attended',
  words: ['参与', '到场', '参加人次', '到场人次'],
  measure: figureTexts.attendances,
  ...figureTexts.attended,
  rows: (period, context) =>
    heldIn(period, context.records).flatMap((activity) =>
      presentAt(activity, context.records).map(({ unit, who, heads }): Counted => {
        const units = unit === undefined ? [] : [unit];
        return { ...rowOf(activity, context), amount: heads, units, who };
      }),
    ),
};

const participants: Figure = {
  name: 'participants',
  partOf: 'attended',
  words: ['参加人数', '多少人参加'],
  measure: figureTexts.people,
  ...figureTexts.participants,
  rows: (period, { records }) => {
    const people = new Set(
      heldIn(period, records).flatMap((activity) =>
        thereAt(activity, records).map(({ person }) => person),
      ),
    );
    return [...people].map((person): Counted => {
      const unit = unitOfPerson(records, person);
      const line = () => plain(nameOf(records, person));
      const units = unit === undefined ? [] : [unit];
      return { thing: `person ${person}`, amount: 1, units, line, personal: true };
    });
  },
};

const served: Figure = {
  name: 'served',
  words: ['惠及', '惠及居民', '服务人次'],
  measure: figureTexts.attendances,
  ...figureTexts.served,
  rows: (period, context) =>
    heldIn(period, context.records).flatMap((activity) => {
      const { people, estimated } = context.records.get(minutes, activity.id)?.served ?? {};
      if (people === undefined) return [];
      return [{ ...rowOf(activity, context), amount: people, estimated: estimated === true }];
    }),
};

function kindsLine(amountOf: (figure: string) => Amount): readonly Text[] {
  const kinds = activityKind.options
    .map((kind) => ({ kind, count: amountOf(`held ${kind}`).value }))
    .filter(({ count }) => count > 0);
  return kinds.length > 1 ? [figureTexts.kinds(kinds)] : [];
}

/** An activity is held by those of whom somebody was there. */
function heldRow(activity: Activity, context: ViewContext): Counted {
  const units = presentAt(activity, context.records).flatMap(({ unit }) => unit ?? []);
  return { ...rowOf(activity, context), amount: 1, units };
}

function rowOf(activity: Activity, { zone }: ViewContext): Omit<Counted, 'amount'> {
  const { id, number, start, place = '' } = activity;
  const where = `${place} ${titleOf(activity)}`;
  const line = () => figureTexts.row(number, titleOf(activity), shortDate(start, zone));
  return { thing: `activity ${id}`, units: [], where, line };
}
