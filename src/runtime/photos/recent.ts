import { addressKey } from '../../core/records.ts';
import type { Address, Incoming } from '../../ports/chat.ts';

/** How long photos and the words they belong to wait for each other, ms. */
const KEPT = 3 * 60_000;
const MOST_SENDERS = 5_000;
const MOST_OF_ONE = 20;
/** A number alone. */
const NUMBER = /^\s*[#＃]?\d{1,6}\s*$/;

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
 * What somebody sent lately in a chat, so that what follows finds it: photos, and numbers alone, to
 * which photos belong that come behind them. In memory only.
 */
export class RecentlySent {
  private readonly photos = new Recent<SentPhoto>();
  private readonly numbers = new Recent<string>();

  /** Notes a message, whether it is for the bot or not. */
  note(incoming: Incoming, now: number): void {
    if (incoming.photos.length > 0) this.photos.note(incoming, photosIn(incoming), now);
    else if (NUMBER.test(incoming.text)) this.numbers.note(incoming, [incoming.text], now);
  }

  photosOf(incoming: Incoming, now: number): readonly SentPhoto[] {
    return this.photos.sent.size === 0 ? [] : this.photos.of(incoming, now);
  }

  numberOf(incoming: Incoming, now: number): string | undefined {
    return this.numbers.of(incoming, now).at(-1);
  }

  /** The photos have found what they belong to. */
  forgetPhotos(incoming: Incoming): void {
    this.photos.sent.delete(keyOf(incoming));
  }
}

class Recent<T> {
  readonly sent = new Map<string, { readonly what: T; readonly at: number }[]>();

  note(incoming: Incoming, what: readonly T[], now: number): void {
    const key = keyOf(incoming);
    const kept = (this.sent.get(key) ?? []).filter(({ at }) => now - at <= KEPT);
    this.sent.delete(key);
    const all = [...kept, ...what.map((one) => ({ what: one, at: now }))];
    this.sent.set(key, all.slice(-MOST_OF_ONE));
    for (const oldest of this.sent.keys()) {
      if (this.sent.size <= MOST_SENDERS && this.allFresh(oldest, now)) break;
      this.sent.delete(oldest);
    }
  }

  of(incoming: Incoming, now: number): readonly T[] {
    const kept = this.sent.get(keyOf(incoming)) ?? [];
    return kept.filter(({ at }) => now - at <= KEPT).map(({ what }) => what);
  }

  private allFresh(key: string, now: number): boolean {
    return this.sent.get(key)?.every(({ at }) => now - at <= KEPT) ?? false;
  }
}

function keyOf({ address, sender }: Incoming): string {
  return `${addressKey(address)}\n${sender.id}`;
}
