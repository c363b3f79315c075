import type { Phrase } from '../../../core/phrase.ts';

const RESULT = '(结果|票数|得票|比分|怎么样|怎样|如何|几票|多少票|谁赢|哪个多|投完)';

export const pollPhrases: readonly Phrase[] = [
  {
    says: '~(我|我来|我想)? (发|发起|发个|发一个|搞|搞个|来个|做个|弄个|建个)(一个)? 投票 _ {rest}',
    as: '/投票 {rest}',
  },
  { says: `… 投票 ~(的)? ${RESULT} ~(怎么样|怎样|如何|出来)? ~了`, as: '/投票', asks: true },
  { says: '… (票数|得票) …', as: '/投票', asks: true, only: 'toBot' },
  {
    says: '… (投票|表决) … (截止|结束|什么时候|到几点|到哪天|几号|哪天) …',
    as: '/投票',
    asks: true,
    only: 'toBot',
  },
  {
    says: '… (我|我们) … (投|选)(了|的|过)? … (哪个|什么|谁|啥|哪项|没|吗) …',
    as: '/投票',
    asks: true,
    only: 'toBot',
  },
  {
    says: '… (谁|哪个|哪项|什么) … (领先|票最多|票多|最多|第一|占优|赢) …',
    as: '/投票',
    ...{ asks: true, only: 'toBot' },
  },
  {
    says: '~(看看|看下)? ~(现在|目前|投票) (哪个|哪项|哪一个|谁)的?(票多|票最多|得票多|得票最多|领先|票数最多) ~(啊|呀|呢|了)',
    as: '/投票',
    ...{ asks: true, open: true },
  },
  { says: `… 投票 … ${RESULT} …`, as: '/投票', asks: true, only: 'toBot' },
  {
    says: '… (怎么|如何|咋|怎样|how.to|how.do.i) (投|投票|选|vote) …',
    as: '/投票',
    asks: true,
    only: 'toBot',
  },
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
    says: '(投票|这次投票|本次投票) ~(可以|该|能|应该|差不多) (到此|就到这|就到这里|提前|现在)? ~(结束|截止|为止|关闭|停止) ~(了|吧)',
    as: '/结束投票',
    open: true,
  },
  {
    says: '(投票|这次投票|本次投票) ~(可以|该|能|应该|差不多)? (结束|截止|关闭|停止|收) ~(了|吧)',
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

/** The words of an option that was voted for, after the poll. */
export const adoptPhrases: readonly Phrase[] = [
  {
    says: '~(按投票|按投票结果|按结果)(办|来)? (定|定下|选定|就办|就搞|采纳) {option} ~(了|吧) {rest?}',
    as: '/定 {option} {rest}',
    open: true,
  },
  {
    says: '~(按投票|按投票结果|按结果|按大家投的)(办|来)? {option} (定了|就这么定|定下来) ~(了|吧) {rest?}',
    as: '/定 {option} {rest}',
    open: true,
  },
  {
    says: '~(按投票|按投票结果|按结果|按大家投的)(办|来)? {text} {option} ~(就)? (定了|就这么定|定下来|定)',
    as: '/定 {option} {text}',
    open: true,
  },
];
