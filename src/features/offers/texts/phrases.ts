import type { Phrase } from '../../../core/phrase.ts';
import type { Text } from '../../../core/text.ts';

/*
 * Sentences by which people say what they can give, and ask for what others give.
 */

const WE =
  '(我们|咱们|我司|我单位|本单位|我们(单位|公司|学校|医院|诊所|店|店里|园|幼儿园|所|中心))';
const GIVE =
  '(能|可以|能够|愿意|可)(免费|定期|无偿)?(提供|出|开放|借出|送|给大家|给居民|为大家|为居民)';

export const offerPhrases: readonly Phrase[] = [
  {
    says: `${WE} {unit?} ${GIVE} {rest}`,
    as: '/服务 登记 {rest}',
    only: 'toBot',
    confirm: asOffer,
  },
  { says: '(能|可以)提供 {rest}', as: '/服务 登记 {rest}', only: 'private', confirm: asOffer },
  { says: '(登记|新增|加)(一个|一项|个|项)?服务 {rest}', as: '/服务 登记 {rest}', only: 'toBot' },
  {
    says: '(谁|哪家|哪个单位|哪里|哪儿|有没有人|有没有单位|有谁|谁家) (能|可以|会|能够)?(提供|借|教|出借|免费) {rest}',
    as: '/服务 {rest}',
    ...{ only: 'toBot', asks: true },
  },
  {
    says: '~我 (想|要|想要|需要)(借|借用|租|租用|预约)(个|一个|一下|一间|间|用)? {rest}',
    as: '/服务 {rest}',
    only: 'toBot',
  },
  {
    says: '… (有哪些|有什么|有啥|看看|查一下) ~(能提供的)? (服务|资源|能提供的|能借的) …',
    as: '/服务',
    ...{ only: 'toBot', asks: true },
  },
];

function asOffer(called: Text): Text {
  return {
    zh: `要登记成大家都能约的服务吗？登记请回「是」，不登记请回「不」（${called.zh}）`,
    en: `List it as an offer that everybody may ask for? Answer “yes” or “no” (${called.en})`,
  };
}

export const skillPhrases: readonly Phrase[] = [
  { says: '我 (擅长|特长是|的特长是|的本事是|拿手) {rest}', as: '/我能 {rest}', only: 'private' },
];
