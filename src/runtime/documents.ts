import { inLanguage, plain, type Text } from '../core/text.ts';
import { languageAt, render } from '../identity/people/index.ts';
import type { Address, Attachment } from '../ports/chat.ts';
import { type DocumentContent, documentEndings } from '../ports/documents.ts';
import { viewContextOf } from './decision-context.ts';
import type { RuntimeParts } from './parts.ts';
import { texts } from './texts.ts';

type Parts = Pick<RuntimeParts, 'partitions' | 'documents' | 'maker' | 'clock' | 'log'>;

interface FoundDocument {
  readonly name: string;
  readonly content: DocumentContent;
}

/**
 * The files that go with a message, as they are called and as things stand now. One that cannot be
 * made is said to be missing, and the rest is sent.
 * @param progress is told how many of how many are made, first that none is.
 */
export async function madeDocuments(
  parts: Parts,
  partition: string,
  names: readonly string[],
  to: Address,
  progress: (done: number, all: number) => void = () => {},
): Promise<{ readonly attachments: readonly Attachment[]; readonly remarks: readonly string[] }> {
  const { maker, log } = parts;
  const { found, language } = await foundDocuments(parts, partition, names, to);
  const attachments: Attachment[] = [];
  const remarks: string[] = [];
  progress(0, found.length);
  for (const { full, name, content } of found) {
    const { kind } = content;
    try {
      const bytes = await maker.make(content);
      const isPicture = documentEndings[kind] === 'png';
      attachments.push({
        kind: isPicture ? 'photo' : 'document',
        name: `${name}.${documentEndings[kind]}`,
        bytes,
      });
    } catch (error) {
      log.error('a file could not be made', error, { document: full });
      remarks.push(inLanguage(texts.noDocument, language));
    }
    progress(attachments.length, found.length);
  }
  return { attachments, remarks };
}

/** What is in each of them; those that hold nothing now are left out. */
async function foundDocuments(
  { partitions, documents, clock }: Parts,
  partition: string,
  names: readonly string[],
  to: Address,
) {
  // Each has its turn, so that others are answered between them.
  const found: (FoundDocument & { readonly full: string })[] = [];
  for (const full of names) {
    const one = await partitions.transact(partition, ({ records }) => {
      const [name = '', id = ''] = full.split(/:(.*)/s);
      const write = (text: Text | string) =>
        render(typeof text === 'string' ? plain(text) : text, to, records);
      return documents.get(name)?.content(id, write, viewContextOf(records, clock.now()));
    });
    if (one !== undefined) found.push({ full, ...one });
  }
  const language = await partitions.transact(partition, ({ records }) => languageAt(to, records));
  return { found, language };
}
