import { shortened } from '../../../core/names.ts';
import { lines, plain, type Text } from '../../../core/text.ts';
import type { RequestKind } from '../records/index.ts';

const kindName: Readonly<Record<RequestKind, Text>> = {
  need: { zh: '需求', en: 'a request' },
  wish: { zh: '心愿', en: 'a wish' },
  voice: { zh: '民情', en: 'an opinion' },
};

/** What is asked back, and what the answers are called. */
export const asking = {
  which: { zh: '您说的是哪一件？回数字就行', en: 'Which one do you mean? Its number will do' },
  whichClaimed: { zh: '认领哪一件？回数字就行', en: 'Which one do you take? Its number will do' },
  whichDone: { zh: '办完的是哪一件？回数字就行', en: 'Which one is done? Its number will do' },
  whichSolved: {
    zh: '您满意的是哪一件？回数字就行',
    en: 'Which one is resolved? Its number will do',
  },
  whichUnsolved: {
    zh: '没解决的是哪一件？回数字就行',
    en: 'Which one is not resolved? Its number will do',
  },
  whichWithdrawn: {
    zh: '撤回哪一件？回数字就行',
    en: 'Which one do you withdraw? Its number will do',
  },
  solved: (number: number): Text => ({
    zh: `#${number} 解决了吗？回数字就行，或发「满意 ${number}」「未解决 ${number}」`,
    en: `Is #${number} resolved? Answer with the number, or send “satisfied ${number}” or “not fixed ${number}”`,
  }),
  isSolved: { zh: '解决了，满意', en: 'resolved' },
  isNotSolved: { zh: '还没解决，请接着办', en: 'not yet, please go on' },
  finished: (number: number): Text => ({
    zh: `#${number} 办完了吗？回数字就行，或发「完成 ${number}」「进度 ${number} …」`,
    en: `Is #${number} finished? Answer with the number, or send “done ${number}” or “progress ${number} …”`,
  }),
  isFinished: { zh: '办完了，请提出人看', en: 'finished; who asked may look' },
  isUnderWay: { zh: '还在办，记成进度', en: 'still under way, note it' },
  isGivenBack: { zh: '办不了，退回', en: 'cannot be done, give it back' },
  offer: (kind: RequestKind): Text => ({
    zh: `要我记成${kindName[kind].zh}吗？是就回「是」，不用就回「不」`,
    en: `Shall I note it as ${kindName[kind].en}? Answer “yes” or “no”`,
  }),
  whoSees: (kind: RequestKind, text: string): Text => ({
    zh: `要我记成${kindName[kind].zh}吗：${text}\n给谁看？回数字，不用就回「不」`,
    en: `Shall I note it as ${kindName[kind].en}: ${text}\nWho may see it? Answer with the number, or “no”`,
  }),
  forGroups: { zh: '发到群里，不写您的名字', en: 'the groups, without your name' },
  forCommunity: { zh: '只给社区看，不发到群里', en: 'only the community, no group' },
  forReader: (name: string): Text => ({
    zh: `只给${name}一个人看，写成来信`,
    en: `only ${name}, as a letter`,
  }),
  discreet: (number: number): Text =>
    lines(
      {
        zh: `记下了，是 #${number}。群里只写「一位居民」，有进展我私下告诉您。`,
        en: `Noted as #${number}. The groups read “a resident”; I tell you in private how it goes.`,
      },
      {
        zh: `看进展请发「/详情 ${number}」，不要了发「撤回 ${number}」`,
        en: `To follow it send “/show ${number}”, to take it back “withdraw ${number}”`,
      },
    ),
  kept: (number: number): Text =>
    lines(
      {
        zh: `记下了，是 #${number}，只给社区看，不发到群里。有进展我私下告诉您。`,
        en: `Noted as #${number}, for the community only. I tell you in private how it goes.`,
      },
      {
        zh: `看进展请发「/详情 ${number}」，不要了发「撤回 ${number}」`,
        en: `To follow it send “/show ${number}”, to take it back “withdraw ${number}”`,
      },
    ),
  keptFor: (number: number, text: string, kind: RequestKind): Text =>
    lines(
      {
        zh: `#${number}${kind === 'voice' ? '（民情）' : ''} 有人私下提的，只给社区看：`,
        en: `#${number}, said in private for the community only:`,
      },
      plain(text),
      kind === 'voice'
        ? { zh: `看经过请私聊我发「/详情 ${number}」`, en: `To see it send me “/show ${number}”` }
        : {
            zh: `能办请私聊我发「认领 ${number} 周六上午」`,
            en: `To take it on send me “claim ${number}”`,
          },
    ),
  offered: (kind: RequestKind, text: string): Text => ({
    zh: `${kindName[kind].zh} ${shortened(text, 30)}`,
    en: `${kindName[kind].en}: ${shortened(text, 30)}`,
  }),
} as const;
