/** What the words for a date say, before anybody looks at a calendar. */
import type { Part } from './parts.ts';

export type YearSaid = { year: number } | { plus: number };
export type MonthSaid =
  | { kind: 'any' }
  | { kind: 'plus'; months: number }
  | { kind: 'named'; month: number; year?: YearSaid };
/** A day within a month: its number, or the nth weekday. */
export type Pick = { day: number | 'last' } | { nth: number | 'last'; weekday: number };

export type DateSaid =
  | { kind: 'day'; plus: number }
  | { kind: 'months'; plus: number }
  /**
   * `weeks`: 0 this calendar week, 1 the next; `coming`: 下个周五, which some take for the Friday that
   * comes.
   */
  | { kind: 'weekday'; weekday: number; weeks?: number; coming?: boolean }
  | { kind: 'inMonth'; month: MonthSaid; pick: Pick };

export interface DateWords {
  said: DateSaid;
  /** 今晚, 明早. */
  part?: Part;
  /** A holiday's name; beside another date it may be the beginning of a title. */
  holiday?: boolean;
}
