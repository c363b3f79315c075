import type { FloodGate } from './flood.ts';
import { type Params, UploadedFile } from './specification.ts';
import type { UpdateQueue } from './updates.ts';
import { type Message, Refusal, type Room, type User, writingRefused } from './world.ts';

/** What the methods work on. */
export interface Premises {
  readonly bot: User & { readonly can_read_all_group_messages: boolean };
  readonly rooms: ReadonlyMap<number, Room>;
  readonly queue: UpdateQueue;
  readonly flood: FloodGate;
  readonly queries: Set<string>;
  readonly answers: { readonly query: string; readonly text: string }[];
  readonly menus: Map<string, readonly { command: string; description: string }[]>;
  readonly now: () => number;
  /** What people have sent, by its id, where it is not any picture; or why it is not given out. */
  readonly held: Map<string, Uint8Array | Refusal>;
}

/** Does what a method says. @throws Refusal */
export function carryOut(method: string, params: Params, premises: Premises): unknown {
  const { bot, queue, rooms, queries, answers, menus } = premises;
  switch (method) {
    case 'getMe':
      return bot;
    case 'getUpdates':
      return queue.take(params);
    case 'getWebhookInfo':
      return {
        url: queue.webhook,
        has_custom_certificate: false,
        pending_update_count: queue.waiting.length,
      };
    case 'setWebhook':
    case 'deleteWebhook':
      queue.webhook = String(params['url'] ?? '');
      return true;
    case 'sendMessage':
    case 'sendPhoto':
    case 'sendDocument':
      return sent(params, premises);
    case 'sendMediaGroup':
      return (params['media'] as { media: unknown; caption?: string }[]).map(({ media, caption }) =>
        sent({ ...params, photo: media, caption }, premises),
      );
    case 'editMessageText':
      return edited(params, premises);
    case 'answerCallbackQuery': {
      const query = String(params['callback_query_id']);
      if (!queries.delete(query))
        throw new Refusal(
          400,
          'Bad Request: query is too old and response timeout expired or query ID is invalid',
        );
      answers.push({ query, text: String(params['text'] ?? '') });
      return true;
    }
    case 'setMyCommands':
      menus.set(
        JSON.stringify([params['scope'] ?? {}, params['language_code'] ?? '']),
        params['commands'] as { command: string; description: string }[],
      );
      return true;
    case 'getChatMember': {
      const room = rooms.get(Number(params['chat_id']));
      if (room === undefined) throw new Refusal(400, 'Bad Request: chat not found');
      return { status: room.bot, user: bot };
    }
    case 'getFile':
      return fileOf(String(params['file_id']), premises);
    default:
      throw new Refusal(404, 'Not Found');
  }
}

/** Where a file of people lies. */
function fileOf(id: string, { held }: Premises) {
  const file = held.get(id);
  if (file instanceof Refusal) throw file;
  const size = file === undefined ? {} : { file_size: file.length };
  return { file_id: id, file_unique_id: 'u', file_path: `photos/${id}.jpg`, ...size };
}

function sent(params: Params, { bot, rooms, flood, now }: Premises): Message {
  const id = Number(params['chat_id']);
  const room = rooms.get(id);
  const refusal = writingRefused(room);
  if (refusal !== undefined || room === undefined) throw refusal;
  flood.pass(String(id), room.chat.type !== 'private');
  const topic = params['message_thread_id'];
  if (topic !== undefined && !room.topics.has(Number(topic)))
    throw new Refusal(400, 'Bad Request: message thread not found');
  const reply = params['reply_parameters'] as
    | { message_id: number; allow_sending_without_reply?: boolean }
    | undefined;
  const answered = reply && room.message(reply.message_id);
  if (reply !== undefined && answered === undefined && reply.allow_sending_without_reply !== true)
    throw new Refusal(400, 'Bad Request: message to be replied not found');
  const file = params['photo'] ?? params['document'];
  if (file instanceof UploadedFile) room.files.push(file);
  const message: Message = {
    message_id: room.newMessageId(),
    date: Math.floor(now() / 1_000),
    chat: room.chat,
    from: bot,
    ...(topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true }),
    ...(answered === undefined ? {} : { reply_to_message: answered }),
    ...(params['disable_notification'] === true ? { silent: true } : {}),
    ...withoutMissing({
      text: trimmed(params['text']),
      caption: params['caption'],
      reply_markup: params['reply_markup'],
    }),
  };
  room.messages.push(message);
  return message;
}

function edited(params: Params, { rooms, flood }: Premises): Message {
  const id = Number(params['chat_id']);
  const room = rooms.get(id);
  if (room === undefined) throw new Refusal(400, 'Bad Request: chat not found');
  if (room.bot === 'kicked') throw writingRefused(room);
  flood.pass(String(id), room.chat.type !== 'private');
  const message = room.message(Number(params['message_id']));
  if (message === undefined) throw new Refusal(400, 'Bad Request: message to edit not found');
  const text = trimmed(params['text']);
  const same = JSON.stringify(message.reply_markup) === JSON.stringify(params['reply_markup']);
  if (message.text === text && same)
    throw new Refusal(
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
    );
  message.text = String(text);
  message.reply_markup = params['reply_markup'];
  return message;
}

function trimmed(text: unknown): unknown {
  return typeof text === 'string' ? text.trim() : text;
}

function withoutMissing(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
