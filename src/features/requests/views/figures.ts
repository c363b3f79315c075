import type { Amount, Counted, Figure, ReportPart } from '../../../core/reporting.ts';
import { series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { unitOfPerson } from '../../../identity/people/index.ts';
import type { Progress, Request } from '../records/index.ts';
import {
  askedIn,
  claimableIn,
  fulfilledIn,
  judgedIn,
  promisedIn,
  resolvedIn,
} from '../rules/in-period.ts';
import { figureTexts } from '../texts/figures.ts';
import { categoryChart, finishedChart } from './charts.ts';
import { shown } from './words.ts';

/** Of the words of a request, in a row behind a number. */
const LONGEST = 16;

/** Fewer than this and a share in percent says more than is known. */
const FEWEST_FOR_SHARE = 5;

const asked: Figure = {
  name: 'asked',
  words: ['受理', '需求', '提的需求'],
  measure: figureTexts.pieces,
  ...figureTexts.asked,
  rows: (period, context) =>
    askedIn(period, 'asked', context.records).map((one) => rowOf(one, undefined, context)),
};

const voices: Figure = {
  name: 'voices',
  words: ['建议', '意见'],
  measure: { zh: '条', en: 'opinions' },
  ...figureTexts.voices,
  rows: (period, context) =>
    askedIn(period, 'voice', context.records).map((one) => rowOf(one, undefined, context)),
};

const resolved: Figure = {
  name: 'resolved',
  words: ['解决', '办结', '已解决'],
  measure: figureTexts.pieces,
  service: true,
  ...figureTexts.resolved,
  rows: (period, context) =>
    resolvedIn(period, context.records).map(({ request, progress }) =>
      rowOf(request, progress, context),
    ),
};

const fulfilled: Figure = {
  name: 'fulfilled',
  words: ['兑现', '已兑现', '服务兑现'],
  measure: figureTexts.times,
  service: true,
  ...figureTexts.fulfilled,
  rows: (period, context) =>
    fulfilledIn(period, context.now, context.records).map(({ request, progress }) =>
      rowOf(request, progress, context),
    ),
};

const claimable: Figure = {
  name: 'claimable',
  partOf: 'asked',
  words: [],
  measure: figureTexts.pieces,
  ...figureTexts.claimable,
  rows: (period, context) =>
    claimableIn(period, context.records).map(({ request, progress }) =>
      rowOf(request, progress, context),
    ),
};

const claimed: Figure = {
  name: 'claimed',
  partOf: 'asked',
  words: ['认领'],
  measure: figureTexts.pieces,
  outOf: 'claimable',
  ...figureTexts.claimed,
  rows: (period, context) =>
    claimableIn(period, context.records).flatMap(({ request, progress, isClaimed }) =>
      isClaimed ? [rowOf(request, progress, context)] : [],
    ),
};

const promised: Figure = {
  name: 'promised',
  partOf: 'asked',
  words: [],
  measure: figureTexts.pieces,
  ...figureTexts.promised,
  rows: (period, context) =>
    promisedIn(period, context.now, context.records).map(({ request, progress }) =>
      rowOf(request, progress, context),
    ),
};

const onTime: Figure = {
  name: 'on time',
  partOf: 'resolved',
  words: ['按期', '按时', '准时'],
  measure: figureTexts.pieces,
  outOf: 'promised',
  ...figureTexts.onTime,
  rows: (period, context) =>
    promisedIn(period, context.now, context.records).flatMap(({ request, progress, isDone }) =>
      isDone ? [rowOf(request, progress, context)] : [],
    ),
};

const judged: Figure = {
  name: 'judged',
  partOf: 'resolved',
  words: [],
  measure: figureTexts.times,
  ...figureTexts.judged,
  rows: (period, context) =>
    judgedIn(period, context.records).map(({ request }) => rowOf(request, undefined, context)),
};

const satisfied: Figure = {
  name: 'satisfied',
  partOf: 'resolved',
  words: ['满意'],
  measure: figureTexts.times,
  outOf: 'judged',
  ...figureTexts.satisfied,
  rows: (period, context) =>
    judgedIn(period, context.records).flatMap(({ entry, request }) =>
      entry.event === 'accept' ? [rowOf(request, undefined, context)] : [],
    ),
};

/** The numbers of requests in a report. */
export const requestReport: ReportPart = {
  figures: () => [
    asked,
    resolved,
    voices,
    fulfilled,
    claimable,
    claimed,
    promised,
    onTime,
    judged,
    satisfied,
  ],
  lines: (amountOf) => [
    figureTexts.line(amountOf('asked').value, amountOf('resolved').value, amountOf('voices').value),
    ...sharesLine(amountOf),
    ...fulfilledLine(amountOf('fulfilled').value),
  ],
  charts: (period, context) => [categoryChart(period, context), finishedChart(period, context)],
};

/** `认领 9/12（75%），按期办结 3/4，满意 2/2`. */
function sharesLine(amountOf: (figure: string) => Amount): readonly Text[] {
  const { shares } = figureTexts;
  const parts = [
    shareText(shares.claimed, amountOf('claimed').value, amountOf('claimable').value),
    shareText(shares.onTime, amountOf('on time').value, amountOf('promised').value),
    shareText(shares.satisfied, amountOf('satisfied').value, amountOf('judged').value),
  ].flatMap((part) => part ?? []);
  return parts.length === 0 ? [] : [series(parts, { zh: '，', en: ', ' })];
}

function fulfilledLine(count: number): readonly Text[] {
  return count === 0 ? [] : [figureTexts.fulfilledLine(count)];
}

function shareText(title: Text, value: number, of: number): Text | undefined {
  if (of === 0) return undefined;
  const share = of < FEWEST_FOR_SHARE ? '' : `${Math.round((value / of) * 100)}%`;
  return {
    zh: `${title.zh} ${value}/${of}${share && `（${share}）`}`,
    en: `${title.en} ${value}/${of}${share && ` (${share})`}`,
  };
}

/** A request as a row, of the units that had it in hand. */
function rowOf(
  request: Request,
  progress: Progress | undefined,
  { records }: ViewContext,
): Counted {
  const { id, number, kept, text } = request;
  const units = (progress?.claimants ?? []).flatMap(
    ({ unit, person }) => unit ?? (person && unitOfPerson(records, person)) ?? [],
  );
  return {
    thing: `request ${id}`,
    amount: 1,
    units: [...new Set(units)],
    where: text,
    line: () =>
      kept
        ? figureTexts.keptRow(number)
        : figureTexts.row(number, shown(text, request, records, LONGEST)),
  };
}
