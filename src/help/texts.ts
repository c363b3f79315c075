import type { Role } from '../core/roles.ts';
import type { Text } from '../core/text.ts';

export const texts = {
  title: (role: Role): Text =>
    role === 'liaison' || role === 'convenor'
      ? { zh: '我是小联，您可以这样说：', en: 'I am the liaison bot. You can say:' }
      : { zh: '我是小联，大家可以这样说：', en: 'I am the liaison bot. You can say:' },
  more: {
    zh: '想知道某一条怎么用，请发「/帮助 签到」',
    en: 'For one of them send “/help 签到”',
  } satisfies Text,
  item: (zh: string, latin: string, example: string): Text => ({
    zh: `${zh}：${example}`,
    en: `/${latin}: ${example}`,
  }),
  also: (names: string): Text => ({ zh: `也可以说：${names}`, en: `Also: ${names}` }),
  examples: (examples: string): Text => ({ zh: `例：${examples}`, en: `For example: ${examples}` }),
  inPrivate: { zh: '（要私聊我说）', en: '(in private)' } satisfies Text,
  noSuchCommand: (name: string): Text => ({
    zh: `没有「${name}」这个命令。看有哪些请发「/帮助」`,
    en: `There is no command “${name}”. For all of them send /help`,
  }),
};
