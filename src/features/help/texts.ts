import type { Text } from '../../core/text.ts';

export const texts = {
  title: { zh: '我是小联，可以这样说：', en: 'I am the liaison bot. You can say:' } satisfies Text,
  row: (title: Text, items: Text): Text => ({
    zh: `${title.zh}：${items.zh}`,
    en: `${title.en}: ${items.en}`,
  }),
  more: (first: Text): Text => ({
    zh: `还有更多：发「/帮助 ${first.zh}」看一类，发「/帮助 签到」看一条`,
    en: `There is more: “/help ${first.en}” for a topic, “/help checkin” for one command`,
  }),
  chapter: (title: Text): Text => ({
    zh: `${title.zh}，可以这样说：`,
    en: `${title.en}. You can say:`,
  }),
  moreOfOne: {
    zh: '想知道某一条怎么用，请发「/帮助 签到」',
    en: 'For one of them send “/help checkin”',
  } satisfies Text,
  also: ({ zh, en }: Text): Text => ({ zh: `也可以说：${zh}`, en: `Also: ${en}` }),
  examples: ({ zh, en }: Text): Text => ({ zh: `例：${zh}`, en: `For example: ${en}` }),
  inPrivate: { zh: '（要私聊我说）', en: '(in private)' } satisfies Text,
  noSuchCommand: (name: string): Text => ({
    zh: `没有「${name}」这个命令。看有哪些请发「/帮助」`,
    en: `There is no command “${name}”. For all of them send /help`,
  }),
};
