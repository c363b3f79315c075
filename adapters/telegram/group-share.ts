const MINUTE = 60_000;
/** One message a second; so many may go at once after a pause. */
const APART = 1_000;
const BURST = 3;
/** Of a group's messages so many are kept for what nobody waits for: a card, a notice. */
const KEPT_FOR_CARDS = 4;
/** And so many for answers; a busy card alone would take them all. */
const RESERVED_FOR_REPLIES = 5;

/** A message that may go, is on its way, or was taken within the last minute. */
interface Slot {
  readonly urgent: boolean;
  /** When it was given; later, when the message was taken. */
  at: number;
  taken: boolean;
}

/** What Telegram takes for one group: a number a minute, and one a second with short bursts. */
export class GroupShare {
  private readonly perMinute: number;
  private slots: Slot[] = [];
  /** When the next message would be due at one a second. */
  private nextDue = Number.NEGATIVE_INFINITY;

  constructor(perMinute: number) {
    this.perMinute = perMinute;
  }

  /** How many answers a minute a group takes. */
  static mostUrgent(perMinute: number): number {
    return Math.max(1, perMinute - KEPT_FOR_CARDS);
  }

  /** How long no message of this kind may go, ms. */
  closed(urgent: boolean, now: number): number {
    this.forget(now);
    const tooSoon = this.nextDue - (BURST - 1) * APART - now;
    const own = this.slots.filter((slot) => slot.urgent === urgent);
    const most = urgent
      ? GroupShare.mostUrgent(this.perMinute)
      : Math.max(1, this.perMinute - RESERVED_FOR_REPLIES);
    const full = Math.max(untilFree(this.slots, this.perMinute), untilFree(own, most)) - now;
    return Math.max(0, tooSoon, full);
  }

  /** How many answers may still go within this minute. */
  room(now: number): number {
    this.forget(now);
    const own = this.slots.filter(({ urgent }) => urgent).length;
    const left = GroupShare.mostUrgent(this.perMinute) - own;
    return Math.max(0, Math.min(left, this.perMinute - this.slots.length));
  }

  /** One message may go. */
  give(urgent: boolean, now: number): void {
    this.slots.push({ urgent, at: now, taken: false });
    this.nextDue = Math.max(this.nextDue, now) + APART;
  }

  /** Counted from when Telegram has it: what was given early and taken late lasts for longer. */
  taken(now: number): void {
    const slot = this.slots.find((one) => !one.taken);
    if (slot === undefined) return;
    slot.taken = true;
    slot.at = now;
    this.slots.sort((one, other) => one.at - other.at);
  }

  givenBack(): void {
    const at = this.slots.findIndex((one) => !one.taken);
    if (at < 0) return;
    this.slots.splice(at, 1);
    this.nextDue -= APART;
  }

  /** Whether nothing has gone there lately. */
  isWhole(now: number): boolean {
    this.forget(now);
    return this.slots.length === 0 && this.nextDue <= now;
  }

  private forget(now: number): void {
    this.slots = this.slots.filter(({ at }) => at > now - MINUTE);
  }
}

/** When one of these, of which at most so many may lie within a minute, falls out of it. */
function untilFree(slots: readonly Slot[], most: number): number {
  const first = slots[slots.length - most];
  return first === undefined ? Number.NEGATIVE_INFINITY : first.at + MINUTE;
}
