import type { Phrase } from '../../core/phrase.ts';

const asked = { only: 'toBot', asks: true } as const;

const SIGNED = '(报上|报名|报了|报成|登记上|在名单|名单上|算我|signed.up)';
const OR_NOT = '(没|没有|吗|么|成功|哪些|什么|了没|上了)';

export const mePhrases: readonly Phrase[] = [
  { says: `… (我|i|am.i) … ${SIGNED} … ${OR_NOT} …`, as: '/我的', ...asked },
  { says: '… (重新报|再报|还要报|还用报|用报名|报名还在|报名还算) …', as: '/我的', ...asked },
  { says: '… (有没有|有) 我 …', as: '/我的', ...asked },
  {
    says: '(看|看看|查|查一下|查查)? 我的 (报名|需求|活动|情况|记录|东西|事)',
    as: '/我的',
    ...asked,
  },
  { says: '… 我 (提|报|认领)(了|的|过) … (哪些|什么|几个|多少) …', as: '/我的', ...asked },
];

const WHO = '(谁是|哪个是|哪位是|谁|哪位|找谁|联系谁)';
const REACH =
  '(电话|手机号|号码|联系方式|联系人|怎么联系|联络员|负责人|负责|人工|客服|真人|活人|打电话|找个人|找人问|phone|contact|liaison|human)';

export const contactPhrases: readonly Phrase[] = [
  { says: `… {unit} … ${REACH} …`, as: '/找谁 {unit}', ...asked },
  { says: `… ${REACH} … {unit} …`, as: '/找谁 {unit}', ...asked },
  { says: `… ${WHO} … ${REACH} …`, as: '/找谁', ...asked },
  { says: `… ${REACH} …`, as: '/找谁', ...asked },
  { says: '… (哪些|什么|几家|多少家|多少|哪几家) … (单位|公司|成员单位) …', as: '/找谁', ...asked },
];
