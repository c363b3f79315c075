import type { AnyCommand, CommandContext } from '../core/command.ts';
import type { Ignored } from '../core/ignored.ts';
import type { Text } from '../core/text.ts';
import type { Hint } from './hints.ts';
import type { References } from './references.ts';

/** How a message reached the bot. */
export interface Utterance {
  readonly text: string;
  readonly kind: 'group' | 'private';
  readonly addressed: boolean;
  readonly botNames: readonly string[];
  /**
   * What the bot's message refers to that this one answers; a number that is missing here is the
   * one there.
   */
  readonly references?: References;
}

export interface CommandReading {
  readonly kind: 'command';
  readonly command: AnyCommand;
  readonly args: Readonly<Record<string, unknown>>;
  readonly trigger: CommandContext['trigger'];
  /** What it means where the command declines it. */
  readonly otherwise?: CommandReading | AskReading | Hint | undefined;
  /** What the same message orders beside it: `服务日和包饺子都报上`. */
  readonly more?: readonly CommandReading[];
}

/** It may mean several things: the speaker is asked which. */
export interface AskReading {
  readonly kind: 'ask';
  readonly text: Text;
  readonly choices: readonly { readonly label: Text; readonly typed: string }[];
  /** The message to carry out where any words answer, with `{}` for them. */
  readonly open?: string;
  /** What it is about; somebody who may not use that is told so. */
  readonly command: AnyCommand;
  /** The words only look like it: somebody who may not use it hears nothing of it. */
  readonly isGuess?: true;
}

/** What a message means: a command with its arguments, what to type instead, or nothing for us. */
export type Reading = CommandReading | AskReading | Hint | Ignored;
