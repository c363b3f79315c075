import type { Phrase } from '../../core/phrase.ts';

export const helpPhrases: readonly Phrase[] = [
  {
    says: '… (怎么用|怎么使用|咋用|如何使用|使用方法|使用说明|怎么操作|能做什么|会做什么|能干什么|能干啥|会干啥|会什么|有什么功能|有啥功能|有什么用|怎么弄|不会用|what.can.you.do|how.does.this.work|how.do.i.use) …',
    as: '/帮助',
    only: 'toBot',
    asks: true,
  },
];
