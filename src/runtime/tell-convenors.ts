import { addressKey } from '../core/records.ts';
import { inLanguage, type Text } from '../core/text.ts';
import { convenorsOf, languageAt } from '../identity/people/index.ts';
import type { Address } from '../ports/chat.ts';
import type { RuntimeParts } from './parts.ts';
import { privateAddressNow } from './private-address.ts';

/**
 * Says something about the machine to the convenors of alliances, each once, in their language.
 * It is not remembered: it is said while nothing can be.
 */
export async function tellConvenors(
  text: Text,
  { partitions, outbox, chats }: Pick<RuntimeParts, 'partitions' | 'outbox' | 'chats'>,
  alliances: readonly string[] = partitions.alliances,
): Promise<void> {
  const reached = new Map<string, { readonly to: Address; readonly text: string }>();
  for (const alliance of alliances)
    await partitions.transact(alliance, ({ records }) => {
      for (const { id } of convenorsOf(records)) {
        const to = privateAddressNow(id, { records, cause: undefined, chats });
        if (to === undefined) continue;
        reached.set(addressKey(to), { to, text: inLanguage(text, languageAt(to, records)) });
      }
    });
  for (const one of reached.values())
    outbox.sayNow(one.to, one.text, { choices: ['/状态'], isOfStore: true });
}
