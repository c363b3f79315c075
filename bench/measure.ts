import { performance } from 'node:perf_hooks';

/** So many times each thing is measured. */
const TIMES = 5;

/** What some work took, for each of what it did. */
export interface Measured {
  /** Done in a second, in wall-clock time. */
  readonly rate: Spread;
  /** CPU for one, µs: of all threads of this process. */
  readonly cpu: Spread;
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Measures work that does `count` things each time, after once without measuring. */
export async function measured(count: number, work: () => Promise<unknown>): Promise<Measured> {
  await work();
  const rates: number[] = [];
  const cpus: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const cpu = process.cpuUsage();
    const begun = performance.now();
    await work();
    rates.push((count * 1_000) / (performance.now() - begun));
    const { user, system } = process.cpuUsage(cpu);
    cpus.push((user + system) / count);
  }
  return { rate: spreadOf(rates), cpu: spreadOf(cpus) };
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? 0;
  return { median: at(sorted.length >> 1), least: at(0), most: at(sorted.length - 1) };
}

/** `1,234 (1,100–1,300)`. */
export function shown({ median, least, most }: Spread): string {
  const number = (value: number) =>
    value >= 100
      ? Math.round(value).toLocaleString('en')
      : value.toLocaleString('en', { maximumSignificantDigits: 3 });
  return `${number(median)} (${number(least)}–${number(most)})`;
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
