import type { Phrase } from '../../../core/phrase.ts';
import type { Text } from '../../../core/text.ts';

/*
 * Sentences by which liaisons move, change and call off activities, and everybody asks about them.
 */

const MOVES = '(改|挪|推|延|调|换|移|定|调整|延期|推迟|改期|顺延)(期|时间)?(到|成|至|在|为)';

export const reschedulePhrases: readonly Phrase[] = [
  { says: '改期 {activity} {when}', as: '/改期 {activity} {when}' },
  { says: '改期 {activity} {rest}', as: '/改期 {activity} {rest}' },
  { says: '改期 {when}', as: '/改期 {activity} {when}' },
  { says: '改期 (推迟|延后|推后|顺延) {when}', as: '/改期 {activity} 推迟{when}' },
  { says: '改期 (提前|提早) {when}', as: '/改期 {activity} 提前{when}' },
  { says: `… {activity?} ~(时间|日期|开始时间) ${MOVES} {when}`, as: '/改期 {activity} {when}' },
  { says: '… {activity?} (推迟|延后|延迟|往后推|晚) {when}', as: '/改期 {activity} 推迟{when}' },
  { says: '… {activity?} (提前|提早|往前提|早) {when}', as: '/改期 {activity} 提前{when}' },
  {
    says: '(postpone|move|reschedule) {activity} (to|until) {rest}',
    as: '/改期 {activity} {rest}',
  },
];

export const callOffPhrases: readonly Phrase[] = [
  { says: '(取消|停办) {activity} {rest?}', as: '/取消 {activity} {rest}', confirm: reallyOff },
  {
    says: '(因为|由于|因) … (取消|停办) {activity}',
    as: '/取消 {activity} {…}',
    confirm: reallyOff,
  },
  {
    says: '… {activity} (取消|不办|不搞|停办|不举行|不开)(了|啦)? {rest?}',
    as: '/取消 {activity} {rest}',
    confirm: reallyOff,
  },
  {
    says: '(cancel|call.off) {activity} {rest?}',
    as: '/取消 {activity} {rest}',
    confirm: reallyOff,
  },
  { says: '… {activity} is (cancelled|canceled|off)', as: '/取消 {activity}', confirm: reallyOff },
];

/** What is told to everybody stands in the question. */
function reallyOff(called: Text, typed: string): Text {
  const [, , ...why] = typed.split(' ');
  const [zh, en] =
    why.length === 0 ? ['', ''] : [`原因：${why.join(' ')}。`, ` Why: ${why.join(' ')}.`];
  return {
    zh: `要取消 ${called.zh} 吗？${zh}报了名的都会收到通知。取消请回「是」，不取消请回「不」`,
    en: `Call off ${called.en}?${en} Everybody who signed up is told. Answer “yes” or “no”`,
  };
}

const CHANGED = '(改|换|变|挪|搬|移|定|设|调)(到|成|为|在|至)';

export const changePhrases: readonly Phrase[] = [
  {
    says: `… {activity?} ~(的)? (地点|地址|地方|场地|集合地点|集合点) ~${CHANGED} {place} {tail?}`,
    as: '/活动 {activity} @{place}',
  },
  {
    says: '… {activity} (改|换|挪|搬|移)(到|在|至) {place} {tail?}',
    as: '/活动 {activity} @{place}',
  },
  {
    says: '(改|换|挪|搬|移)(到|在|至) {place} {tail?}',
    as: '/活动 {activity} @{place}',
    only: 'reply',
  },
  {
    says: '… {activity?} ~(人数|名额)? (加|增|增加|扩|扩大|放宽|减|减少|限)(到|成|为|至) {count} ~(个)? ~(人|个|位|名) ~(名额)? {tail?}',
    as: '/活动 {activity} {count}人',
  },
  {
    says: '… {activity} (限|限报|最多|只收) {count} ~(个)? (人|位|名) {tail?}',
    as: '/活动 {activity} {count}人',
  },
  {
    says: '… {activity?} (名额|人数|限额|上限|人数上限) ~(改|加|增加|增|调|扩|放宽|减|减少|限)(成|到|为|至)? {count} ~(人|个|位|名) {tail?}',
    as: '/活动 {activity} {count}人',
  },
];

const HOUR = '(几时|几多点|几点钟|几时|多久|多长时间|什么时间|when|what.time|how.long)';
const DAY = '(什么时候|啥时候|何时|哪天|哪一天|几号|多会儿|星期几|周几|礼拜几)';
const PLACE =
  '(喺边度|喺边|边度|点去|在哪|在哪里|在哪儿|哪里|哪儿|哪个门|什么地方|啥地方|地点|地址|怎么走|集合|where)';
const DETAIL =
  '(带什么|带啥|要带|穿什么|穿啥|要不要钱|要钱|收费|交钱|花钱|免费|什么内容|啥内容|干什么|干啥|做什么|停车|谁组织|还能报|能报名|可以报名|还可以报|截止|bring)';

const ASKING = '~(那个|这个|这次|那|请问|请问下|问一下|问下|想问下|想问一下)';
const ITS = '~(的|是|那天|到底)?';
const WHEN = '(几点|几点钟|几时|什么时候|啥时候|哪天|几号)';
const WHERE = '(哪|哪里|哪儿|哪个地方|什么地方|啥地方|哪个位置|哪个塌塌|边度)';
const BEGINS = '~(开始|集合|举行|举办|办|搞|开|到|结束|去|签到)';

const asked = { as: '/活动 {activity}', only: 'toBot', asks: true } as const;

/** What is new stands behind it as it is typed. */
export const newActivityPhrases: readonly Phrase[] = [
  {
    says: '(新建|新增|创建|发布|建个|建一个|发起|发起个)(一个|一次|一场)?活动 _ {rest}',
    as: '/活动 {rest}',
  },
];

export const activityQuestions: readonly Phrase[] = [
  { says: `… {activity} … (${HOUR}|${DAY}|${PLACE}|${DETAIL}) …`, ...asked },
  { says: `… (${HOUR}|${DAY}|${PLACE}|${DETAIL}) … {activity} …`, ...asked },
  { says: `… (${HOUR}|${PLACE}|${DETAIL}) …`, ...asked, besides: '#' },
  // Nothing but the question: it is answered in the group, too.
  {
    says: `${ASKING} {activity} ${ITS} ~(时间)? ${WHEN} ${BEGINS} ~(来着|呀|啊|呢)`,
    ...{ as: '/活动 {activity}', asks: true },
  },
  {
    says: `${ASKING} {activity} ${ITS} ~(地点)? ~在 ${WHERE} ${BEGINS}`,
    ...{ as: '/活动 {activity}', asks: true },
  },
];

const DOWN = '(报名|报了|报上|报名了|报了名)';
const HEADS = '(多少|几|好多)(个)?(人|位)';
const COMING = '(报|报名|参加|去)(名|了名|了)?';
const SEE = '~(看|看看|看下|看一下|查|查下|查一下|问下|问一下|发下|发一下)';
const NOW = '~(现在|目前|到现在|截至目前)';
const MANY = '(多少人|几个人|几位|几个|多少个|多少|谁|有谁|哪些人|哪几位|哪几个|who|how.many)';
const COMES = '(报名|报了|报上|参加|名单|signed.up|coming|going)';

const listed = { as: '/名单 {activity}', only: 'toBot', asks: true } as const;

export const listPhrases: readonly Phrase[] = [
  { says: `… {activity?} … ${MANY} ~(会|要|能|想|一起) (去|来|到|会去|会来) ~了`, ...listed },
  { says: `… {activity?} … ${MANY} … ${COMES} …`, ...listed },
  { says: `… {activity?} … ${COMES} … ${MANY} …`, ...listed },
  { says: '… {activity?} … (还有名额|还有位置|有空位|满员|满了|剩几个|还剩|名额) …', ...listed },
  {
    says: '{activity} ~(的)? ~(报名)? 名单 (发|给|看)(我|一下|下|出来)? ~(看看|看一下|看下|发一下|瞧瞧)',
    as: '/名单 {activity}',
    asks: true,
  },
  {
    says: `${SEE} ${NOW} {activity?} ~(的)? ${NOW} ~(一共|总共)? ${DOWN} ~(的|了)? ~(有)? ${HEADS} ~了`,
    ...{ as: '/名单 {activity}', asks: true, sole: true },
  },
  {
    says: `${SEE} ${NOW} {activity} ~(的)? ${NOW} ~(一共|总共|都|有)? ${HEADS} ~${COMING} ~了`,
    ...{ as: '/名单 {activity}', asks: true },
  },
  {
    says: '{activity} ~还 (收人|要人|缺人|招人|能报|能报名|可以报|可以报名|有名额|有位置|有空位|报得上) (不|吗|没|么|没有)',
    ...{ as: '/名单 {activity}', asks: true },
  },
  {
    says: '名单 (发|给|看)(我|一下|下|出来) ~(看看|看一下|看下|一份|一下|瞧瞧)',
    ...{ as: '/名单 {activity}', asks: true, sole: true },
  },
  {
    says: `${SEE} ${NOW} (谁|哪些人|哪几个|还有谁) ~(还|都)? (没|没有|没来)(报名|报)`,
    ...{ as: '/名单 {activity}', asks: true, sole: true },
  },
  {
    says: `${SEE} ${NOW} {activity?} ~(的)? ~都 ~有 (谁|哪些人|哪几个|哪几位|哪个) (报名|报|参加)(了名|了)? ~了`,
    ...{ as: '/名单 {activity}', asks: true, sole: true },
  },
  {
    says: `${SEE} ${NOW} {activity?} ~(的)? (报名人数|报名情况|报名名单|参加的人|参加人员) ~(有多少|多少|怎么样|如何|咋样)?`,
    ...{ as: '/名单 {activity}', asks: true, sole: true },
  },
  {
    says: '~(发|看|给|要)(一下|下|个|我)? 报名名单 ~(发|给|看)(一下|下|我|看看|我看看)?',
    as: '/名单',
    asks: true,
  },
];

export const passcodePhrases: readonly Phrase[] = [
  { says: '(签到口令|口令) ~(就)? (改|换|变|设|定|用)(成|为|到|作)? {text}', as: '/口令 {text}' },
  {
    says: '(换|换个|换一个|改|改个|改一个)(签到)?口令 (用|为|成|叫|改成|换成|就用) {text}',
    as: '/口令 {text}',
  },
];
