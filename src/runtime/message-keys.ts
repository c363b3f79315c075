import { z } from 'zod';
import { collection, put } from '../core/collection.ts';
import { keyedHash } from '../core/hmac.ts';
import type { Incoming } from '../ports/chat.ts';
import type { Random } from '../ports/clock.ts';
import type { Partitions } from './partitions.ts';

/** The key by which the ids of messages are hashed; one record, `messages`, in the directory. */
export const hashKeys = collection(
  'hash-keys',
  z.object({ id: z.literal('messages'), key: z.string() }),
);

/** Platform, account, chat and message, as one text: the same when a platform repeats a message. */
export function plainKey({ address, id }: Incoming): string {
  return JSON.stringify([address.platform, address.account, address.kind, address.chat, id]);
}

/**
 * The ids by which messages are remembered as handled, and named by what they changed. In private
 * they would tell who spoke, so they are keyed hashes.
 */
export class MessageKeys {
  private readonly partitions: Pick<Partitions, 'directory' | 'rememberInDirectory'>;
  private readonly random: Random;
  /** While nothing can be kept. */
  private spare: string | undefined;

  constructor(parts: {
    partitions: Pick<Partitions, 'directory' | 'rememberInDirectory'>;
    random: Random;
  }) {
    this.partitions = parts.partitions;
    this.random = parts.random;
  }

  /** Makes the key where there is none. */
  prepare(): void {
    this.key();
  }

  of(incoming: Incoming): string {
    return this.hash(plainKey(incoming));
  }

  /** What stands for a text that tells of a chat. */
  hash(text: string): string {
    return keyedHash(this.key(), text);
  }

  private key(): string {
    const known = this.partitions.directory.get(hashKeys, 'messages')?.key;
    if (known !== undefined) return known;
    this.spare ??= this.random.newId() + this.random.newId() + this.random.newId();
    const made = put(hashKeys, { id: 'messages', key: this.spare });
    // What is committed after it is durable after it; where this fails nothing else is kept either.
    this.partitions.rememberInDirectory([made]).catch(() => {});
    return this.spare;
  }
}
