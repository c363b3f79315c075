import type { Text } from '../core/text.ts';

export const texts = {
  nothing: {
    zh: '您没有可以撤销的一步。看能做什么请发「/帮助」',
    en: 'There is nothing of yours to take back. For what you can do send /help',
  } satisfies Text,
  tooLate: {
    zh: '已经过了 5 分钟，不能撤销了。要改请看「/帮助」',
    en: 'That was more than 5 minutes ago and stays. For ways to change it send /help',
  } satisfies Text,
};
