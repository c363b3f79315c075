import type { Clock } from '../ports/clock.ts';

/**
 * What is known of each key, for as long as it is asked for. What nobody asks for is forgotten
 * after one to two spans, all of it at once: an access never walks over the others.
 */
export class Lately<Value> {
  private readonly span: number;
  private readonly clock: Pick<Clock, 'elapsed'>;
  private since: number;
  private recent = new Map<string, Value>();
  private before = new Map<string, Value>();

  /** @param span how long a value is kept at least, ms */
  constructor(span: number, clock: Pick<Clock, 'elapsed'>) {
    this.span = span;
    this.clock = clock;
    this.since = clock.elapsed();
  }

  get(key: string): Value | undefined {
    this.turn();
    const value = this.recent.get(key) ?? this.before.get(key);
    if (value !== undefined) this.recent.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.turn();
    this.recent.set(key, value);
  }

  /** How many keys are held: for tests of growth. */
  get size(): number {
    return new Set([...this.recent.keys(), ...this.before.keys()]).size;
  }

  private turn(): void {
    const now = this.clock.elapsed();
    const age = now - this.since;
    if (age < this.span) return;
    this.before = age < 2 * this.span ? this.recent : new Map();
    this.recent = new Map();
    this.since = now;
  }
}
