import type { Phrase } from '../../../core/phrase.ts';

const RESULT = '(结果|怎么样|怎样|如何|几票|多少票|谁赢|哪个多|投完)';

export const pollPhrases: readonly Phrase[] = [
  {
    says: '~(我|我来|我想)? (发|发起|发个|发一个|搞|搞个|来个|做个|弄个|建个)(一个)? 投票 _ {rest}',
    as: '/投票 {rest}',
  },
  { says: `… 投票 ~(的)? ${RESULT} ~(怎么样|怎样|如何|出来)? ~了`, as: '/投票', asks: true },
  { says: `… 投票 … ${RESULT} …`, as: '/投票', asks: true, only: 'toBot' },
  { says: '… 谁 … (没投|没投票|投了|投票了) …', as: '/投票', asks: true, only: 'toBot' },
  {
    says: '… (没投|没投票|投了|投票) … (谁|几个|多少人|哪些人) …',
    as: '/投票',
    asks: true,
    only: 'toBot',
  },
];

export const closePhrases: readonly Phrase[] = [
  {
    says: '(投票|这次投票|本次投票) (到此|就到这|就到这里|提前|现在)? ~(结束|截止|为止|关闭|停止) ~(了|吧)',
    as: '/结束投票',
    open: true,
  },
  { says: '(结束|截止|关闭|停止|提前结束)(这次|本次)?投票', as: '/结束投票', open: true },
  { says: '(close|end) (the)? (poll|vote)', as: '/结束投票', open: true },
];

export const cancelPollPhrases: readonly Phrase[] = [
  { says: '(取消|撤掉|作废)(这次|本次|这个)?投票 {tail?}', as: '/取消投票', open: true },
  { says: '投票 (取消|作废|不投) ~了 {tail?}', as: '/取消投票', open: true },
];
