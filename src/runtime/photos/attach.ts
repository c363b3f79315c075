import { type Delivery, type Loss, type Photo, photos } from '../../core/records.ts';
import { inLanguage, type Language, type Text } from '../../core/text.ts';
import type { Attachment } from '../../ports/chat.ts';
import { inTime } from '../in-time.ts';
import type { OutboxContext } from '../outbox/context.ts';
import { texts } from '../texts.ts';

/** An answer waits so long for its photos, ms. */
const WAITS = 10_000;

type Named = NonNullable<Delivery['photos']>[number];

/**
 * Resolves when the photos of a message have been tried to be fetched, or whoever asked should not
 * wait any longer.
 * @returns whether what became of each is known.
 */
export async function arrived(
  context: OutboxContext,
  partition: string,
  named: readonly Named[],
): Promise<boolean> {
  const arriving = named.flatMap(
    ({ photo }) => context.arriving.get(photoKey(partition, photo)) ?? [],
  );
  if (arriving.length > 0) await inTime(Promise.all(arriving), WAITS, context.clock, () => []);
  return context.partitions.transact(partition, ({ records }) =>
    named.every(({ photo }) => records.get(photos, photo)?.state !== 'wanted'),
  );
}

/** By which a photo that is being fetched is known. */
export function photoKey(partition: string, photo: string): string {
  return `${partition}\n${photos.name}\n${photo}`;
}

/** The photos of a message, read now; what cannot be shown is said in words. */
export async function attached(
  context: OutboxContext,
  partition: string,
  named: readonly Named[],
  language: Language,
): Promise<{ readonly attachments: readonly Attachment[]; readonly remarks: readonly string[] }> {
  const attachments: Attachment[] = [];
  const missing: (Loss | 'coming')[] = [];
  for (const { photo, caption } of named) {
    const one = await context.partitions.transact(partition, ({ records }) =>
      records.get(photos, photo),
    );
    const bytes = one?.state === 'kept' ? await read(context, partition, one) : undefined;
    if (one?.state === 'kept' && bytes !== undefined)
      attachments.push({
        kind: 'photo',
        name: `photo-${attachments.length + 1}.${one.kind}`,
        bytes,
        caption,
      });
    else
      missing.push(one?.state === 'wanted' ? 'coming' : one?.state === 'lost' ? one.why : 'gone');
  }
  return { attachments, remarks: remarksOn(missing).map((text) => inLanguage(text, language)) };
}

/** A file that cannot be read keeps nobody from the words. */
async function read(
  { blobs, log }: OutboxContext,
  partition: string,
  { file }: Extract<Photo, { state: 'kept' }>,
) {
  const bytes = await blobs
    .get(partition, file)
    .catch((error: unknown) => log.error('a file cannot be read', error));
  if (bytes === undefined) log.warn('a file is gone or damaged', { file });
  return bytes ?? undefined;
}

function remarksOn(missing: readonly (Loss | 'coming')[]): readonly Text[] {
  return [...new Set(missing)].map((why) => {
    const count = missing.filter((one) => one === why).length;
    return why === 'coming' ? texts.photosComing(count) : texts.photosMissing(count, why);
  });
}
