import type { Phrase } from '../../../core/phrase.ts';
import type { RequestKind } from '../records/index.ts';

/*
 * Sentences by which liaisons settle what becomes of a request, and everybody asks what there is.
 */

const GIVES = '(派给|指派给|派单给|派|指派|派单|交给|转给|分给|分派给|安排给|安排)';

export const assignPhrases: readonly Phrase[] = [
  {
    says: `… {request} ~(号|条|件)? ${GIVES} {unit} ~(处理|来处理|办|去办|负责)? {when?}`,
    as: '/指派 {request} {unit} {when}',
  },
  { says: '… {request} 给 {unit}', as: '/指派 {request} {unit}' },
  { says: `${GIVES} {request} ~给 {unit} {when?}`, as: '/指派 {request} {unit} {when}' },
  { says: `… ${GIVES} {unit} {when?}`, as: '/指派 {request} {unit} {when}', only: 'toBot' },
  { says: '(指派|派单) {unit} {when?}', as: '/指派 {request} {unit} {when}' },
  { says: '(assign|give) {request} (to)? {unit} {when?}', as: '/指派 {request} {unit} {when}' },
];

const DECLINES = '(不受理|不予受理)';

export const declinePhrases: readonly Phrase[] = [
  { says: `${DECLINES} {request} {rest}`, as: '/不受理 {request} {rest}' },
  { says: `… {request} ${DECLINES} {rest}`, as: '/不受理 {request} {rest}' },
  { says: `… ${DECLINES} {rest}`, as: '/不受理 {request} {rest}', only: 'toBot' },
];

export const referPhrases: readonly Phrase[] = [
  { says: '(转交|移交) {request} ~(给|到|至) {rest}', as: '/转交 {request} {rest}' },
  { says: '… {request} (转交|移交) ~(给|到|至) {rest}', as: '/转交 {request} {rest}' },
];

const WAITS =
  '(先放一放|先放放|放一放|先放着|暂缓|暂缓办理|缓一缓|先缓缓|先缓一缓|先搁置|搁置|先等等|先挂着|先不办)';

export const holdPhrases: readonly Phrase[] = [
  { says: '暂缓 {request} {rest?}', as: '/暂缓 {request} {rest}' },
  { says: `… {request} ${WAITS} {rest?}`, as: '/暂缓 {request} {rest}' },
];

const ANY = '(哪些|哪几个|什么|啥|有没有|几个|几件|多少)';

export const needsPhrases: readonly Phrase[] = [
  { says: `… ${ANY} … (需求|诉求|单子|工单) …`, as: '/需求列表', asks: true, only: 'toBot' },
  {
    says: `… ${ANY} … (没人认领|没认领|待认领|没人接|要帮忙|需要帮忙) …`,
    as: '/需求列表',
    asks: true,
    only: 'toBot',
  },
  {
    says: `~(现在|还)? ~有 ${ANY} (需求|事|事情|任务|活) ~(还)? (没人认领|没认领|待认领|没人接|要认领)`,
    as: '/需求列表',
    asks: true,
  },
  {
    says: '~(列|看|看看|查|发|给我看)(一下|下|一份|个|出来)? ~(现在|目前)? ~(还有|还)? ~(哪些|什么|几个)? (需求列表|需求清单|待认领|待认领的需求|没人认领的需求|没人认的需求|没人接的需求|没人认领|没人认|没人领|没认领|没人接|没人接手)(的)? ~(需求|单子|事|事情|有哪些|是哪些|列表|清单)',
    as: '/需求列表',
  },
];

/** English words for asking, each with a colon: people need many things. */
export const askingPhrases: Readonly<Record<RequestKind, readonly Phrase[]>> = {
  need: [
    {
      says: '(need:|request:|repair:|report:|help.needed:|please.fix:) {rest}',
      as: '/需求 {rest}',
    },
  ],
  wish: [{ says: '(wish:|small.wish:) {rest}', as: '/心愿 {rest}' }],
  voice: [{ says: '(suggestion:|idea:|feedback:|opinion:|complaint:) {rest}', as: '/民情 {rest}' }],
};

export const claimPhrases: readonly Phrase[] = [
  {
    says: "(i'll|i.will|i.can|we'll|we.will|we.can) (take|do|handle|fix) {request}",
    as: '/认领 {request}',
  },
  {
    says: "(i'll|i.will|i.can|we'll|we.will|we.can) (take.care.of|take|do|handle|fix|see.to) ~(it|this|that.one)",
    as: '/认领 {request}',
    only: 'reply',
  },
];
