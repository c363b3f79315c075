import type { Trouble } from '../../src/ports/chat.ts';
import type { Text } from '../../src/ports/text.ts';

const tryingAgain: Text = {
  zh: '我会一直再连，请看看网关和网络',
  en: 'I keep trying; please look at the gateway and the network',
};
const scanning: Text = {
  zh: '请到机器旁用那部手机扫码登录',
  en: 'Please scan the code at the machine with that phone',
};
const waiting: Text = { zh: '过一会儿会接着发', en: 'It goes on by itself after a while' };

/** Why the connection is down, or why nothing is sent for a while. */
export const troubles = {
  unreachable: {
    code: 'unreachable',
    reason: { zh: '连不上网关', en: 'the gateway cannot be reached' },
    advice: tryingAgain,
  },
  silent: {
    code: 'silent',
    reason: { zh: '网关没有回音', en: 'the gateway does not answer' },
    advice: tryingAgain,
  },
  refused: {
    code: 'refused',
    reason: { zh: '网关不认令牌', en: 'the gateway refuses the token' },
    advice: tryingAgain,
  },
  taken: {
    code: 'taken',
    reason: { zh: '网关被另一个程序占着', en: 'another program holds the gateway' },
    advice: tryingAgain,
  },
  kicked: {
    code: 'kicked',
    reason: { zh: '手机上退出了登录', en: 'it was logged out on the phone' },
    advice: scanning,
  },
  scan: {
    code: 'scan',
    reason: { zh: '等人扫码登录', en: 'somebody has to scan the code' },
    advice: scanning,
  },
  frequency: {
    code: 'frequency',
    reason: { zh: '发得太勤，被限制了', en: 'it sent too often and is held back' },
    advice: waiting,
  },
  budget: {
    code: 'budget',
    reason: { zh: '今天能发的条数用完了', en: 'the messages of the day are used up' },
    advice: waiting,
  },
  reserve: {
    code: 'reserve',
    reason: {
      zh: '今天能发的不多了，先只回答大家',
      en: 'what is left of the day is kept for answers',
    },
    advice: waiting,
    repliesOnly: true,
  },
} as const satisfies Record<string, Trouble>;
