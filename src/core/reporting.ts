import type { Text } from './text.ts';
import type { ViewContext } from './view-context.ts';

/*
 * What a feature tells of what was done: its numbers for the month's report, its tables for files,
 * its rows for the board. Each feature declares them beside its commands; who puts them together
 * knows no feature by name.
 */

/** A span of local days as moments, ms: `from` ≤ moment < `to`. */
export interface Period {
  readonly from: number;
  readonly to: number;
  /** `11月`, `2026年第4季度`. */
  readonly title: Text;
}

/** One thing behind a number; the number is the sum of its rows. */
export interface Counted {
  /** What it belongs to, the same for rows that are shown as one: an activity, a request. */
  readonly thing: string;
  readonly amount: number;
  /** Ids of the units whose doing it was; one that several units did is each one's. */
  readonly units: readonly string[];
  /** For people who were there: of the alliance, or a resident. */
  readonly who?: 'member' | 'resident';
  /** The amount was estimated. */
  readonly estimated?: boolean;
  /** Words that may name a place, for the numbers of areas; nobody reads them. */
  readonly where?: string;
  /** The line that shows it, as every group may read it. */
  readonly line: () => Text;
  /** The line names a person: for liaisons in private only. */
  readonly personal?: boolean;
}

/** A number with its meaning. It is computed from the records whenever it is asked for. */
export interface Figure {
  /** As records of sent reports hold it. */
  readonly name: string;
  readonly title: Text;
  /** What people call it besides its title, folded: `/口径 惠及`. */
  readonly words: readonly string[];
  /** What it is counted in: 场, 人次. */
  readonly measure: Text;
  /** The whole meaning, in one sentence. */
  readonly meaning: Text;
  /** The figure that it is a share of. */
  readonly outOf?: string;
  /** The figure whose rows it has some of: it tells nothing new of a unit. */
  readonly partOf?: string;
  /** It counts as services 服务次数, too. */
  readonly service?: true;
  readonly rows: (period: Period, context: ViewContext) => readonly Counted[];
}

/** A number as a report shows it. */
export interface Amount {
  readonly value: number;
  /** Of it, those of members and of residents, where people are counted. */
  readonly members: number;
  readonly residents: number;
  readonly estimated: boolean;
}

/** Bars that show numbers of a period. */
export interface ReportChart {
  readonly title: Text;
  /** The names of the groups of bars. */
  readonly labels: readonly Text[];
  readonly series: readonly { readonly name: Text; readonly values: readonly number[] }[];
  /** Bars lie on each other, so that they add up. */
  readonly stacked: boolean;
}

/** What a feature adds to a report. */
export interface ReportPart {
  /** The numbers that a period may have; a kind that the alliance names itself is one each. */
  readonly figures: (period: Period, context: ViewContext) => readonly Figure[];
  /** Its lines, from its own numbers alone; none where nothing is to be told. */
  readonly lines: (
    amountOf: (figure: string) => Amount,
    figures: readonly Figure[],
  ) => readonly Text[];
  /** Its charts; one without a bar is left out. */
  readonly charts?: (period: Period, context: ViewContext) => readonly ReportChart[];
}

/** What stands in a cell of a table. A text of people is never read as a formula. */
export type Cell = string | number | Text | { readonly date: number } | undefined;

/** A column of a table in a file. */
export interface Column<R> {
  readonly title: Text;
  /** In characters of half the width of a Chinese one. */
  readonly width: number;
  /** Only for liaisons, in private only. */
  readonly personal?: true;
  readonly cell: (row: R, context: ViewContext) => Cell;
}

/** A table that can be taken out as a file: `/导出 考勤 11月`. */
export interface TableExport<R = unknown> {
  /** In the names of files. */
  readonly name: string;
  /** Its Chinese title is the word that people type. */
  readonly title: Text;
  readonly columns: readonly Column<R>[];
  /** Its rows in order; what was said for the community alone is left out unless `inPrivate`. */
  readonly rows: (
    period: Period,
    context: ViewContext,
    reader: { readonly inPrivate: boolean },
  ) => readonly R[];
}

/** Declares a table; the type of its rows follows from `rows`. */
export function tableExport<R>(definition: TableExport<R>): TableExport {
  return definition as unknown as TableExport;
}

/**
 * A row on the board. It hangs on a wall: what it says is masked, names too where nobody agreed.
 */
export interface BoardRow {
  readonly box: 'next' | 'open' | 'finished';
  readonly text: Text;
  /** What is told beside it: the day and place, the unit that did it. */
  readonly beside?: Text;
  /** What to say in the group to join: `报名 E7`. */
  readonly words?: string;
}
