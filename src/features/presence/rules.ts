import type { Attendance, Headcount } from './records.ts';

export function wasThere(entry: Attendance): boolean {
  return entry.state === 'present' || entry.state === 'late' || entry.state === 'walked_in';
}

/**
 * How many were there; head-counts of units mean all of the unit, those who checked in themselves
 * included.
 */
export interface Turnout {
  /** How many each of those stands for who were there by name. */
  readonly heads: ReadonlyMap<string, number>;
  /** Those who checked in, and who came with them. */
  readonly named: number;
  /** Units whose head-count is above those of them who checked in, with the whole number. */
  readonly units: readonly { readonly unit: string; readonly count: number }[];
  readonly total: number;
}

export function turnoutOf(
  entries: readonly Attendance[],
  headcounts: readonly Headcount[],
  unitOf: (person: string) => string | undefined,
): Turnout {
  const there = entries.filter(wasThere);
  const selves = (unit: string) =>
    sum(there.filter((entry) => unitOf(entry.person) === unit).map((one) => one.heads));
  const beyond = headcounts.filter(({ unit, count }) => count > selves(unit));
  const named = sum(there.map((entry) => entry.heads));
  return {
    heads: new Map(there.map((entry) => [entry.person, entry.heads])),
    named,
    units: beyond.map(({ unit, count }) => ({ unit, count })),
    total: named + sum(beyond.map(({ unit, count }) => count - selves(unit))),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
