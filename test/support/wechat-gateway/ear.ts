import { inspect } from 'node:util';
import type { Chat, File, Message, Said, World } from './world.ts';

/** Reads what the bot sent, and waits for it. */
export class Ear {
  private readonly world: World;
  /** How many of what was sent were waited for, by chat. */
  private readonly heard = new Map<Chat, number>();

  constructor(world: World) {
    this.world = world;
  }

  said(chat: Chat): readonly Said[] {
    const texts = this.sentTo(chat).filter(({ file }) => file === undefined);
    return texts.map(({ text, mentions }) => ({ text, mentions }));
  }

  files(chat: Chat): readonly File[] {
    return this.sentTo(chat).flatMap(({ file }) => (file === undefined ? [] : [file]));
  }

  async next(chat: Chat, what: string | RegExp, within: number): Promise<Said> {
    const fits = (text: string) =>
      typeof what === 'string' ? text.includes(what) : what.test(text);
    const isIt = (message: Message) => message.file === undefined && fits(message.text);
    const { text, mentions } = await this.wait(chat, isIt, within, `no text with ${inspect(what)}`);
    return { text, mentions };
  }

  async nextFile(chat: Chat, within: number): Promise<File> {
    const { file } = await this.wait(
      chat,
      (message) => message.file !== undefined,
      within,
      'no file',
    );
    if (file === undefined) throw new Error('a message without its file');
    return file;
  }

  private async wait(
    chat: Chat,
    isIt: (message: Message) => boolean,
    within: number,
    missing: string,
  ) {
    const end = performance.now() + within;
    for (;;) {
      const sent = this.sentTo(chat);
      const index = sent.findIndex(
        (message, at) => at >= (this.heard.get(chat) ?? 0) && isIt(message),
      );
      const message = sent[index];
      if (message !== undefined) {
        this.heard.set(chat, index + 1);
        return message;
      }
      const left = end - performance.now();
      if (left <= 0)
        throw new Error(`${missing} in ${titleOf(chat)} within ${within} ms\n${this.transcript()}`);
      await this.world.sending(left);
    }
  }

  private sentTo(chat: Chat): readonly Message[] {
    return this.world.sent.filter((message) => message.chat === chat);
  }

  private transcript(): string {
    const lines = this.world.sent.map(
      ({ chat, text, file }) => `${titleOf(chat)}: ${file?.name ?? text}`,
    );
    return lines.length === 0 ? 'nothing was said at all' : `said instead:\n${lines.join('\n')}`;
  }
}

function titleOf(chat: Chat): string {
  return 'members' in chat ? chat.topic : chat.name;
}
