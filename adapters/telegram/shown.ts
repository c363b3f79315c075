import type { Message } from 'grammy/types';
import { isCodeSized } from '../code-sized.ts';

/** Parts of a message that say who and where, not what. */
const AROUND = /_id$|^(?:from|chat|sender_chat|sender_business_bot|via_bot|type|mime_type)$/;

/**
 * Every text that stands in a message, wherever: below pictures, behind links and buttons, in what
 * it answers or forwards, in a poll or on a card. A kind of message that is new tomorrow counts too.
 * @returns undefined where that is too little for a code.
 */
export function allTextOf(message: Message): string | undefined {
  const text = [...new Set(textsIn(message))].join('\n');
  return isCodeSized(text) ? text : undefined;
}

function textsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => (AROUND.test(name) ? [] : textsIn(value)));
}
