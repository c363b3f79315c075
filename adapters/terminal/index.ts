import { createInterface } from 'node:readline/promises';
import type { ChatAdapter, Outgoing } from '../../src/ports/chat.ts';
import { NamedChat } from './chat.ts';
import { readScriptLine, withPhotos, withQuote, writeBotLine, written } from './script.ts';
import { title, traits } from './traits.ts';

export interface TerminalParts {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  /** The group in which is spoken, and who speaks, until a line says otherwise. */
  readonly group: string;
  readonly speaker: string;
  readonly now: () => number;
  /**
   * The moment of a time that stands before what somebody says: it is entered later than it was
   * said.
   */
  readonly momentOf: (stamp: string) => number | undefined;
  /** Distinguishes the messages of this run from those of earlier ones. */
  readonly session: string;
  /**
   * `【…】`: time passes until a moment; answers why it cannot. Missing where the clock is
   * everybody's.
   */
  readonly passTo?: (when: string) => Promise<string | undefined>;
  /** The moment as the prompt shows it; missing where the clock is everybody's. */
  readonly moment?: () => string;
  /** Resolves when everything that was said has been answered. */
  readonly idle: () => Promise<void>;
}

/** A chat in the terminal. */
export class Terminal {
  readonly chat: ChatAdapter;
  private readonly parts: TerminalParts;
  private readonly named: NamedChat;
  private group: string;
  private speaker: string;
  private isPrivate = false;

  constructor(parts: TerminalParts) {
    this.parts = parts;
    this.group = parts.group;
    this.speaker = parts.speaker;
    const show = (outgoing: Outgoing) => this.show(outgoing);
    const { session } = parts;
    this.named = new NamedChat({ platform: 'terminal', title, traits, session, show });
    this.chat = this.named;
  }

  /** Reads until the end of the input. */
  async listen(): Promise<void> {
    const { input, output, idle } = this.parts;
    const lines = createInterface({
      input,
      output: input.isTTY ? output : undefined,
      terminal: input.isTTY === true,
    });
    // Otherwise it would close the prompt, and what runs beside it would go on.
    lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    const prompt = () => {
      const moment = this.parts.moment === undefined ? '' : `${this.parts.moment()} `;
      lines.setPrompt(`${moment}${this.speaker}${this.isPrivate ? '（私聊）' : ''}> `);
      if (input.isTTY) lines.prompt();
    };
    prompt();
    for await (const line of lines) {
      if (line.trim() !== '')
        await this.read(line).catch((error: unknown) => output.write(`${String(error)}\n`));
      await idle();
      prompt();
    }
  }

  private show(outgoing: Outgoing): void {
    const { kind, chat } = outgoing.to;
    const elsewhere = kind === 'group' && chat !== this.group ? `（${chat}）` : '';
    const to = kind === 'private' ? chat : undefined;
    this.parts.output.write(`${writeBotLine(to, written(outgoing), elsewhere)}\n`);
  }

  private async read(line: string): Promise<void> {
    const what = readScriptLine(line);
    if (what.kind === 'clock') return this.passTo(what.when);
    if (what.kind === 'group') this.group = what.title;
    if (what.kind === 'more') return this.say(what.text, undefined);
    if (what.kind !== 'speech') return;
    this.speaker = what.name;
    this.isPrivate = what.private;
    return this.say(what.text, what.when);
  }

  private async passTo(when: string): Promise<void> {
    const { passTo, output } = this.parts;
    const refused = passTo === undefined ? '这里的时间不能拨' : await passTo(when);
    if (refused !== undefined) output.write(`${refused}\n`);
  }

  private async say(said: string, when: string | undefined): Promise<void> {
    const { now, momentOf, output } = this.parts;
    const { text: words, quoted } = withQuote(said);
    const { text, photos } = withPhotos(words);
    if (text === '' && photos === 0) return;
    const at = when === undefined ? now() : momentOf(when);
    if (at === undefined) {
      output.write('时间没看懂，例：8:12 张伟：签到 槐花\n');
      return;
    }
    const { group, speaker: name } = this;
    const later = when !== undefined;
    await this.named.say({ name, private: this.isPrivate, group, text, photos, quoted, at, later });
  }
}
