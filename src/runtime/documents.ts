import { inLanguage, plain, type Text } from '../core/text.ts';
import { languageAt, render } from '../identity/people/index.ts';
import type { Address, Attachment } from '../ports/chat.ts';
import { documentEndings } from '../ports/documents.ts';
import { viewContextOf } from './decision-context.ts';
import type { RuntimeParts } from './parts.ts';
import { texts } from './texts.ts';

type Parts = Pick<RuntimeParts, 'partitions' | 'documents' | 'maker' | 'clock' | 'log'>;

/**
 * The files that go with a message, as they are called and as things stand now. One that cannot be
 * made is said to be missing, and the rest is sent.
 */
export async function madeDocuments(
  { partitions, documents, maker, clock, log }: Parts,
  partition: string,
  names: readonly string[],
  to: Address,
): Promise<{ readonly attachments: readonly Attachment[]; readonly remarks: readonly string[] }> {
  const attachments: Attachment[] = [];
  const remarks: string[] = [];
  for (const full of names) {
    const { found, language } = await partitions.transact(partition, ({ records }) => {
      const [name = '', id = ''] = full.split(/:(.*)/s);
      const write = (text: Text | string) =>
        render(typeof text === 'string' ? plain(text) : text, to, records);
      const context = viewContextOf(records, clock.now());
      return {
        found: documents.get(name)?.content(id, write, context),
        language: languageAt(to, records),
      };
    });
    if (found === undefined) continue;
    const { kind } = found.content;
    try {
      const bytes = await maker.make(found.content);
      const isPicture = documentEndings[kind] === 'png';
      attachments.push({
        kind: isPicture ? 'photo' : 'document',
        name: `${found.name}.${documentEndings[kind]}`,
        bytes,
      });
    } catch (error) {
      log.error('a file could not be made', error, { document: full });
      remarks.push(inLanguage(texts.noDocument, language));
    }
  }
  return { attachments, remarks };
}
