import type { Phrase } from '../../core/phrase.ts';
import type { Text } from '../../core/text.ts';

export const texts = {
  file: {
    zh: '您的信息都在这个文件里。记了什么、放多久看「/隐私」，要删除发「/忘记我」',
    en: 'Everything kept about you is in this file. For how long send /privacy, to be erased /forget',
  } satisfies Text,
  fileInPrivate: {
    zh: '文件只发给您本人，请私聊我发「/我的 文件」',
    en: 'The file is for you alone; please send “/me file” in private',
  } satisfies Text,
  going: (who: Text): Text => ({ zh: `${who.zh}报了：`, en: `${who.en} signed up for:` }),
  notGoing: (who: Text): Text => ({
    zh: `${who.zh}还没报名活动`,
    en: `${who.en} has signed up for nothing yet`,
  }),
  asked: { zh: '提的需求：', en: 'Asked for:' } satisfies Text,
  inHand: { zh: '在办的：', en: 'In hand:' } satisfies Text,
  moreOfMine: (inPrivate: boolean): Text => ({
    zh: `看安排请发「日程」，有事请发「需求 什么地方怎么了」${inPrivate ? '，要全部信息发「/我的 文件」' : ''}`,
    en: `For what is coming send “agenda”, to ask for something “/need” with what and where${inPrivate ? ', for all that is kept “/me file”' : ''}`,
  }),
  alsoOpen: (called: Text): Text => ({
    zh: `正在报名：${called.zh}。要去请发「报名 ${numberIn(called.zh)}」`,
    en: `Open: ${called.en}. To come send “/signup ${numberIn(called.en)}”`,
  }),
  turnTo: (name: string, isConvenor: boolean): Text => ({
    zh: `有事可以找${isConvenor ? '召集人' : '联络员'}${name}`,
    en: `You can turn to ${isConvenor ? 'the convenor' : 'the liaison'} ${name}`,
  }),
  dutyPhone: (phone: string): Text => ({ zh: `值班电话 ${phone}`, en: `Duty phone ${phone}` }),
  tellMe: {
    zh: '要报修、提需求，直接发「需求 什么地方怎么了」',
    en: 'To ask for something send “/need” with what and where',
  } satisfies Text,
  liaisonsOf: (unit: string, names: readonly string[]): Text => ({
    zh: names.length === 0 ? `${unit}还没有联络员` : `${unit}的联络员：${names.join('、')}`,
    en: names.length === 0 ? `${unit} has no liaison yet` : `${unit}: ${names.join(', ')}`,
  }),
  unitsTitle: (count: number): Text => ({
    zh: `${count} 家单位和联络员：`,
    en: `${count} units and their liaisons: `,
  }),
  unitAnd: (unit: string, names: readonly string[]): Text => ({
    zh: names.length === 0 ? unit : `${unit} ${names.join(' ')}`,
    en: names.length === 0 ? unit : `${unit} ${names.join(' ')}`,
  }),
};

/** What somebody did in a year, for themselves: no place among others. */
export const yearTexts = {
  title: (who: Text, period: Text): Text => ({
    zh: `${who.zh}，${period.zh}：`,
    en: `${who.en}, ${period.en}:`,
  }),
  attended: (count: number): Text => ({
    zh: `参加活动 ${count} 场${count === 0 ? '' : '：'}`,
    en: `Activities: ${count}`,
  }),
  resolved: (count: number): Text => ({
    zh: `办好需求 ${count} 件：`,
    en: `Requests resolved: ${count}`,
  }),
  row: (line: Text): Text => ({ zh: `· ${line.zh}`, en: `· ${line.en}` }),
  more: (left: number): Text => ({ zh: `还有 ${left} 项`, en: `${left} more` }),
  asked: (count: number, answered: number): Text => ({
    zh: `提过需求 ${count} 件，解决 ${answered} 件`,
    en: `Asked for: ${count}, resolved: ${answered}`,
  }),
  another: {
    zh: '只看一个月请发「/我的 11月」',
    en: 'For one month send “/me 11月”',
  } satisfies Text,
  wholeYear: {
    zh: '看一整年请发「/我的 今年」',
    en: 'For the whole year send “/me 今年”',
  } satisfies Text,
  nothing: (who: Text, period: Text): Text => ({
    zh: `${who.zh}，${period.zh}还没有签到过的活动和需求。看安排请发「日程」`,
    en: `${who.en}, ${period.en}: nothing yet. For what is coming send “agenda”`,
  }),
  notRead: {
    zh: '没看懂是哪一年。例：/我的 今年，/我的 11月',
    en: 'I could not read which. For example: /me 今年, /me 11月',
  } satisfies Text,
  inPrivate: (period: Text): Text => ({
    zh: `一年做了什么只给您本人看，请私聊我发「/我的 ${period.zh}」`,
    en: `What you did is for you alone; please send “/me ${period.zh}” in private`,
  }),
};

function numberIn(called: string): string {
  return /E\d+/.exec(called)?.[0] ?? '';
}

const asked = { only: 'toBot', asks: true } as const;

const SIGNED = '(报上|报名|报了|报成|登记上|在名单|名单上|算我|signed.up)';
const OR_NOT = '(没|没有|吗|么|成功|哪些|什么|了没|上了)';

export const mePhrases: readonly Phrase[] = [
  { says: `… (我|i|am.i) … ${SIGNED} … ${OR_NOT} …`, as: '/我的', ...asked },
  { says: '… (重新报|再报|还要报|还用报|用报名|报名还在|报名还算) …', as: '/我的', ...asked },
  { says: '… (有没有|有) 我 …', as: '/我的', ...asked },
  {
    says: '我(们)?(的|提的|报的) (需求|报修|心愿|事|事情) … (怎么样|咋样|如何|进展|进度|有消息|有人管|处理) …',
    as: '/我的',
    ...asked,
  },
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
