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
  /** Resolves when everything that was said has been answered. */
  readonly idle: () => Promise<void>;
}

/** A chat in the terminal. `listen` reads until the end of the input. */
export interface Terminal {
  readonly chat: ChatAdapter;
  listen(): Promise<void>;
}

export function terminal(parts: TerminalParts): Terminal {
  const { output } = parts;
  let { group, speaker } = parts;
  let secret = false;
  const show = (outgoing: Outgoing) => {
    const { kind, chat: place } = outgoing.to;
    const elsewhere = kind === 'group' && place !== group ? `（${place}）` : '';
    output.write(
      `${writeBotLine(kind === 'private' ? place : undefined, written(outgoing), elsewhere)}\n`,
    );
  };
  const chat = new NamedChat({ platform: 'terminal', title, traits, session: parts.session, show });

  const read = async (line: string): Promise<void> => {
    const what = readScriptLine(line);
    if (what.kind === 'clock') {
      const refused =
        parts.passTo === undefined ? '这里的时间不能拨' : await parts.passTo(what.when);
      if (refused !== undefined) output.write(`${refused}\n`);
    } else if (what.kind === 'group') group = what.title;
    else if (what.kind === 'speech' || what.kind === 'more') {
      const when = what.kind === 'speech' ? what.when : undefined;
      if (what.kind === 'speech') ({ name: speaker, private: secret } = what);
      const { text: words, quoted } = withQuote(what.text);
      const { text, photos } = withPhotos(words);
      if (text === '' && photos === 0) return;
      const at = when === undefined ? parts.now() : parts.momentOf(when);
      if (at === undefined) output.write('时间没看懂，例：8:12 张伟：签到 槐花\n');
      else
        await chat.say({
          name: speaker,
          private: secret,
          group,
          text,
          photos,
          quoted,
          at,
          later: when !== undefined,
        });
    }
  };

  return {
    chat,
    async listen() {
      const { input } = parts;
      const lines = createInterface({
        input,
        output: input.isTTY ? output : undefined,
        terminal: input.isTTY === true,
      });
      // Otherwise it would close the prompt, and what runs beside it would go on.
      lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
      const prompt = () => {
        lines.setPrompt(`${speaker}${secret ? '（私聊）' : ''}> `);
        if (input.isTTY) lines.prompt();
      };
      prompt();
      for await (const line of lines) {
        if (line.trim() !== '')
          await read(line).catch((error: unknown) => output.write(`${String(error)}\n`));
        await parts.idle();
        prompt();
      }
    },
  };
}
