import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../src/ports/log.ts';
import {
  type Change,
  CommitFailed,
  type Holding,
  type PartitionContent,
  type Store,
  StoreDamaged,
} from '../../src/ports/store.ts';
import { type Edit, editOf } from '../durable/edit.ts';
import { type Batch, batchOf } from './batch.ts';
import { codeOf, connect, isPassing, type Line } from './connection.ts';
import { type Commit, Lane } from './lane.ts';
import type { Lease } from './lease.ts';
import { contentOf, partitionsIn, placeIn } from './read.ts';
import { Silence } from './silence.ts';
import { NOT_AS_THOUGHT, type statements } from './sql.ts';

export interface PostgresParts {
  readonly url: string;
  readonly schema: string;
  readonly sql: ReturnType<typeof statements>;
  /** What commits go through. */
  readonly commits: Line;
  /** What is read through. */
  readonly reads: Line;
  readonly lease: Lease;
  readonly log: Log;
  /** Lets go of all connections. */
  readonly hangUp: () => Promise<void>;
  readonly beforeCommit?: () => void;
}

/** What is not answered is asked again after so long, ms. */
const ASK_AGAIN = 250;
/** Whoever closes the store waits no longer for a database that does not answer, ms. */
const GRACE = 5_000;
/** The table is written anew; nobody is kept waiting longer by what reads it, ms. */
const REWRITES_WITHIN = 30 * 60_000;
const WAITS_FOR_READERS = 5_000;

/** The store over a schema whose slots this process holds. */
export class PostgresStore implements Store {
  /** What is durable lies where it stays. */
  readonly unsettledSince = undefined;
  private readonly parts: PostgresParts;
  private readonly silence = new Silence();
  private readonly lane = new Lane((edits) => this.write(edits));
  /** How many edits were ever kept. */
  private last: number;
  private closing: Promise<void> | undefined;
  private giveUpAt = Number.POSITIVE_INFINITY;
  private unusable: Error | undefined;

  constructor(parts: PostgresParts) {
    this.parts = parts;
    this.last = [...parts.lease.held.values()].reduce((sum, { seq }) => sum + seq, 0);
  }

  get holding(): Holding {
    const { holder, isTrusted } = this.parts.lease;
    return { ...holder, isTrusted };
  }

  async partitions(): Promise<readonly string[]> {
    const { reads, sql } = this.usable;
    return this.patiently(() => partitionsIn(reads, sql));
  }

  async load(partition: string): Promise<PartitionContent> {
    const { reads, sql, schema } = this.usable;
    return this.patiently(() => contentOf(reads, sql, schema, partition));
  }

  placeOf(...record: Parameters<Store['placeOf']>): string {
    return placeIn(this.parts.schema, ...record);
  }

  /** Here nothing is only written: the next statement takes it along. */
  async commit(changes: readonly Change[]): Promise<number> {
    return this.lane.add(this.prepared(changes));
  }

  async erase(): Promise<void> {
    const { sql, url } = this.usable;
    await this.commit([]);
    const connection = await connect(url, REWRITES_WITHIN);
    try {
      await connection.ask(`SET lock_timeout = ${WAITS_FOR_READERS}`);
      await connection.ask(sql.sweep);
      await connection.ask(sql.rewrite);
    } finally {
      await connection.end();
    }
  }

  async recover(partitions?: ReadonlySet<string>): Promise<void> {
    void this.usable;
    await this.lane.accept(partitions);
    void this.usable;
  }

  get unansweredFor(): number | undefined {
    return this.silence.lasting;
  }

  close(): Promise<void> {
    this.closing ??= this.letGo();
    return this.closing;
  }

  /** Another process has the slots: what is in memory here is of the past. */
  lose(error: Error): void {
    this.unusable ??= error;
    this.lane.close(new CommitFailed(error.message, { cause: error }));
  }

  private prepared(changes: readonly Change[]): Commit {
    const partitions = new Set(changes.map(({ partition }) => partition));
    try {
      return { edits: changes.map(editOf), partitions };
    } catch (error) {
      this.lane.refuse(partitions, error);
      throw error;
    }
  }

  private async write(edits: readonly Edit[]): Promise<number> {
    if (edits.length === 0) return this.last;
    const { lease } = this.parts;
    const batch = batchOf(edits, lease.held);
    this.silence.begin();
    try {
      while (!(await this.isKept(batch))) await pause(ASK_AGAIN);
    } finally {
      this.silence.end();
    }
    for (const { slot, epoch, seq, edits: count } of batch.steps)
      lease.held.set(slot, { epoch, seq: seq + count });
    this.last += edits.length;
    return this.last;
  }

  /**
   * Tries a batch once. What the database did when no answer came is asked of it: the number of
   * each slot tells. @returns whether it is kept. @throws where it certainly is not.
   */
  private async isKept(batch: Batch): Promise<boolean> {
    const { commits, sql, beforeCommit, log } = this.parts;
    try {
      beforeCommit?.();
      await commits.ask(sql.commit, batch.values);
      return true;
    } catch (error) {
      if (codeOf(error) !== NOT_AS_THOUGHT && !isPassing(error)) throw error;
      log.warn('store.unanswered', { code: codeOf(error) });
      return this.wasKept(batch);
    }
  }

  private async wasKept({ steps }: Batch): Promise<boolean> {
    const { commits, sql, lease } = this.parts;
    const rows = await this.patiently(() =>
      commits.ask<Record<'slot' | 'epoch' | 'seq', string>>(sql.standing, [
        steps.map(({ slot }) => slot),
      ]),
    );
    const standing = new Map(rows.map((row) => [Number(row.slot), row]));
    const areAll = (edits: 0 | 1) =>
      steps.every((step) => {
        const row = standing.get(step.slot);
        const seq = step.seq + edits * step.edits;
        return Number(row?.epoch) === step.epoch && Number(row?.seq) === seq;
      });
    if (areAll(1)) return true;
    if (areAll(0)) return false;
    lease.lose();
    throw new Error('another process has taken the slots');
  }

  /** Asks until the database answers, or the store has been closed for a while. */
  private async patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!isPassing(error) || performance.now() > this.giveUpAt) throw error;
        await pause(ASK_AGAIN);
      }
    }
  }

  private async letGo(): Promise<void> {
    const { lease, hangUp } = this.parts;
    this.lane.close(new CommitFailed('The store is closed.'));
    this.giveUpAt = performance.now() + GRACE;
    await this.lane.idle();
    this.unusable ??= new Error('The store is closed.');
    await lease.release();
    await hangUp();
  }

  private get usable(): PostgresParts {
    if (this.unusable) throw this.unusable;
    return this.parts;
  }
}

/** What whoever runs the bot reads when another process has taken over. */
export function overtaken(): StoreDamaged {
  return new StoreDamaged({
    zh: '这个进程停顿太久，另一个已经接手。什么都没丢；重新启动后它就在旁边等着',
    en: 'This process was silent for too long, and another one has taken over. Nothing is lost; started again it waits beside it.',
  });
}
