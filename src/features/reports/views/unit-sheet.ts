import type { Counted, Period } from '../../../core/reporting.ts';
import { lines, type Text } from '../../../core/text.ts';
import type { Unit } from '../../../identity/alliance/index.ts';
import { byThing, type Reckoning } from '../rules/amounts.ts';
import { meaningTexts } from '../texts/meaning.ts';
import { unitSheetTexts } from '../texts/unit-sheet.ts';

/** Rows of evidence that one message shows. */
const ROWS = 30;

/** What a unit has part in, number by number, and what is behind it. */
export function unitSheetText(unit: Unit, reckoning: Reckoning, { title }: Period): Text {
  const name = unit.short[0] ?? unit.name;
  const own = [...reckoning.values()].flatMap(({ figure, rows }) => {
    const some = rows.filter(({ units }) => units.includes(unit.id));
    return some.length === 0 || figure.partOf !== undefined ? [] : [{ figure, rows: some }];
  });
  if (own.length === 0) return unitSheetTexts.nothing(name, title);
  const evidence = byThing(own.flatMap(({ rows }) => rows).filter(({ personal }) => !personal));
  return lines(
    unitSheetTexts.title(name, title),
    ...own.map(({ figure, rows }) =>
      unitSheetTexts.number(figure.title, meaningTexts.amount(sum(rows), figure.measure, false)),
    ),
    unitSheetTexts.evidence,
    ...evidence.slice(0, ROWS).map(({ line }) => unitSheetTexts.row(line())),
    evidence.length > ROWS && unitSheetTexts.more(evidence.length - ROWS, name),
  );
}

function sum(rows: readonly Counted[]): number {
  return rows.reduce((total, { amount }) => total + amount, 0);
}
