import type { Records } from '../../../core/collection.ts';
import { nameKey } from '../../../core/names.ts';
import type { Amount, Counted, Figure, Period, ReportPart } from '../../../core/reporting.ts';
import { plain, series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { shortDate } from '../../../core/when/index.ts';
import { unitOf } from '../../../identity/alliance/index.ts';
import type { Count } from '../records.ts';
import { addedIn, levelsAt } from '../rules/standing.ts';
import { figureTexts, standText } from '../texts.ts';

/** So many names stand in one line of a report. */
const NAMES_IN_LINE = 6;

const ADDED = 'added ';
const LEVEL = 'level ';

/** What is counted by hand: a number for each name, and its measure. */
export const countReport: ReportPart = {
  figures: (period, context) => [
    ...addedFigures(period, context.records),
    ...levelsAt(period.to, context.records).flatMap(levelFigures),
  ],
  lines: (amountOf, figures) => {
    const added = figures.filter(({ name }) => name.startsWith(ADDED));
    const levels = figures.filter(({ name }) => name.startsWith(LEVEL));
    return [inOneLine(added, amountOf), inOneLine(levels, amountOf)].flatMap((line) => line ?? []);
  },
};

function addedFigures(period: Period, records: Records): readonly Figure[] {
  const found = new Map<string, Figure>();
  for (const { name, measure } of addedIn(period, records)) {
    const key = `${ADDED}${nameKey(name)} ${measure}`;
    if (!found.has(key)) found.set(key, addedFigure(key, name, measure));
  }
  return [...found.values()];
}

function addedFigure(key: string, name: string, measure: string): Figure {
  return {
    name: key,
    title: plain(name),
    words: [],
    measure: plain(measure),
    meaning: figureTexts.added(name),
    // What is counted in times is something that was done for somebody.
    ...(measure === '次' ? { service: true as const } : {}),
    rows: (period, context) =>
      addedIn(period, context.records)
        .filter((one) => nameKey(one.name) === nameKey(name) && one.measure === measure)
        .map((one) => ({ ...rowOf(one, context), amount: one.amount })),
  };
}

/** How a thing stands; the whole that it is part of is a number of its own. */
function levelFigures(level: Count): readonly Figure[] {
  const { name, measure, whole } = level;
  const key = nameKey(name);
  const facts = { words: [], measure: plain(measure), meaning: figureTexts.level(name) };
  const standing = (amount: (count: Count) => number | undefined): Figure['rows'] => {
    return ({ to }, context) =>
      levelsAt(to, context.records)
        .filter((one) => nameKey(one.name) === key)
        .map((one) => ({ ...rowOf(one, context), amount: amount(one) ?? 0 }));
  };
  const part: Figure = {
    ...facts,
    name: `${LEVEL}${key}`,
    title: plain(name),
    ...(whole === undefined ? {} : { outOf: `whole ${key}` }),
    rows: standing(({ amount }) => amount),
  };
  if (whole === undefined) return [part];
  const all: Figure = {
    ...facts,
    name: `whole ${key}`,
    title: { zh: `${name}总数`, en: `${name}, in all` },
    rows: standing((one) => one.whole),
  };
  return [part, all];
}

function rowOf(count: Count, { records, zone }: ViewContext): Omit<Counted, 'amount'> {
  const unit = unitOf(records, count.unit);
  const line = () =>
    figureTexts.row(count.name, shortDate(count.day, zone), unit?.short[0] ?? unit?.name);
  return { thing: `count ${count.id}`, units: count.unit === undefined ? [] : [count.unit], line };
}

function inOneLine(
  figures: readonly Figure[],
  amountOf: (figure: string) => Amount,
): Text | undefined {
  if (figures.length === 0) return undefined;
  const items = figures.slice(0, NAMES_IN_LINE).map(({ name, title, measure, outOf }) => {
    const whole = outOf === undefined ? {} : { whole: amountOf(outOf).value };
    const text = standText({ amount: amountOf(name).value, measure: measure.zh, ...whole });
    return { zh: `${title.zh} ${text.zh}`, en: `${title.en} ${text.en}` };
  });
  return series(items, { zh: '，', en: ', ' });
}
