import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';

/** What became of a press. `words` are what the button says. */
export type Press =
  | { readonly kind: 'words'; readonly words: string }
  /** The message does not show this button, or the button is not ours. */
  | { readonly kind: 'void' }
  | { readonly kind: 'others'; readonly words: string };

/** Telegram cuts longer labels in narrow windows. */
const SHORT = 10;
/** More buttons beside each other are too narrow for a thumb. */
const IN_ROW = 3;

/**
 * Buttons that say words. The words are the label; the data under it, at most 64 bytes, is a mark
 * that only we can make for these words in this chat and for whom they are, so that nobody makes up
 * a button and an old one ends with its message.
 */
export class Buttons {
  private readonly key: string;

  constructor(token: string) {
    this.key = token;
  }

  keyboard(
    choices: readonly string[],
    chat: string,
    choosers: string | undefined,
  ): InlineKeyboardMarkup {
    const buttons = choices.map((words) => ({
      text: words,
      callback_data: this.data(words, chat, choosers),
    }));
    const inRow = choices.every((words) => words.length <= SHORT) ? IN_ROW : 1;
    const rows = Math.ceil(buttons.length / inRow);
    return {
      inline_keyboard: Array.from({ length: rows }, (_, row) =>
        buttons.slice(row * inRow, (row + 1) * inRow),
      ),
    };
  }

  pressed({ data = '', message, from }: CallbackQuery): Press {
    const rows =
      message !== undefined && 'reply_markup' in message
        ? message.reply_markup?.inline_keyboard
        : undefined;
    const shown = rows
      ?.flat()
      .find(
        (button: InlineKeyboardButton) =>
          'callback_data' in button && button.callback_data === data,
      );
    if (shown === undefined || message === undefined) return { kind: 'void' };
    const choosers = data.split('.')[1];
    if (!same(data, this.data(shown.text, String(message.chat.id), choosers)))
      return { kind: 'void' };
    const theirs = choosers === undefined || choosers === String(from.id);
    return { kind: theirs ? 'words' : 'others', words: shown.text };
  }

  private data(words: string, chat: string, choosers: string | undefined): string {
    const mark = createHmac('sha256', this.key)
      .update(JSON.stringify([chat, choosers ?? '', words]))
      .digest('base64url');
    return choosers === undefined ? mark.slice(0, 16) : `${mark.slice(0, 16)}.${choosers}`;
  }
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
