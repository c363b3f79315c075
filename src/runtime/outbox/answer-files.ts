import type { Delivery } from '../../core/records.ts';
import type { Language } from '../../core/text.ts';
import type { Attachment } from '../../ports/chat.ts';
import { calendarAttachment } from '../calendar-file.ts';
import { madeDocuments } from '../documents.ts';
import { ownRecords } from '../own-records.ts';
import { attached } from '../photos/attach.ts';
import type { OutboxContext } from './context.ts';
import type { WorkCard } from './work-card.ts';

/** What goes with an answer, and what is to be said of what cannot. */
interface Files {
  readonly attachments: readonly Attachment[];
  readonly remarks: readonly string[];
}

const NONE: Files = { attachments: [], remarks: [] };

/** The files of an answer, as things stand now. Where they take long, a card says how far it is. */
export async function filesOf(
  context: OutboxContext,
  partition: string,
  one: Delivery,
  language: Language,
  work: WorkCard,
): Promise<Files> {
  const { photos, calendar, own, documents = [], to } = one;
  const shown = photos ? await attached(context, partition, photos, language) : NONE;
  const days = calendar ? [await calendarAttachment(calendar, partition, one.at)] : [];
  const records = own === undefined ? [] : [await ownOf(context, partition, own)];
  const progress = work.begin(one, language);
  const made = await madeDocuments(context, partition, documents, to, progress);
  await work.end();
  return {
    attachments: [...shown.attachments, ...days, ...records, ...made.attachments],
    remarks: [...shown.remarks, ...made.remarks],
  };
}

/** Made now, and never kept: the file would be one more place in which they stand. */
function ownOf(
  { partitions, features, clock }: OutboxContext,
  partition: string,
  person: string,
): Promise<Attachment> {
  return partitions.transact(partition, ({ records }) =>
    ownRecords(person, features, records, clock.now()),
  );
}
