import type { UploadedFile } from './specification.ts';

/** A person with an account, or a bot. */
export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
}

export interface Chat {
  id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly title?: string;
  readonly first_name?: string;
  readonly is_forum?: boolean;
}

/** A message as it stands in its chat. */
export interface Message {
  readonly message_id: number;
  readonly date: number;
  readonly chat: Chat;
  readonly from?: User;
  text?: string;
  caption?: string;
  reply_markup?: unknown;
  readonly [more: string]: unknown;
}

/** A chat with what happened in it. */
export class Room {
  readonly chat: Chat;
  readonly messages: Message[] = [];
  readonly topics = new Set<number>();
  /** Files that were sent, in order. */
  readonly files: UploadedFile[] = [];
  bot: 'administrator' | 'member' | 'kicked' | 'stranger' | 'muted' = 'member';
  movedTo: number | undefined;
  private last = 0;

  constructor(chat: Chat) {
    this.chat = chat;
  }

  newMessageId(): number {
    this.last += 1;
    return this.last;
  }

  message(id: number): Message | undefined {
    return this.messages.find((message) => message.message_id === id);
  }

  /** What can be read in it now, those of the bot only. */
  shown(bot: User): readonly string[] {
    const own = this.messages.filter(({ from }) => from?.id === bot.id);
    return own.map(({ text, caption }) => text ?? caption ?? '');
  }

  delete(id: number): void {
    this.messages.splice(
      this.messages.findIndex((message) => message.message_id === id),
      1,
    );
  }
}

/** Why Telegram does not do something. */
export class Refusal extends Error {
  readonly status: number;
  readonly parameters: Readonly<Record<string, number>>;

  constructor(
    status: number,
    description: string,
    parameters: Readonly<Record<string, number>> = {},
  ) {
    super(description);
    this.status = status;
    this.parameters = parameters;
  }
}

/** Why the bot may not write in a room. */
export function writingRefused(room: Room | undefined): Refusal | undefined {
  if (room === undefined) return new Refusal(400, 'Bad Request: chat not found');
  if (room.movedTo !== undefined)
    return new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: room.movedTo,
    });
  const personal = room.chat.type === 'private';
  if (room.bot === 'kicked')
    return new Refusal(
      403,
      personal
        ? 'Forbidden: bot was blocked by the user'
        : 'Forbidden: bot was kicked from the supergroup chat',
    );
  if (room.bot === 'stranger')
    return new Refusal(403, "Forbidden: bot can't initiate conversation with a user");
  if (room.bot === 'muted')
    return new Refusal(400, 'Bad Request: not enough rights to send text messages to the chat');
  return undefined;
}
