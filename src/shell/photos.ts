import { addressKey } from '../core/records.ts';
import type { Incoming } from '../ports/chat.ts';

/** How long a photo waits for the words it belongs to, ms. */
const KEPT = 3 * 60_000;
const MOST_SENDERS = 5_000;

/** Photos that somebody sent lately, so that `小结 E7` after them finds them. In memory only. */
export class RecentPhotos {
  private readonly photos = new Map<string, { readonly photo: string; readonly at: number }[]>();

  note({ address, sender, photos }: Incoming, now: number): void {
    if (photos.length === 0) return;
    const key = keyOf(address, sender.id);
    const kept = (this.photos.get(key) ?? []).filter(({ at }) => now - at <= KEPT);
    this.photos.delete(key);
    this.photos.set(key, [...kept, ...photos.map((photo) => ({ photo, at: now }))].slice(-20));
    for (const oldest of this.photos.keys()) {
      if (this.photos.size <= MOST_SENDERS && this.allFresh(oldest, now)) break;
      this.photos.delete(oldest);
    }
  }

  of({ address, sender }: Incoming, now: number): readonly string[] {
    const kept = this.photos.get(keyOf(address, sender.id)) ?? [];
    return kept.filter(({ at }) => now - at <= KEPT).map(({ photo }) => photo);
  }

  /** They have found the words they belong to. */
  forget({ address, sender }: Incoming): void {
    this.photos.delete(keyOf(address, sender.id));
  }

  private allFresh(key: string, now: number): boolean {
    return this.photos.get(key)?.every(({ at }) => now - at <= KEPT) ?? false;
  }
}

function keyOf(address: Incoming['address'], sender: string): string {
  return `${addressKey(address)}\n${sender}`;
}
