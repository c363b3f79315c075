import { lines, series, type Text } from '../core/text.ts';
import type { ChatAdapter } from '../ports/chat.ts';
import { OperatorError } from '../ports/operator-error.ts';

/** The setup code, and what to send where. */
export function setupText(code: string, alliance?: string): Text {
  return {
    zh: `初始化码：${code}\n请召集人私聊机器人发：/初始化 ${code} ${alliance ?? '联盟的名字'}`,
    en: [
      `setup code: ${code}\nThe convenor sends the bot in private: /setup ${code} `,
      alliance ?? 'NAME OF THE ALLIANCE',
    ].join(''),
  };
}

/**
 * What whoever has started the bot has to know: what to send first where nobody is convenor, that
 * it runs, how a platform is carried by hand, how it is stopped.
 */
export function beginText(begun: {
  /** Made just now. */
  readonly code: string | undefined;
  /** An earlier code waits for the first convenor. */
  readonly waits: boolean;
  readonly chats: readonly Pick<ChatAdapter, 'title'>[];
  /** The platforms that may be carried by hand. */
  readonly byHand: readonly string[];
}): Text {
  const { code, waits, chats, byHand } = begun;
  const titles = series(chats.map(({ title }) => title));
  return lines(
    code !== undefined && setupText(code),
    waits && {
      zh: '还没有召集人。初始化码第一次启动时给过，丢了就运行 npm run code',
      en: [
        'There is no convenor yet. The setup code was printed at the first start; ',
        'a lost one: npm run code',
      ].join(''),
    },
    {
      zh: `机器人在运行：${titles.zh}。停止按 Ctrl+C`,
      en: `The bot runs: ${titles.en}. Stop it with Ctrl+C`,
    },
    byHand.length > 0 && {
      zh: `代转群里的话：另开一个窗口，运行 npm run relay -- ${byHand[0]}`,
      en: `To carry a group by hand: npm run relay -- ${byHand[0]} in another window`,
    },
  );
}

/**
 * An error in words of whoever runs the bot, where we know what to do about it; anything else with
 * its stack.
 */
export function explained(error: unknown, language: 'zh' | 'en'): string {
  if (error instanceof OperatorError) return error.text[language];
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
