import { put } from '../core/collection.ts';
import type { Outcome } from '../core/outcome.ts';
import { handled } from '../core/records.ts';
import { inLanguage } from '../core/text.ts';
import { languageAt } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';

/** Erases who speaks. Nothing is remembered of the message but that it was handled. */
export async function eraseSpeaker(
  { person, farewell }: NonNullable<Outcome['erase']>,
  { address, at, id }: Incoming,
  partition: Partition,
  message: string,
  { erasure, outbox }: Pick<RuntimeParts, 'erasure' | 'outbox'>,
): Promise<void> {
  const text = inLanguage(farewell, languageAt(address, partition.records));
  const { platform } = address;
  await erasure.erase(person, partition, { source: 'chat', platform }, [
    put(handled, { id: message, at }),
  ]);
  outbox.sayNow(address, text, { answers: id });
}
