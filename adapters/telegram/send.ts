import {
  type Address,
  type Attachment,
  type Notice,
  type Outgoing,
  SendFailed,
} from '../../src/ports/chat.ts';
import { shortened, split } from '../split.ts';
import type { Buttons } from './buttons.ts';
import { type Client, TelegramError } from './client.ts';
import { failure, isLost, isUnchanged, noSuchTopic } from './failures.ts';
import { type Step, sendingFiles, type Way } from './files.ts';
import { qrCode } from './links.ts';
import type { Pace } from './pace.ts';

/**
 * Telegram takes 4096 characters in a text and 1024 below a photo; counted in UTF-16 units that is
 * always safe.
 */
const LONGEST_TEXT = 4_096;
const LONGEST_CAPTION = 1_024;
/** Room for a mark that a part may have arrived before. */
const MARK_ROOM = 64;

export interface SendingParts {
  readonly client: Client;
  readonly pace: Pace;
  readonly buttons: Buttons;
  readonly link: (words: string) => string | undefined;
  readonly notice: (notice: Notice) => Promise<void>;
}

/**
 * Gives a message Telegram's form. Texts go without a parse mode: a name like `<b>&` is only a
 * name, and nothing of what people wrote can spoil a message.
 */
export async function send(
  outgoing: Outgoing,
  parts: SendingParts,
  onPartSent: (parts: number) => unknown,
): Promise<{ readonly messageId: string }> {
  const throttled = parts.pace.throttled(outgoing.to.chat);
  if (throttled > 0) throw new SendFailed('refused', 'throttled', throttled);
  let { partsSent = 0 } = outgoing;
  try {
    let messageId = await edit(outgoing, parts);
    if (messageId !== undefined) parts.pace.taken(outgoing.to.chat);
    if (messageId === undefined)
      for await (const id of sendAnew(outgoing, parts)) {
        messageId = String(id);
        partsSent += 1;
        parts.pace.taken(outgoing.to.chat);
        await onPartSent(partsSent);
      }
    return { messageId: messageId ?? '' };
  } catch (error) {
    if (!(error instanceof TelegramError)) throw error;
    if (error.perhapsDone) parts.pace.taken(outgoing.to.chat);
    else parts.pace.givenBack(outgoing.to.chat);
    if (error.retryAfter > 0) parts.pace.throttle(outgoing.to.chat, error.retryAfter);
    if (error.movedTo !== undefined) await parts.notice(moveOf(outgoing.to, error.movedTo));
    throw failure(error, outgoing.replaces !== undefined);
  }
}

function moveOf(from: Address, chat: string): Notice {
  return { kind: 'moved', from, to: { ...from, chat } };
}

/** @returns nothing when there is no message to edit, or no more. */
async function edit(
  outgoing: Outgoing,
  { client, buttons }: SendingParts,
): Promise<string | undefined> {
  const { to, replaces, text, choices, choosers } = outgoing;
  if (replaces === undefined) return undefined;
  try {
    await client.call('editMessageText', {
      chat_id: to.chat,
      message_id: Number(replaces),
      text: shortened(text, LONGEST_TEXT),
      link_preview_options: { is_disabled: true },
      // Without one the buttons would go.
      reply_markup: buttons.keyboard(choices, to.chat, choosers),
    });
    return replaces;
  } catch (error) {
    if (isUnchanged(error)) return replaces;
    if (isLost(error)) return undefined;
    throw error;
  }
}

/** Sends what is missing of it, part by part, and tells the id of each. */
async function* sendAnew(outgoing: Outgoing, parts: SendingParts): AsyncGenerator<number> {
  const { to, topic, silent, choices, choosers, answers, partsSent = 0 } = outgoing;
  const steps = await stepsOf(outgoing, parts);
  const markup =
    choices.length === 0
      ? {}
      : { reply_markup: parts.buttons.keyboard(choices, to.chat, choosers) };
  const reply = /^\d+$/.test(answers ?? '')
    ? { reply_parameters: { message_id: Number(answers), allow_sending_without_reply: true } }
    : {};
  const marked = steps.findLastIndex(({ takesButtons }) => takesButtons);
  let before = 0;
  let isFirst = true;
  for (const [index, step] of steps.entries()) {
    const already = partsSent - before;
    before += step.parts;
    if (already >= step.parts) continue;
    if (!isFirst) await nextSlot(outgoing, parts);
    isFirst = false;
    const extra = { ...(index === 0 ? reply : {}), ...(index === marked ? markup : {}) };
    const way: Way = { chat_id: to.chat, disable_notification: silent, ...extra };
    yield* inTopic(topic, (thread) =>
      step.send(parts.client, { ...way, ...thread }, Math.max(0, already)),
    );
  }
}

/** The next part waits for a slot of its own; what stands there stays. */
async function nextSlot({ to }: Outgoing, { pace }: SendingParts): Promise<void> {
  const later = await pace.acquireSlot(to.chat, to.kind === 'group', true);
  if (later > 0) throw new SendFailed('refused', 'a later part is held back', later);
}

/** Where its topic is closed or gone it goes to the group, which is not. */
async function* inTopic(
  topic: string | undefined,
  send: (thread: { message_thread_id?: number }) => AsyncGenerator<number>,
): AsyncGenerator<number> {
  if (topic === undefined) return yield* send({});
  let begun = false;
  try {
    for await (const id of send({ message_thread_id: Number(topic) })) {
      begun = true;
      yield id;
    }
  } catch (error) {
    if (begun || !noSuchTopic(error)) throw error;
    yield* send({});
  }
}

/** Text in parts, then files; one photo without words of its own takes a short text with it. */
async function stepsOf(outgoing: Outgoing, parts: SendingParts): Promise<readonly Step[]> {
  const { text, files } = await linked(outgoing, parts);
  const { mark, partsSent = 0 } = outgoing;
  const [only] = files;
  const isShort =
    only?.kind === 'photo' &&
    only.caption === undefined &&
    text.length <= LONGEST_CAPTION - MARK_ROOM;
  return only !== undefined && files.length === 1 && isShort
    ? sendingFiles([{ ...only, caption: marked(text, mark) }])
    : partsOf(text, files, partsSent, mark);
}

/** The part that may stand there already says so. */
function partsOf(
  text: string,
  files: readonly Attachment[],
  standing: number,
  mark: string | undefined,
): readonly Step[] {
  const texts = split(text, LONGEST_TEXT - MARK_ROOM);
  const atFile = standing - texts.length;
  return [
    ...texts.map((part, index) => sendingText(index === standing ? marked(part, mark) : part)),
    ...sendingFiles(
      files.map((file, index) =>
        index === atFile && mark !== undefined
          ? { ...file, caption: marked(file.caption ?? '', mark).trim() }
          : file,
      ),
    ),
  ];
}

function marked(text: string, mark: string | undefined): string {
  return mark === undefined ? text : `${text}\n${mark}`;
}

function sendingText(text: string): Step {
  return {
    takesButtons: true,
    parts: 1,
    async *send(client, extra) {
      const sent = await client.call('sendMessage', {
        ...extra,
        text,
        link_preview_options: { is_disabled: true },
      });
      yield sent.message_id;
    },
  };
}

/** A link is written below the text, and its QR code goes with it. */
async function linked({ text, link, attachments = [] }: Outgoing, parts: SendingParts) {
  const url = link === undefined ? undefined : parts.link(link);
  if (url === undefined) return { text, files: attachments };
  const code: Attachment = { kind: 'photo', name: 'qr.png', bytes: await qrCode(url) };
  return { text: `${text}\n${url}`, files: [...attachments, code] };
}
