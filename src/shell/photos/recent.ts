import { addressKey } from '../../core/records.ts';
import type { Address, Incoming } from '../../ports/chat.ts';

/** How long a photo waits for the words it belongs to, ms. */
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
  return photos.map((handle) => ({ id: `${address.platform}:${handle}`, handle, from: address, message: id }));
}

/** Photos that somebody sent lately, so that `小结 E7` after them finds them. In memory only. */
export class RecentPhotos {
  private readonly photos = new Map<string, { readonly photo: SentPhoto; readonly at: number }[]>();

  note(incoming: Incoming, now: number): void {
    if (incoming.photos.length === 0) return;
    const key = keyOf(incoming);
    const kept = (this.photos.get(key) ?? []).filter(({ at }) => now - at <= KEPT);
    this.photos.delete(key);
    this.photos.set(key, [...kept, ...photosIn(incoming).map((photo) => ({ photo, at: now }))].slice(-20));
    for (const oldest of this.photos.keys()) {
      if (this.photos.size <= MOST_SENDERS && this.allFresh(oldest, now)) break;
      this.photos.delete(oldest);
    }
  }

  of(incoming: Incoming, now: number): readonly SentPhoto[] {
    const kept = this.photos.get(keyOf(incoming)) ?? [];
    return kept.filter(({ at }) => now - at <= KEPT).map(({ photo }) => photo);
  }

  /** They have found the words they belong to. */
  forget(incoming: Incoming): void {
    this.photos.delete(keyOf(incoming));
  }

  private allFresh(key: string, now: number): boolean {
    return this.photos.get(key)?.every(({ at }) => now - at <= KEPT) ?? false;
  }
}

function keyOf({ address, sender }: Incoming): string {
  return `${addressKey(address)}\n${sender.id}`;
}
