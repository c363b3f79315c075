import type { Trouble } from '../../src/ports/chat.ts';
import type { Text } from '../../src/ports/text.ts';
import type { Press } from './buttons.ts';

/** Why the connection is down. */
export const troubles = {
  unreachable: {
    code: 'unreachable',
    reason: { zh: '连不上它的服务器', en: 'its server cannot be reached' },
    advice: { zh: '我会一直再连，请看看网络', en: 'I keep trying; please look at the network' },
  },
  refused: {
    code: 'refused',
    reason: { zh: '令牌不管用了', en: 'it refuses the token' },
    advice: {
      zh: '请管理员换上 @BotFather 给的新令牌，再启动',
      en: 'Please put in a new token from @BotFather and start again',
    },
  },
  taken: {
    code: 'taken',
    reason: { zh: '另一个程序在用同一个令牌', en: 'another program uses the same token' },
    advice: { zh: '请管理员停掉另一个程序', en: 'Please stop the other program' },
    sends: true,
  },
} as const satisfies Record<string, Trouble>;

/** What the press of a button is answered with where it does nothing. At most 200 characters. */
export const texts: Readonly<Record<Exclude<Press['kind'], 'words'>, Text>> = {
  void: {
    zh: '这个按钮已经不用了，请直接发文字',
    en: 'This button is out of use. Please type the words',
  },
  others: {
    zh: '这个按钮是给提问的人的，您可以自己发',
    en: 'This button is for who asked. You can type the words yourself',
  },
};
