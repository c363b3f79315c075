import { type Contact, type Message, type Room, types, type Wechaty } from 'wechaty';
import { type Address, type Incoming, PhotoUnavailable } from '../../src/ports/chat.ts';
import { isCodeSized } from '../code-sized.ts';
import { withoutOldName, withoutQuote } from './words.ts';

/** What the bot is called where nobody has given it another name. */
const USUAL_NAME = '小联';

/**
 * What is acted on; red packets, transfers, mini-programs, links and the like are not for the bot.
 */
const WORDS: readonly number[] = [types.Message.Text, types.Message.GroupNote];

/** Of these, too, everybody in a room can read the text. */
const SHOWN: readonly number[] = [
  types.Message.ChatHistory,
  types.Message.Url,
  types.Message.MiniProgram,
  types.Message.Attachment,
];

/**
 * A message as what was said; undefined for what is none of the bot's business. `account`: under
 * which ids are known.
 */
export async function incomingOf(message: Message, account: string): Promise<Incoming | undefined> {
  const [talker, room] = [message.talker(), message.room()];
  const kind = kindOf(message, room);
  if (message.self() || kind === undefined) return undefined;
  // Official accounts and services talk to everybody, and to nobody.
  if (room === undefined && talker.type() !== types.Contact.Individual) return undefined;
  const place = { platform: 'wechat', account };
  const address: Address = room
    ? { ...place, kind: 'group', chat: room.id }
    : { ...place, kind: 'private', chat: talker.id };
  const said = {
    address,
    id: message.id,
    at: message.date().getTime(),
    ...(room === undefined ? {} : { title: await room.topic() }),
    sender: { id: talker.id, name: await nameIn(room, talker) },
  };
  const shown = message.text();
  if (kind !== 'words') {
    const wordless = { ...said, text: '', addressed: false, botNames: [USUAL_NAME], photos: [] };
    if (kind === 'image') return { ...wordless, photos: [message.id] };
    // What is shown for a file is its name.
    return kind === 'file'
      ? { ...wordless, file: { handle: message.id, name: shown } }
      : { ...wordless, shown };
  }
  const { text, quoted } = withoutQuote(shown);
  const botNames = await ownNames(message, room);
  const known = room !== undefined && isMentioned(message) && !isOnlyInQuote(text, shown);
  return {
    ...said,
    text: withoutOldName(text, botNames, known),
    addressed: known,
    botNames,
    photos: [],
    ...(quoted === undefined ? {} : { quoted }),
    ...(room === undefined || text === shown ? {} : { shown }),
  };
}

/** What of a message concerns the bot; nothing where it is none of its business. */
function kindOf(
  message: Message,
  room: Room | undefined,
): 'image' | 'file' | 'words' | 'shown' | undefined {
  const type = message.type();
  if (type === types.Message.Image) return 'image';
  if (WORDS.includes(type)) return 'words';
  if (room === undefined) return type === types.Message.Attachment ? 'file' : undefined;
  return SHOWN.includes(type) && isCodeSized(message.text()) ? 'shown' : undefined;
}

async function nameIn(room: Room | undefined, talker: Contact): Promise<string> {
  return (await room?.alias(talker)) || talker.name();
}

/**
 * Under which names people here can mention the bot: the one it has in the room, its own, and the
 * usual one.
 */
async function ownNames(message: Message, room: Room | undefined): Promise<readonly string[]> {
  const self = message.wechaty.currentUser;
  const alias = await room?.alias(self);
  return [
    ...new Set(
      [alias, self.name(), USUAL_NAME].filter((name) => name !== undefined && name !== ''),
    ),
  ] as string[];
}

function isMentioned(message: Message): boolean {
  const { payload } = message;
  const mentioned =
    payload !== undefined && 'mentionIdList' in payload ? payload.mentionIdList : undefined;
  return mentioned?.includes(message.wechaty.currentUser.id) === true;
}

/** Who quotes a message that mentions the bot does not speak to it. */
function isOnlyInQuote(own: string, whole: string): boolean {
  return own.length < whole.length && !own.includes('@');
}

/**
 * The content of a photo that came with a message. @throws PhotoUnavailable when the gateway does
 * not know it any more.
 */
export async function photoOf(bot: Wechaty, id: string): Promise<Uint8Array> {
  try {
    const message = await bot.Message.find({ id });
    if (message === undefined) throw new PhotoUnavailable('gone');
    const box = await message.toFileBox();
    return await box.toBuffer();
  } catch (error) {
    const isForgotten = error instanceof Error && /no payload found|not found/i.test(error.message);
    throw isForgotten ? new PhotoUnavailable('gone') : error;
  }
}
