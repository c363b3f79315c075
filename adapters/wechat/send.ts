import { FileBox } from 'file-box';
import type { Contact, Room, Wechaty } from 'wechaty';
import { type Attachment, type Outgoing, SendFailed } from '../../src/ports/chat.ts';
import { split } from '../split.ts';

/** WeChat takes about 2,000 characters in a text. */
const LONGEST_TEXT = 2_000;
/** Room for a mark that a part may have arrived before. */
const MARK_ROOM = 64;

/**
 * Sends what is missing of a message as text messages, and its files as messages of their own.
 * `acquireSlot` waits for the pace before each but the first; it answers 0 unless nothing may be
 * sent for long.
 * @returns the id of each that was sent, where the puppet tells it. Choices stand in the text
 * already.
 * @throws whatever WeChat says; SendFailed where it is clear what that means.
 */
export async function* send(
  outgoing: Outgoing,
  bot: Wechaty,
  acquireSlot: () => Promise<number>,
): AsyncGenerator<string | undefined> {
  const { to, choosers, attachments = [], partsSent = 0, mark } = outgoing;
  const { place, reader } = await find(bot, to, choosers);
  const all = [outgoing.text, ...captionsOf(attachments)].join('\n');
  const texts = split(all, LONGEST_TEXT - MARK_ROOM).map((text, index) =>
    index === partsSent && mark !== undefined ? `${text}\n${mark}` : text,
  );
  const steps = [
    ...texts.map(
      (text, index) => () => (index === 0 && reader ? place.say(text, reader) : place.say(text)),
    ),
    ...attachments.map((file) => () => place.say(boxOf(file))),
  ];
  for (const [index, step] of steps.entries()) {
    if (index < partsSent) continue;
    const later = index > partsSent ? await acquireSlot() : 0;
    if (later > 0) throw new SendFailed('refused', 'a later part is held back', later);
    if (index === partsSent && index >= texts.length && mark !== undefined) await place.say(mark);
    const message = await step();
    yield typeof message === 'object' ? message.id : undefined;
  }
}

interface Found {
  readonly place: Pick<Room, 'say'>;
  /** Who is mentioned, because the answer is theirs. */
  readonly reader?: Contact;
}

async function find(
  bot: Wechaty,
  to: Outgoing['to'],
  choosers: string | undefined,
): Promise<Found> {
  if (to.kind === 'group') {
    const room = await bot.Room.find({ id: to.chat });
    if (room === undefined) throw new SendFailed('gone', 'no such room');
    const reader = choosers === undefined ? undefined : await bot.Contact.find({ id: choosers });
    return reader === undefined ? { place: room } : { place: room, reader };
  }
  const contact = await bot.Contact.find({ id: to.chat });
  if (contact === undefined) throw new SendFailed('gone', 'no such contact');
  if (contact.friend() === false) throw new SendFailed('gone', 'not a friend');
  return { place: contact as unknown as Pick<Room, 'say'> };
}

/** WeChat shows nothing below a picture: what they are stands before them, in their order. */
function captionsOf(attachments: readonly Attachment[]): readonly string[] {
  const captions = attachments.flatMap(({ caption }) => caption ?? []);
  return captions.length === 0 ? [] : [`↓ ${captions.join('、')}`];
}

/** The only kind of file that every puppet takes. */
function boxOf({ bytes, name }: Attachment) {
  return FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name);
}

/**
 * What WeChat said, in terms of what may be done about it. `hold` is called when it wants less from
 * us for a while, and tells for how long, ms.
 */
export function failureOf(error: unknown, hold: () => number): SendFailed {
  if (error instanceof SendFailed) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/频繁|too (fast|frequent|many)|rate.?limit|1205/i.test(text))
    return new SendFailed('refused', 'too much', hold());
  if (/not logged in|must login/i.test(text)) return new SendFailed('refused', 'not logged in');
  if (/not (a )?(room )?member|not in (the )?(room|group)|不在群|移出|朋友验证/i.test(text))
    return new SendFailed('gone', 'no way to write there');
  // It may have left before the connection broke.
  return new SendFailed(
    'uncertain',
    /(?<!\d)(\d{1,5} [A-Z_]{4,})/.exec(text)?.[1] ?? 'an error of the puppet',
  );
}
