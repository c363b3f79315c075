import { addressKey } from '../../core/records.ts';
import type { Address, Incoming } from '../../ports/chat.ts';

/** How long photos and the words they belong to wait for each other, ms. */
const KEPT = 3 * 60_000;
const MOST_SENDERS = 5_000;

/** A photo that somebody sent, and the message that brought it. */
export interface SentPhoto {
  /** By which records name it; the same when it is sent again. */
  readonly id: string;
  /** What its platform knows it by. */
  readonly handle: string;
  readonly from: Address;
  readonly message: string;
}

/** The photos of a message. */
export function photosIn({ address, id, photos }: Incoming): readonly SentPhoto[] {
  return photos.map((handle) => ({
    id: `${address.platform}:${handle}`,
    handle,
    from: address,
    message: id,
  }));
}

/**
 * What somebody sent lately in a place, so that what follows finds it: photos, a number. In memory
 * only.
 */
export class Recent<T> {
  private readonly sent = new Map<string, { readonly what: T; readonly at: number }[]>();

  note(incoming: Incoming, what: readonly T[], now: number): void {
    if (what.length === 0) return;
    const key = keyOf(incoming);
    const kept = (this.sent.get(key) ?? []).filter(({ at }) => now - at <= KEPT);
    this.sent.delete(key);
    this.sent.set(key, [...kept, ...what.map((one) => ({ what: one, at: now }))].slice(-20));
    for (const oldest of this.sent.keys()) {
      if (this.sent.size <= MOST_SENDERS && this.allFresh(oldest, now)) break;
      this.sent.delete(oldest);
    }
  }

  of(incoming: Incoming, now: number): readonly T[] {
    const kept = this.sent.get(keyOf(incoming)) ?? [];
    return kept.filter(({ at }) => now - at <= KEPT).map(({ what }) => what);
  }

  /** It has found what it belongs to. */
  forget(incoming: Incoming): void {
    this.sent.delete(keyOf(incoming));
  }

  private allFresh(key: string, now: number): boolean {
    return this.sent.get(key)?.every(({ at }) => now - at <= KEPT) ?? false;
  }
}

function keyOf({ address, sender }: Incoming): string {
  return `${addressKey(address)}\n${sender.id}`;
}
