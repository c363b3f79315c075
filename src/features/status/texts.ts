import type { Text } from '../../core/text.ts';
import type { ConnectionStatus } from '../../ports/chat.ts';

const HOUR = 3_600_000;

/** `3 分钟前`; within a minute it is now. */
function ago(ms: number): Text {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return { zh: '刚才', en: 'just now' };
  if (ms < HOUR) return { zh: `${minutes} 分钟前`, en: `${minutes} min ago` };
  if (ms < 48 * HOUR)
    return { zh: `${Math.floor(ms / HOUR)} 小时前`, en: `${Math.floor(ms / HOUR)} h ago` };
  return {
    zh: `${Math.floor(ms / (24 * HOUR))} 天前`,
    en: `${Math.floor(ms / (24 * HOUR))} days ago`,
  };
}

const PLATFORMS: Readonly<Record<string, Text>> = {
  wechat: { zh: '微信', en: 'WeChat' },
  telegram: { zh: 'Telegram', en: 'Telegram' },
  terminal: { zh: '终端', en: 'terminal' },
};

const WHY: Readonly<Record<NonNullable<ConnectionStatus['why']>, Text>> = {
  unreachable: { zh: '连不上网关', en: 'the gateway cannot be reached' },
  silent: { zh: '网关没有回音', en: 'the gateway does not answer' },
  refused: { zh: '网关不认令牌', en: 'the gateway refuses the token' },
  taken: { zh: '网关被另一个程序占着', en: 'another program holds the gateway' },
  kicked: { zh: '手机上退出了登录', en: 'it was logged out on the phone' },
  scan: { zh: '等人扫码登录', en: 'somebody has to scan the code' },
  frequency: { zh: '发得太勤，被限制了', en: 'it sent too often and is held back' },
  unattended: {
    zh: '没有人在代转，请在电脑上开 npm run relay',
    en: 'nobody carries it by hand; run npm run relay',
  },
  reserve: {
    zh: '今天能发的不多了，先只回答大家',
    en: 'what is left of the day is kept for answers',
  },
  budget: { zh: '今天能发的条数用完了', en: 'the messages of the day are used up' },
};

/** What is otherwise where there is no gateway between. */
const WHY_TELEGRAM: Partial<typeof WHY> = {
  unreachable: { zh: '连不上它的服务器', en: 'its server cannot be reached' },
  refused: { zh: '令牌不管用了', en: 'it refuses the token' },
  taken: { zh: '另一个程序在用同一个令牌', en: 'another program uses the same token' },
};

export function platformName(platform: string): Text {
  return PLATFORMS[platform] ?? { zh: platform, en: platform };
}

/** Its name with words behind it: `微信断了`, `Telegram 断了`. */
export function platformIs(platform: string, words: Text): Text {
  const name = platformName(platform);
  return {
    zh: `${name.zh}${/\w$/.test(name.zh) ? ' ' : ''}${words.zh}`,
    en: `${name.en} ${words.en}`,
  };
}

export function whyDown(platform: string, why: ConnectionStatus['why']): Text {
  if (why === undefined) return { zh: '不知道为什么', en: 'nobody knows why' };
  return (platform === 'telegram' ? WHY_TELEGRAM[why] : undefined) ?? WHY[why];
}

export const texts = {
  chat: (platform: string, silence: number | undefined): Text => {
    const name = platformName(platform);
    if (silence === undefined)
      return {
        zh: `${name.zh}（启动后还没收到消息）`,
        en: `${name.en} (no message since the start)`,
      };
    const heard = ago(silence);
    return { zh: `${name.zh}（${heard.zh}收到消息）`, en: `${name.en} (last message ${heard.en})` };
  },
  lineDown: (platform: string, why: ConnectionStatus['why'], silence: number): Text => {
    const [reason, since] = [whyDown(platform, why), ago(silence)];
    const is = { zh: `${since.zh}断了：${reason.zh}`, en: `is down (${since.en}): ${reason.en}` };
    const said = platformIs(platform, is);
    return { zh: `⚠ ${said.zh}`, en: `⚠ ${said.en}` };
  },
  lineSlow: (platform: string, why: ConnectionStatus['why']): Text => {
    const [name, reason] = [platformName(platform), whyDown(platform, why)];
    return { zh: `⚠ ${name.zh}：${reason.zh}`, en: `⚠ ${name.en}: ${reason.en}` };
  },
  missed: (platform: string, span: Text): Text =>
    platformIs(platform, {
      zh: `在 ${span.zh} 没连着，那时说的没收到`,
      en: `was not connected ${span.en}; what was said then did not arrive`,
    }),
  tooOld: (platform: string, count: number): Text =>
    platformIs(platform, {
      zh: `有 ${count} 条旧消息晚到，没有处理`,
      en: `gave ${count} old messages late; they were not acted on`,
    }),
  chats: (chats: Text, waiting: number): Text => ({
    zh: `连着：${chats.zh}；待发 ${waiting} 条`,
    en: `Connected: ${chats.en}; ${waiting} to be sent`,
  }),
  clockBehind: {
    zh: '⚠ 机器的时钟比记录的慢，定时通知先停着。请管理员校准；时钟没错就运行 npm run clock -- right',
    en: '⚠ The clock stands before what is recorded; scheduled messages wait. Please set it right; if it is, run npm run clock -- right',
  } satisfies Text,
  last: (outcome: Text): Text => ({ zh: `上次：${outcome.zh}`, en: `Last: ${outcome.en}` }),
  nothingSent: {
    zh: '还没有发过定时通知',
    en: 'No scheduled message has been sent yet',
  } satisfies Text,
  ahead: {
    zh: '接下来（发过的看「/状态 发送」）：',
    en: 'Next (for those sent: /status sent):',
  } satisfies Text,
  nothingAhead: {
    zh: '接下来没有要发的通知。看固定日请发「/规则」',
    en: 'Nothing is to be sent. For the fixed days send /rules',
  } satisfies Text,
  sent: { zh: '最近的通知：', en: 'Recent messages:' } satisfies Text,
  became: (group: string, state: Text): Text => ({
    zh: `${group}${state.zh}`,
    en: `${group} ${state.en}`,
  }),
  not: (why: Text): Text => ({ zh: `✗（${why.zh}）`, en: `✗ (${why.en})` }),
  state: {
    sent: { zh: '✓', en: '✓' },
    planned: { zh: '（待发）', en: '(waiting)' },
    sending: { zh: '（正在发）', en: '(being sent)' },
  } satisfies Record<string, Text>,
};
