import { privateAddress } from '../identity/people/index.ts';
import type { Address, ChatAdapter } from '../ports/chat.ts';
import type { EffectContext } from './effects.ts';

/** Where a word in private reaches somebody, if anywhere. */
export function privateAddressNow(
  person: string,
  { records, cause, chats }: Pick<EffectContext, 'records' | 'cause' | 'chats'>,
): Address | undefined {
  return privateAddress(records, person, cause?.address, (own) => {
    const chat = chats.of(own);
    return {
      opensPrivate: chat?.traits.opensPrivate === true,
      works: chat !== undefined && isUp(chat),
    };
  });
}

/** Whether a platform takes messages now, as far as is known. */
function isUp(chat: Pick<ChatAdapter, 'connection'>): boolean {
  const { state = 'up', why } = chat.connection?.() ?? {};
  return state === 'up' || state === 'slow' || why?.sends === true;
}
