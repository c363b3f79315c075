import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../src/ports/log.ts';
import { type Holder, StoreLocked } from '../../src/ports/store.ts';
import type { StandBy } from '../registration.ts';
import type { Held } from './batch.ts';
import { isPassing, type Line } from './connection.ts';
import { SLOTS } from './slot.ts';
import type { statements } from './sql.ts';

/** What holds the slots of a schema, and for whom. */
export interface LeaseParts {
  readonly line: Line;
  readonly sql: ReturnType<typeof statements>;
  /** Never the same twice. */
  readonly owner: string;
  /** What people call this process. */
  readonly name: string;
  /** How long it holds after the last renewal, ms. */
  readonly ttl: number;
  readonly log: Log;
}

/** How often within its time a lease is renewed, and looked at by those who wait. */
const RENEWALS = 3;
const LOOKS = 10;
/** The last part of its time is left to differences between clocks, and to what is under way. */
const TRUSTED = 0.8;

/**
 * All slots of a schema, held by this process until it gives them back or does not renew them in
 * time. The clock of the database decides; whoever takes a slot raises its epoch, and a commit
 * under an older epoch is refused by the database itself.
 */
export class Lease {
  /** What is held of each slot. */
  readonly held: Map<number, Held>;
  readonly holder: Holder;
  private readonly parts: LeaseParts;
  private readonly onLost: () => void;
  private trustedUntil: number;
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  private constructor(parts: LeaseParts, taken: Taken, onLost: () => void) {
    this.parts = parts;
    this.held = taken.held;
    this.onLost = onLost;
    this.holder = { name: parts.name, since: Date.now() };
    this.trustedUntil = taken.asked + parts.ttl * TRUSTED;
    this.plan(parts.ttl / RENEWALS);
  }

  /**
   * Takes all slots; where another process holds them, waits for them, or without `standBy`
   * @throws StoreLocked
   */
  static async take(
    parts: LeaseParts,
    onLost: () => void,
    standBy: Pick<StandBy, 'waiting' | 'signal'> | undefined,
  ): Promise<Lease> {
    let told: string | undefined;
    for (;;) {
      const taken = await takeAll(parts).catch((error: unknown) => {
        if (standBy === undefined || !isPassing(error)) throw error;
        return undefined;
      });
      if (taken !== undefined) return new Lease(parts, taken, onLost);
      const holder = await holderOf(parts).catch(() => undefined);
      if (standBy === undefined) throw locked(holder?.name ?? '?');
      if (holder !== undefined && told !== holder.name) standBy.waiting(holder);
      told = holder?.name ?? told;
      await pause(parts.ttl / LOOKS, undefined, standBy.signal ? { signal: standBy.signal } : {});
    }
  }

  /** Whether nobody else can hold the slots yet. */
  get isTrusted(): boolean {
    return !this.isOver && performance.now() < this.trustedUntil;
  }

  /** It is known that another process holds a slot. */
  lose(): void {
    if (this.isOver) return;
    this.stop();
    this.onLost();
  }

  /** Gives all slots back, so that whoever waits has them at once. */
  async release(): Promise<void> {
    if (this.isOver) return;
    this.stop();
    const { line, sql, owner, log } = this.parts;
    // Without it they are free when their time is over.
    await line.ask(sql.release, [owner]).catch((error: unknown) => {
      log.error('store.not-released', error);
    });
  }

  private stop(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  private plan(ms: number): void {
    this.timer = setTimeout(() => void this.renew(), ms);
    this.timer.unref();
  }

  private async renew(): Promise<void> {
    const { line, sql, owner, ttl, log } = this.parts;
    const asked = performance.now();
    try {
      const renewed = await line.ask(sql.renew, [owner, ttl]);
      if (this.isOver) return;
      if (renewed.length < SLOTS) return this.lose();
      this.trustedUntil = asked + ttl * TRUSTED;
      this.plan(ttl / RENEWALS);
    } catch (error) {
      if (this.isOver) return;
      log.error('store.not-renewed', error);
      this.plan(ttl / LOOKS);
    }
  }
}

interface Taken {
  readonly held: Map<number, Held>;
  /** When it was asked for, by the clock that only grows. */
  readonly asked: number;
}

/** @returns undefined where somebody holds a slot. */
async function takeAll({ line, sql, owner, name, ttl }: LeaseParts): Promise<Taken | undefined> {
  const asked = performance.now();
  const rows = await line.ask<Record<'slot' | 'epoch' | 'seq', string>>(sql.take, [
    owner,
    name,
    ttl,
  ]);
  if (rows.length < SLOTS) {
    if (rows.length > 0) await line.ask(sql.release, [owner]);
    return undefined;
  }
  const held = rows.map(
    ({ slot, epoch, seq }) => [Number(slot), { epoch: Number(epoch), seq: Number(seq) }] as const,
  );
  return { held: new Map(held), asked };
}

/** Who holds the slots now. */
async function holderOf({
  line,
  sql,
}: Pick<LeaseParts, 'line' | 'sql'>): Promise<Holder | undefined> {
  const [row] = await line.ask<{ name: string; since: string }>(sql.holder);
  return row && { name: row.name, since: Number(row.since) };
}

function locked(name: string): StoreLocked {
  return new StoreLocked({
    zh: `数据库正被「${name}」用着。请先停掉那一个，或者等它交出来`,
    en: `The database is in use by "${name}". Stop that one first, or wait until it lets go.`,
  });
}
