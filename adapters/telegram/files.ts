import type { InlineKeyboardMarkup } from 'grammy/types';
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

/** What goes at once, if it can. */
export interface Step {
  /** Buttons can stand below it. */
  readonly takesButtons: boolean;
  /** How many messages it makes. */
  readonly parts: number;
  /** Sends them, but for the first ones that stand there already, and tells the id of each. */
  readonly send: (client: Client, extra: Extra, standing: number) => AsyncGenerator<number>;
}

/** Telegram shows so many photos as one album. */
const ALBUM = 10;

/**
 * Files as Telegram shows them best: photos as photos, several together as an album; what it cannot
 * show as documents.
 */
export function sendingFiles(files: readonly Attachment[]): readonly Step[] {
  const photos = files.filter(isPhoto);
  const albums = Array.from({ length: Math.ceil(photos.length / ALBUM) }, (_, at) =>
    photos.slice(at * ALBUM, (at + 1) * ALBUM),
  );
  return [
    ...albums.flatMap((album) =>
      album.length === 1 ? album.map(sendingFile) : [sendingAlbum(album)],
    ),
    ...files.filter((file) => !isPhoto(file)).map(sendingFile),
  ];
}

function isPhoto({ kind, name }: Attachment): boolean {
  return kind === 'photo' && /\.(jpe?g|png)$/i.test(name);
}

/** What Telegram makes no photo of (too wide, cut short) is sent as it is. */
function sendingFile(file: Attachment): Step {
  return {
    takesButtons: true,
    parts: 1,
    async *send(client, extra) {
      const { InputFile } = await import('grammy');
      const { bytes, name } = file;
      const document = () =>
        client.call('sendDocument', {
          ...extra,
          ...below(file),
          document: new InputFile(bytes, name),
        });
      const photo = () =>
        client.call('sendPhoto', { ...extra, ...below(file), photo: new InputFile(bytes, name) });
      const sent = isPhoto(file)
        ? await photo().catch((error: unknown) => {
            if (isNoPhoto(error)) return document();
            throw error;
          })
        : await document();
      yield sent.message_id;
    },
  };
}

function sendingAlbum(photos: readonly Attachment[]): Step {
  return {
    takesButtons: false,
    parts: photos.length,
    async *send(client, extra, standing) {
      const each = async function* () {
        for (const photo of photos.slice(standing))
          yield* sendingFile(photo).send(client, extra, 0);
      };
      // It was begun one by one.
      if (standing > 0) return yield* each();
      const { InputFile } = await import('grammy');
      const media = photos.map((photo) => {
        const { bytes, name } = photo;
        return { type: 'photo' as const, media: new InputFile(bytes, name), ...below(photo) };
      });
      const sent = await client
        .call('sendMediaGroup', { ...extra, media })
        .catch((error: unknown) => {
          if (isNoPhoto(error)) return undefined;
          throw error;
        });
      // One of them is none, and nobody says which.
      if (sent === undefined) yield* each();
      else for (const message of sent) yield message.message_id;
    },
  };
}

function below({ caption }: Attachment): { readonly caption?: string } {
  return caption === undefined ? {} : { caption };
}
