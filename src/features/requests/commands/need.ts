import { submitCommand } from './shared/submit.ts';

export const need = submitCommand('need', {
  name: 'need',
  zhName: '需求',
  aliases: ['报事', '求助', '报修'],
  words: ['需求', '报事'],
  summary: {
    zh: '报一件要办的事，照片可以一起发',
    en: 'ask for something to be done, with photos',
  },
  examples: ['需求 3号楼2单元楼道灯坏了', '/报事 北门垃圾没人清', '/需求 替王奶奶：想找人修水龙头'],
});
