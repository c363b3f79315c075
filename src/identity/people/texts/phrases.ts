import type { Phrase } from '../../../core/phrase.ts';

/*
 * Sentences by which people ask to join a unit, and liaisons let them.
 */

const WISHES = '~(想|申请|要|要求|希望|打算|想申请)';

export const joinPhrases: readonly Phrase[] = [
  { says: `… ${WISHES} (加入|入)(单位)? {unit}`, as: '/加入单位 {unit}' },
  { says: `… 我是 {unit} … ${WISHES} (加入|入单位|加入单位|登记|进来)`, as: '/加入单位 {unit}' },
  { says: '… {unit} … (申请加入|申请加入单位|想加入|要加入)', as: '/加入单位 {unit}' },
  {
    says: '… (我是|我们是|这里是) … (的|公司|集团|单位|店|学校|的员工|的人)',
    as: '/加入单位',
    only: 'toBot',
  },
  { says: `… ${WISHES} (加入单位|入单位|加入你们|加入联盟|加入)`, as: '/加入单位', only: 'toBot' },
  { says: '… (join|be.a.member.of) {unit}', as: '/加入单位 {unit}' },
];

const YES = '(同意|批准|通过|准了|同意了)';

export const agreePhrases: readonly Phrase[] = [
  { says: `${YES} {who} ~(的)? ~(加入|申请|进来)`, as: '/同意 {who}', open: true },
  { says: `{request} ${YES}`, as: '/同意 {request}', open: true },
  { says: `${YES} {request}`, as: '/同意 {request}', open: true },
  { says: `{who} 是 … ${YES}`, as: '/同意 {who}', open: true },
  { says: `{who} ~(可以|没问题|行|是我们的人) ${YES}`, as: '/同意 {who}', open: true },
  {
    says: '{who} (可以|没问题|可以的|是我们单位的|是我们公司的)',
    as: '/同意 {who}',
    open: true,
    only: 'toBot',
  },
  {
    says: `~(是|确实是|对) ~(我们|咱们|我司|本|本人)(单位|公司|家)? ~(的)?(人|员工) … ${YES}`,
    as: '/同意',
    open: true,
  },
  {
    says: '(同意|可以|好的|好|行|没问题|是的|批准|通过|是我们的人|是我们单位的|yes|ok)',
    as: '/同意',
    open: true,
    only: 'toBot',
  },
];

const NO = '(不同意|拒绝|不批准|不批|不通过|别加|驳回)';
const STRANGER =
  '(不认识|没见过|不是我们的人|不是我们单位的|不是我们公司的|不是我们这的|不是本单位的|没这个人|查无此人)(这个人|他|她|啊)?';

export const disagreePhrases: readonly Phrase[] = [
  { says: `${NO} {who} ~(加入|申请)`, as: '/不同意 {who}', open: true },
  { says: `{who} 不是 … ${NO}`, as: '/不同意 {who}', open: true },
  {
    says: `${NO} ${STRANGER}`,
    as: '/不同意',
    open: true,
  },
  { says: '{who} 不是 … (人|员工|的)', as: '/不同意 {who}', open: true, only: 'toBot' },
  {
    says: `${STRANGER} ~(这个人|这人|他|她|此人) ${NO}`,
    as: '/不同意',
    open: true,
  },
  { says: '(不同意|不认识|不是我们的人|不行|拒绝)', as: '/不同意', open: true, only: 'toBot' },
];

const HOW = '(怎么|如何|怎样|咋|咋样|怎么样)';
const ADD = '(加|添加|增加|新增|登记|录入|加入)(一家|一个|个|家|一下)?(新的?)?';

export const unitPhrases: readonly Phrase[] = [
  { says: `${ADD}(成员)?单位 {rest}`, as: '/单位 {rest}', only: 'toBot' },
  { says: `${HOW} ${ADD}(成员)?单位`, as: '/帮助 单位', only: 'toBot', asks: true },
];

export const liaisonPhrases: readonly Phrase[] = [
  {
    says: '~(想|要|就|定|把|请|让|由) {unit} ~的 {who} (当|做|担任|任|设为|定为|是)(我们|单位|该单位)?(的)?联络员',
    as: '/联络员 {unit} {who}',
    only: 'toBot',
  },
  {
    says: '~(想|要) (让|请|由|定|把) {who} (当|做|担任|任|设为|定为) {unit} ~的 联络员',
    as: '/联络员 {unit} {who}',
    only: 'toBot',
  },
  {
    says: '~(想|要) (让|请|由|定|把) {who} (当|做|担任|任|设为|定为)联络员',
    as: '/联络员 {who}',
    only: 'toBot',
  },
  {
    says: `${HOW} (设|设置|定|加|换|改|任命|指定|添加)(一个|个|一位)?(新)?联络员`,
    as: '/帮助 联络员',
    ...{ only: 'toBot', asks: true },
  },
];
