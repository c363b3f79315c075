import type { TableWords } from '../core/feature.ts';
import { mayActAs } from '../core/roles.ts';
import { inLanguage, type Text } from '../core/text.ts';
import { allianceOfMessage } from '../identity/directory-index.ts';
import { languageAt, roleOf } from '../identity/people/index.ts';
import { type Incoming, PhotoUnavailable } from '../ports/chat.ts';
import { TableUnreadable } from '../ports/tables.ts';
import type { RuntimeParts } from './parts.ts';
import { tableTexts } from './table-texts.ts';

type Parts = Pick<RuntimeParts, 'partitions' | 'chats' | 'tables' | 'features' | 'outbox' | 'log'>;

/**
 * A table that a liaison sends in private becomes words: what they wrote with it, else the words of
 * whatever reads such a table. Its rows go with them. Of a table that nothing reads they are told
 * why; it is then dealt with, and there are no words.
 */
export async function withTable(incoming: Incoming, parts: Parts): Promise<Incoming | undefined> {
  const { file, address } = incoming;
  // In a group a file is talk.
  if (file === undefined || address.kind === 'group') return incoming;
  const answer = (text: Text) => {
    const language = languageAt(address, parts.partitions.directory);
    parts.outbox.sayNow(address, inLanguage(text, language), { answers: incoming.id });
    return undefined;
  };
  if (!(await isFromLiaison(incoming, parts))) return answer(tableTexts.forLiaisons);
  try {
    const bytes = await parts.chats.of(address)?.fetch?.(file.handle);
    const table = await parts.tables.read(bytes ?? new Uint8Array(), file.name);
    const words = wordsFor(table[0] ?? [], parts);
    const said = incoming.text.trim() === '' ? words : incoming.text;
    return said === undefined ? answer(tableTexts.unknown) : { ...incoming, text: said, table };
  } catch (error) {
    if (error instanceof TableUnreadable) return answer(tableTexts.unreadable[error.why]);
    if (error instanceof PhotoUnavailable)
      return answer(tableTexts.unreadable[error.why === 'large' ? 'large' : 'gone']);
    parts.log.error('a table could not be read', error, { platform: address.platform });
    return answer(tableTexts.unreadable.gone);
  }
}

async function isFromLiaison(incoming: Incoming, { partitions }: Parts): Promise<boolean> {
  const { directory, alliances } = partitions;
  const alliance = allianceOfMessage(incoming, directory, alliances);
  if (alliance === undefined) return false;
  return partitions.transact(alliance, ({ records }) =>
    mayActAs(roleOf(incoming, records), 'liaison'),
  );
}

function wordsFor(head: readonly string[], { features }: Parts): string | undefined {
  const all: readonly TableWords[] = features.flatMap(({ tables = [] }) => tables);
  return all.find(({ fits }) => fits(head))?.words;
}
