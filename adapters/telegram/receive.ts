import type {
  CallbackQuery,
  ChatMember,
  Message,
  MessageOrigin,
  Update,
  User,
  UserFromGetMe,
} from 'grammy/types';
import type {
  Address,
  GroupNotice,
  Incoming,
  Press,
  Quoted,
  Sender,
} from '../../src/ports/chat.ts';
import { wordsOfStart } from './links.ts';
import { allTextOf } from './shown.ts';

/**
 * The updates that are asked for. Who corrects a message says nothing twice: of an edit only what
 * everybody can read now is looked at.
 */
export const ALLOWED = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** An update as what it is for the bot. */
export type Decoded =
  | { readonly kind: 'said'; readonly incoming: Incoming }
  | {
      readonly kind: 'pressed';
      readonly query: CallbackQuery;
      readonly address: Address | undefined;
    }
  | { readonly kind: 'notice'; readonly notice: GroupNotice; readonly member?: ChatMember }
  /** Nothing that the bot has to do with. */
  | { readonly kind: 'nothing' };

const nothing: Decoded = { kind: 'nothing' };

/** One chat's updates are handled one after another; this tells which belong together. */
export function chatOf(update: Update): string {
  const { message, edited_message: edited, callback_query: query, my_chat_member: member } = update;
  const chat = (message ?? edited ?? query?.message ?? member)?.chat;
  return String(chat?.id ?? query?.from.id ?? '');
}

export function decode(update: Update, me: UserFromGetMe): Decoded {
  const { message, edited_message: edited, callback_query: query, my_chat_member: member } = update;
  if (message !== undefined) return moveOf(message, me) ?? said(message, me);
  if (edited !== undefined) return onlyShown(edited, me);
  if (query !== undefined) {
    const chat = query.message?.chat;
    return { kind: 'pressed', query, address: chat && addressOf(chat, me) };
  }
  if (member === undefined) return nothing;
  const address = addressOf(member.chat, me);
  const now = member.new_chat_member;
  const kind = mayWrite(now) ? 'back' : 'gone';
  return address === undefined
    ? nothing
    : { kind: 'notice', notice: { kind, address }, member: now };
}

/** A press as the words that its button says. */
export function pressed(
  { id, from, message }: CallbackQuery,
  words: string,
  address: Address,
  me: UserFromGetMe,
  now: number,
  press: Press,
): Incoming {
  const topic =
    message !== undefined && 'is_topic_message' in message ? topicOf(message as Message) : {};
  return {
    address,
    id: `press:${id}`,
    sender: senderOf(from),
    text: words,
    // A press has no time of its own; it is repeated for 150 s at most.
    at: now,
    addressed: true,
    press,
    botNames: namesOf(me),
    photos: [],
    ...(message === undefined ? {} : titleOf(message.chat)),
    ...topic,
  };
}

function said(message: Message, me: UserFromGetMe): Decoded {
  const address = addressOf(message.chat, me);
  const sender = speakerOf(message);
  if (sender === undefined) return onlyShown(message, me);
  if (address === undefined) return nothing;
  const text = isQuoted(message) ? '' : (message.text ?? message.caption ?? '');
  const start = address.kind === 'private' ? wordsOfStart(text) : undefined;
  const photos = photosOf(message);
  const file = address.kind === 'private' ? fileOf(message) : {};
  const shown = address.kind === 'group' ? allTextOf(message) : undefined;
  const isEmpty = text === '' && photos.length === 0 && file.file === undefined;
  if (isEmpty && shown === undefined) return nothing;
  return {
    kind: 'said',
    incoming: {
      address,
      id: String(message.message_id),
      sender,
      text: start?.words ?? text,
      at: message.date * 1_000,
      addressed: false,
      botNames: namesOf(me),
      photos,
      ...file,
      ...titleOf(message.chat),
      ...topicOf(message),
      ...quotedIn(message, me),
      ...(start?.linked ? { linked: true } : {}),
      ...(shown === undefined || shown === text ? {} : { shown }),
    },
  };
}

/** What nobody says to the bot, or not again, but everybody in a group can read. */
function onlyShown(message: Message, me: UserFromGetMe): Decoded {
  const address = addressOf(message.chat, me);
  const shown = allTextOf(message);
  if (address?.kind !== 'group' || shown === undefined) return nothing;
  const { message_id: id, edit_date: edited } = message;
  return {
    kind: 'said',
    incoming: {
      address,
      id: edited === undefined ? String(id) : `edit:${id}:${edited}`,
      sender: { id: `chat:${message.chat.id}`, name: '', hidden: true },
      text: '',
      at: (edited ?? message.date) * 1_000,
      addressed: false,
      botNames: namesOf(me),
      photos: [],
      ...titleOf(message.chat),
      ...topicOf(message),
      shown,
    },
  };
}

/** Both service messages tell of the same move, and in either order. */
function moveOf(message: Message, me: UserFromGetMe): Decoded | undefined {
  const [from, to] =
    message.migrate_to_chat_id !== undefined
      ? [message.chat.id, message.migrate_to_chat_id]
      : [message.migrate_from_chat_id, message.chat.id];
  if (from === undefined) return undefined;
  const place = { platform: 'telegram', account: String(me.id), kind: 'group' } as const;
  return {
    kind: 'notice',
    notice: {
      kind: 'moved',
      from: { ...place, chat: String(from) },
      to: { ...place, chat: String(to) },
    },
  };
}

function addressOf(chat: { id: number; type: string }, me: UserFromGetMe): Address | undefined {
  if (chat.type === 'channel') return undefined;
  const kind = chat.type === 'private' ? 'private' : 'group';
  return { platform: 'telegram', account: String(me.id), kind, chat: String(chat.id) };
}

/**
 * Who speaks. As a group or a channel one hides who one is; posts of the group's own channel and
 * bots speak to nobody.
 */
function speakerOf(message: Message): Sender | undefined {
  const { from, sender_chat: mask } = message;
  if (message.is_automatic_forward) return undefined;
  if (mask !== undefined) {
    const name = message.author_signature ?? ('title' in mask ? mask.title : undefined) ?? '';
    return { id: `chat:${mask.id}`, name, hidden: true };
  }
  return from === undefined || from.is_bot ? undefined : senderOf(from);
}

function senderOf(user: User): Sender {
  return { id: String(user.id), name: [user.first_name, user.last_name].filter(Boolean).join(' ') };
}

/** Forwarded words are another's, also when one forwards them. */
function isQuoted(message: Message): boolean {
  const origin: MessageOrigin | undefined = message.forward_origin;
  return origin !== undefined || message.via_bot !== undefined;
}

/**
 * The words that are answered, or the part of them that was chosen; not those of another bot, nor
 * what nobody said: a service message, and what opens a forum's topic, which everything said there
 * seems to answer.
 */
function quotedIn(
  { reply_to_message: answered, quote }: Message,
  me: UserFromGetMe,
): { quoted?: Quoted } {
  const sender = answered?.from?.id === me.id ? senderOf(me) : answered && speakerOf(answered);
  const text = answered?.text ?? answered?.caption;
  return sender === undefined || text === undefined
    ? {}
    : { quoted: { sender: sender.name, text: quote?.text ?? text } };
}

/** Of a photo the largest size, of a file the picture that it is. */
function photosOf({ photo, document }: Message): readonly string[] {
  const largest = photo?.at(-1)?.file_id;
  const picture = document?.mime_type?.startsWith('image/') ? document.file_id : undefined;
  return [largest, picture].filter((id) => id !== undefined);
}

/** A file that is no picture; somebody else's, forwarded, is sent as well as one's own. */
function fileOf({ document }: Message): Pick<Incoming, 'file'> {
  if (document === undefined || document.mime_type?.startsWith('image/')) return {};
  return { file: { handle: document.file_id, name: document.file_name ?? '' } };
}

/** Replies in a forum's general part carry a thread id that is no topic. */
function topicOf(message: Message): { topic?: string } {
  return message.is_topic_message && message.message_thread_id !== undefined
    ? { topic: String(message.message_thread_id) }
    : {};
}

function titleOf(chat: { title?: string | undefined }): { title?: string } {
  return chat.title === undefined ? {} : { title: chat.title };
}

function namesOf({ username, first_name }: UserFromGetMe): readonly string[] {
  return [username, first_name];
}

/** Whether the bot, being this in a chat, may write there. */
function mayWrite(member: ChatMember): boolean {
  if (member.status === 'restricted') return member.is_member && member.can_send_messages;
  return member.status !== 'left' && member.status !== 'kicked';
}
