import { submitCommand } from './shared/submit.ts';

export const voice = submitCommand('voice', {
  name: 'voice',
  zhName: '民情',
  aliases: ['建议', '意见', '投诉'],
  words: ['民情'],
  summary: { zh: '说一条意见或建议', en: 'an opinion or idea' },
  examples: ['民情 多几个晾衣架', '/建议 广场晚上音乐小一点'],
});
