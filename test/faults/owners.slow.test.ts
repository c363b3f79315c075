import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DATABASE, Schema, withoutDatabase } from '../support/postgres.ts';
import { until } from '../support/until.ts';

/** How often whoever works is killed, and frozen; `FAULTS_TIMES=4` is an hour's worth. */
const TIMES = Number(process.env['FAULTS_TIMES'] ?? 1);
const KILLS = 24 * TIMES;
const FREEZES = 26 * TIMES;
const LEASE = 500;
const SENDERS = 24;
const PARTITIONS = 12;
/** Whoever has not been answered asks again, ms. */
const AGAIN = 400;
/** So many are answered between two faults. */
const BETWEEN = 70;

/** Three processes with the same settings; each is started again when it ends. */
class Members {
  readonly children: ChildProcess[] = [];
  works: ChildProcess | undefined;
  heard: (answer: { readonly id: string; readonly number: number }) => void = () => {};
  private readonly schema: string;
  private isOver = false;

  constructor(schema: string) {
    this.schema = schema;
    for (const name of ['left', 'middle', 'right']) this.start(name);
  }

  private start(name: string): void {
    const given = [DATABASE, this.schema, String(LEASE), name];
    const child = fork(join(import.meta.dirname, 'owners.child.ts'), given, { stdio: 'inherit' });
    this.children.push(child);
    child.on('message', (message: 'works' | { id: string; number: number }) => {
      if (message === 'works') this.works = child;
      else this.heard(message);
    });
    // What it is told while it ends is told again.
    child.on('error', () => {});
    child.once('exit', () => {
      this.children.splice(this.children.indexOf(child), 1);
      if (this.works === child) this.works = undefined;
      if (!this.isOver) this.start(name);
    });
  }

  async end(): Promise<void> {
    this.isOver = true;
    const ended = [...this.children].map((child) => once(child, 'exit'));
    for (const child of [...this.children]) child.kill('SIGKILL');
    await Promise.all(ended);
  }
}

describe.skipIf(withoutDatabase)('with a server', () => {
  test('three processes, killed and frozen fifty times: nothing is lost, nothing is twice', {
    timeout: TIMES * 600_000,
  }, async () => {
    const schema = new Schema();
    onTestFinished(() => schema.remove());
    await (await schema.open()).close();
    const members = new Members(schema.name);
    onTestFinished(() => members.end());
    const told = new Map<string, number>();
    const waiting = new Map<string, () => void>();
    const contradictions: string[] = [];
    members.heard = ({ id, number }) => {
      const before = told.get(id) ?? number;
      if (before !== number) contradictions.push(`${id}: ${before}, ${number}`);
      told.set(id, number);
      waiting.get(id)?.();
    };
    let isOver = false;
    let said = 0;
    const speak = async () => {
      while (!isOver) {
        const id = `${said++}`;
        const partition = `p${Number(id) % PARTITIONS}`;
        const answered = new Promise<void>((resolve) => waiting.set(id, resolve));
        while (!told.has(id)) {
          const { works } = members;
          if (works?.connected) works.send({ partition, id }, () => {});
          await Promise.race([answered, pause(AGAIN)]);
        }
        waiting.delete(id);
        await pause(1);
      }
    };
    const senders = Array.from({ length: SENDERS }, speak);
    const goesOn = () => {
      const before = told.size;
      return until(() => told.size >= before + BETWEEN, 'people are answered', 60_000);
    };
    const faults = [
      ...Array.from({ length: KILLS }, () => 'kill' as const),
      ...Array.from({ length: FREEZES }, () => 'freeze' as const),
    ].map((fault, at) => ({ fault, turn: (at * 7) % (KILLS + FREEZES) }));
    for (const { fault } of faults.toSorted((one, other) => one.turn - other.turn)) {
      await goesOn();
      const holder = members.works as ChildProcess;
      const ends = once(holder, 'exit');
      holder.kill(fault === 'kill' ? 'SIGKILL' : 'SIGSTOP');
      if (fault === 'freeze') {
        await until(() => members.works !== holder, 'another one works', 60_000);
        await goesOn();
        holder.kill('SIGCONT');
      }
      await ends;
    }
    await goesOn();
    isOver = true;
    await Promise.all(senders);
    await members.end();

    const reader = await schema.open({ standBy: { waiting: () => {}, lost: () => {} } });
    const found = new Map<string, number>();
    for (const partition of await reader.partitions()) {
      const content = await reader.load(partition);
      const decided = content.get('decided') ?? [];
      const numbers = decided.map(({ number }) => Number(number)).toSorted((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(content.get('counter')?.[0]?.['number']).toBe(decided.length);
      for (const { id, number } of decided) found.set(id, Number(number));
    }
    expect(contradictions).toEqual([]);
    expect(found).toEqual(told);
    expect(told.size).toBeGreaterThan((KILLS + FREEZES) * BETWEEN);
    const counts = `${told.size} decisions, ${KILLS} kills, ${FREEZES} freezes`;
    process.stdout.write(`${counts}: 0 lost, 0 doubled\n`);
  });
});
