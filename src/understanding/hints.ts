import type { AnyCommand } from '../core/command.ts';
import type { Text } from '../core/text.ts';
import { usage } from './catalog.ts';

/** For the bot, but not to be carried out: what to type instead. */
export interface Hint {
  readonly kind: 'hint';
  readonly text: Text;
  /** The command that it is about; somebody who may not use that gets another hint. */
  readonly command?: AnyCommand;
  /** The command was named. */
  readonly named?: true;
  /** Nothing is known of it: whom to turn to follows. */
  readonly isLost?: true;
  /** What its reader was asked is settled: the next words are no answer to it. */
  readonly settles?: true;
}

export function didYouMean(typed: string, command: AnyCommand): Hint {
  const text: Text = {
    zh: `没有「${typed}」，您是想说「/${command.zhName}」吗？例：${command.examples[0]}`,
    en: `There is no “${typed}”. Did you mean /${command.name}? For example: ${command.examples[0]}`,
  };
  return { kind: 'hint', text, command };
}

export function howTo(command: AnyCommand): Hint {
  const how = usage(command);
  const text: Text = {
    zh: `这样说：${how.zh}\n例：${command.examples[0]}`,
    en: `Say: ${how.en}\nFor example: ${command.examples[0]}`,
  };
  return { kind: 'hint', text, command, named: true };
}

export function sayIt(command: AnyCommand, words: string): Hint {
  const text: Text = {
    zh: `${command.zhName}请发「${words}」，别的请看「/帮助」`,
    en: `For that send “${words.replace(command.zhName, command.name)}”; for anything else /help`,
  };
  return { kind: 'hint', text, command };
}

export const notUnderstood: Hint = {
  kind: 'hint',
  text: {
    zh: '这句我没看懂。发「/帮助」看看我能做什么。',
    en: 'I did not understand that. Send /help to see what I can do.',
  },
  isLost: true,
};

export const hello: Hint = {
  kind: 'hint',
  text: {
    zh: '您好！有事请发「需求 3号楼灯坏了」，能做什么请发「/帮助」',
    en: 'Hello! Send /help to see what I can do.',
  },
};

export const youAreWelcome: Hint = {
  kind: 'hint',
  text: {
    zh: '不客气！有事随时叫我，能做什么请发「/帮助」',
    en: 'You are welcome! To see what I can do send /help',
  },
};

/** Nothing of what was proposed is done. */
export const declined: Hint = {
  kind: 'hint',
  text: { zh: '好的，那就先不动。', en: 'All right, nothing was changed.' },
  settles: true,
};
