import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import type { Attachment } from '../../src/ports/chat.ts';
import type { Client } from './client.ts';
import { isNoPhoto } from './failures.ts';

/** How a message goes into a chat, whatever it holds. */
export interface Way {
  readonly chat_id: string;
  readonly message_thread_id?: number;
  readonly disable_notification: boolean;
}

type Extra = Way & {
  readonly reply_markup?: InlineKeyboardMarkup;
  readonly reply_parameters?: { message_id: number; allow_sending_without_reply: boolean };
};

/** One call that sends something. */
export interface Step {
  /** Buttons can stand below it. */
  readonly takesButtons: boolean;
  /** @returns the last message that it made. */
  readonly send: (client: Client, extra: Extra) => Promise<Message>;
}

/** Telegram shows so many photos as one album. */
const ALBUM = 10;

/** Files as Telegram shows them best: photos as photos, several together as an album; what it cannot show as documents. */
export function sendingFiles(files: readonly Attachment[]): readonly Step[] {
  const photos = files.filter(isPhoto);
  const albums = Array.from({ length: Math.ceil(photos.length / ALBUM) }, (_, at) =>
    photos.slice(at * ALBUM, (at + 1) * ALBUM),
  );
  return [
    ...albums.flatMap((album) => (album.length === 1 ? album.map(sendingFile) : [sendingAlbum(album)])),
    ...files.filter((file) => !isPhoto(file)).map(sendingFile),
  ];
}

function isPhoto({ kind, name }: Attachment): boolean {
  return kind === 'photo' && /\.(jpe?g|png)$/i.test(name);
}

/** What Telegram makes no photo of (too wide, cut short) is sent as it is. */
function sendingFile(file: Attachment): Step {
  const send: Step['send'] = async (client, extra) => {
    const { InputFile } = await import('grammy');
    const { bytes, name } = file;
    const document = () =>
      client.call('sendDocument', { ...extra, ...below(file), document: new InputFile(bytes, name) });
    if (!isPhoto(file)) return document();
    return client
      .call('sendPhoto', { ...extra, ...below(file), photo: new InputFile(bytes, name) })
      .catch((error: unknown) => {
        if (isNoPhoto(error)) return document();
        throw error;
      });
  };
  return { takesButtons: true, send };
}

function sendingAlbum(photos: readonly Attachment[]): Step {
  const send: Step['send'] = async (client, extra) => {
    const { InputFile } = await import('grammy');
    const media = photos.map((photo) => {
      const { bytes, name } = photo;
      return { type: 'photo' as const, media: new InputFile(bytes, name), ...below(photo) };
    });
    const sent = await client.call('sendMediaGroup', { ...extra, media }).catch(async (error: unknown) => {
      if (!isNoPhoto(error)) throw error;
      // One of them is none, and nobody says which.
      const each: Message[] = [];
      for (const photo of photos) each.push(await sendingFile(photo).send(client, extra));
      return each;
    });
    const last = sent.at(-1);
    if (last === undefined) throw new Error('an album of nothing');
    return last;
  };
  return { takesButtons: false, send };
}

function below({ caption }: Attachment): { readonly caption?: string } {
  return caption === undefined ? {} : { caption };
}
