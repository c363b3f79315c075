import type { Wording } from '../../../core/wording.ts';

/*
 * How people sign up and withdraw in their own words, in the notation of `expand`.
 */

export const signupWording: Wording = {
  letter: 'e',
  plus: true,
  sure: ['报(个|一个|上|上个|一)?名(字)?', '报名参加', '参加报名', '补报(一个|个)?'],
  strong: [
    '算(上)?我(一个|们)?',
    '(加|添)(上)?我(一个|们)?',
    '(给|帮|替)?我?(记|登记)(上|一个)',
    '报(上|个|一个)',
    '登记',
    '排(个|一个)?候补',
    '(join|count me in|sign me up|signing up|sign up|put my name down)',
  ],
  weak: [
    '(去|来|到|参加|参与)',
    '(能|要|想)?(来|去)参加',
    '能(来|去)',
    '报',
    '记上',
    '举(个|一个)?(爪|手)',
    "(i'm in|i'm coming|coming|me too|will come|come)",
  ],
  slots: ['me', 'people', 'count', 'unit'],
  implied: [
    { slots: ['unit', 'count'], as: 'weak' },
    { slots: ['people', 'count'], as: 'weak' },
  ],
  beside: [
    '上车',
    '(列|名单|名字|我的名字|名额)',
    '志愿(服务|者)',
    '(留|占)?(个|一个)?(位|位置|位子)',
    '有空位叫我',
    '排队',
    '满了',
  ],
  past: 'talk',
  args: ({ subject, people, kin, me, proxy, count }) => {
    const isForMe = me && !proxy;
    const names = [...(isForMe && people.length > 0 ? ['我'] : []), ...people].join(' ');
    const heads =
      kin > 0 && people.length === 0 ? Math.max(count ?? 0, proxy ? 1 : 1 + kin) : count;
    return {
      activity: subject?.number,
      ...(heads === undefined ? {} : { count: heads }),
      ...(names === '' ? {} : { who: names }),
    };
  },
  typed: (subject) => (subject === undefined ? '+1' : `报名 E${subject.number}`),
};
