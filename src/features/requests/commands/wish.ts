import { submitCommand } from './shared/submit.ts';

export const wish = submitCommand('wish', {
  name: 'wish',
  zhName: '心愿',
  aliases: ['微心愿'],
  words: ['心愿', '微心愿'],
  summary: { zh: '替有需要的人说一个微心愿', en: 'a small wish for somebody' },
  examples: ['心愿 奶奶想要老花镜', '/微心愿 孩子想要一套绘本'],
});
