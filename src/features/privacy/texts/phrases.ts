import type { Phrase } from '../../../core/phrase.ts';

/*
 * Sentences by which people ask what is kept about them, and that it be erased.
 */

const KEPT = '(信息|资料|数据|记录|账号|名字|东西|隐私)';
const ALL = '~(所有|全部|一切)';
const ERASE = '(删|删除|删掉|删了|清除|清掉|清空|抹掉|去掉|注销)(掉|了|干净)?';

export const forgetPhrases: readonly Phrase[] = [
  {
    says: `… 我的 ${ALL} ~的 ${KEPT} ~(都|全|全部|统统|全都) (给)?${ERASE}`,
    as: '/忘记我',
    only: 'private',
  },
  { says: `… ${ERASE} ~(关于)? 我的 ${ALL} ~的 ${KEPT}`, as: '/忘记我', only: 'private' },
  { says: '… (忘|忘记|忘掉)(了)?我 ~(吧|这个人)', as: '/忘记我', only: 'private' },
  {
    says: '… (delete|erase|remove) my (data|account|name|information)',
    as: '/忘记我',
    only: 'private',
  },
];

export const namingPhrases: readonly Phrase[] = [
  {
    says: '~(我|我们)? (同意|愿意|可以) (署名|写(我的)?(全名|名字|姓名))',
    as: '/署名 公开',
    only: 'toBot',
  },
  {
    says: '~(请|麻烦|以后)? (不|别|不要|不用|不想|不愿意|不同意) ~(再)? (署名|署我的名|写我的?(全名|名字|姓名)|公开我的?(名字|姓名))',
    as: '/署名 不公开',
    only: 'toBot',
  },
];

export const privacyPhrases: readonly Phrase[] = [
  {
    says: `… (记|存|留|收集|保存|记录|知道)(了|着|下)? ~(我|我们|大家)(的|们的)? (什么|哪些|啥|多少)${KEPT}? …`,
    as: '/隐私',
    ...{ only: 'toBot', asks: true },
  },
  {
    says: `… (我|我们|大家)的 ${KEPT} … (谁|安全|泄露|看得到|看到|看见|放在哪|存在哪|保存多久|留多久) …`,
    as: '/隐私',
    ...{ only: 'toBot', asks: true },
  },
];
