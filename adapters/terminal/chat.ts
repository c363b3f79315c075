import type {
  Address,
  ChatAdapter,
  ChatTraits,
  Incoming,
  Outgoing,
  Quoted,
} from '../../src/ports/chat.ts';
import type { Text } from '../../src/ports/text.ts';
import { BOT_NAMES } from '../bot-names.ts';
import { picture } from './picture.ts';

export interface Said {
  readonly name: string;
  readonly private: boolean;
  readonly group: string;
  readonly text: string;
  /** How many, or what they are called. */
  readonly photos: number | readonly string[];
  /** The name of a file that comes with it, which is its handle too. */
  readonly file?: string | undefined;
  readonly quoted?: Quoted | undefined;
  readonly at: number;
  /** It is entered later than it was said. */
  readonly later?: boolean;
}

/**
 * A chat in which every name is an account and every title a group: the terminal's, and each
 * platform's in a play.
 */
export class NamedChat implements ChatAdapter {
  readonly platform: string;
  readonly title: Text;
  readonly traits: ChatTraits;
  private readonly show: (outgoing: Outgoing) => void | Promise<void>;
  private readonly give: (photo: string) => Promise<Uint8Array>;
  private receive: ((incoming: Incoming) => Promise<void>) | undefined;
  private messages = 0;
  private readonly session: string;

  /**
   * `session` tells the messages of one run from those of another; ids are never used twice. `give`
   * is what a photo holds; a small picture when left out.
   */
  constructor(parts: {
    platform: string;
    /** Its name when left out. */
    title?: Text;
    traits: ChatTraits;
    session: string;
    show: (outgoing: Outgoing) => void | Promise<void>;
    give?: ((photo: string) => Promise<Uint8Array>) | undefined;
  }) {
    const { platform, title = { zh: platform, en: platform } } = parts;
    this.platform = platform;
    this.title = title;
    this.traits = parts.traits;
    this.session = parts.session;
    this.show = parts.show;
    this.give = parts.give ?? (async (photo) => picture(photo));
  }

  start(receive: (incoming: Incoming) => Promise<void>): Promise<void> {
    this.receive = receive;
    return Promise.resolve();
  }

  /** Says something as somebody. `id` repeats an earlier message. */
  say(said: Said, id = this.newId()): Promise<void> {
    if (this.receive === undefined) return Promise.reject(new Error('the chat was not started'));
    const address: Address = said.private
      ? { platform: this.platform, account: this.platform, kind: 'private', chat: said.name }
      : { platform: this.platform, account: this.platform, kind: 'group', chat: said.group };
    return this.receive({
      address,
      ...(said.private ? {} : { title: said.group }),
      id,
      sender: { id: said.name, name: said.name },
      text: said.text,
      at: said.at,
      addressed: false,
      botNames: BOT_NAMES,
      photos:
        typeof said.photos === 'number'
          ? Array.from({ length: said.photos }, (_, index) => `${id}:${index}`)
          : said.photos,
      ...(said.file === undefined ? {} : { file: { handle: said.file, name: said.file } }),
      ...(said.quoted === undefined ? {} : { quoted: said.quoted }),
      ...(said.later === true ? { byHand: true } : {}),
    });
  }

  newId(): string {
    this.messages += 1;
    return `${this.session}-${this.messages}`;
  }

  async send(outgoing: Outgoing): Promise<{ messageId: string }> {
    await this.show(outgoing);
    return { messageId: outgoing.replaces ?? this.newId() };
  }

  fetch(photo: string): Promise<Uint8Array> {
    return this.give(photo);
  }

  stop(): Promise<void> {
    this.receive = undefined;
    return Promise.resolve();
  }
}
