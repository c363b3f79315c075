import type { Phrase } from '../../core/phrase.ts';
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

export const helpPhrases: readonly Phrase[] = [
  {
    says: '… (怎么用|怎么使用|咋用|如何使用|使用方法|使用说明|怎么操作|能做什么|会做什么|能干什么|能干啥|会干啥|会什么|有什么功能|有啥功能|有什么用|怎么弄|不会用|what.can.you.do|how.does.this.work|how.do.i.use) …',
    as: '/帮助',
    only: 'toBot',
    asks: true,
  },
];
