import type { Checked } from '../registration.ts';
import type { TelegramSettings } from './settings.ts';

/** Nobody waits longer for an answer, ms. */
const WITHIN = 10_000;

interface Me {
  readonly ok?: boolean;
  readonly result?: {
    readonly first_name?: string;
    readonly username?: string;
    readonly can_read_all_group_messages?: boolean;
  };
}

/** Asks Telegram about each token; what is wrong with one of them is what is told. */
export async function checkTokens(
  all: readonly Pick<TelegramSettings, 'token' | 'root'>[],
): Promise<Checked> {
  const checked = await Promise.all(all.map(checkToken));
  const bad = checked.find(({ state }) => state === 'wrong');
  const worst = bad ?? checked.find(({ state }) => state === 'unknown') ?? checked[0];
  if (worst === undefined) throw new Error('no token was given');
  if (worst.state !== 'well') return worst;
  const lines = (language: 'zh' | 'en') => checked.map(({ text }) => text[language]).join('\n');
  return { ...worst, text: { zh: lines('zh'), en: lines('en') } };
}

/** Asks Telegram whose token this is. Neither the token nor an address with it is in what it says. */
export async function checkToken({
  token,
  root,
}: Pick<TelegramSettings, 'token' | 'root'>): Promise<Checked> {
  let answer: Response;
  let me: Me;
  try {
    answer = await fetch(`${root}/bot${token}/getMe`, { signal: AbortSignal.timeout(WITHIN) });
    me = (await answer.json()) as Me;
  } catch {
    return { state: 'unknown', text: UNREACHABLE };
  }
  const date = Date.parse(answer.headers.get('date') ?? '');
  const now = Number.isNaN(date) ? {} : { now: date };
  const { result } = me;
  if (me.ok !== true || result === undefined)
    return answer.status === 401 || answer.status === 404
      ? { state: 'wrong', text: REFUSED, ...now }
      : { state: 'unknown', text: UNREACHABLE, ...now };
  const name = `${result.first_name ?? ''} @${result.username ?? ''}`;
  const hears = result.can_read_all_group_messages === true;
  return {
    state: 'well',
    text: {
      zh: `Telegram 认得这个令牌：${name}${hears ? '' : '（群里只听得到 / 开头的话和回复，要都听到请让群主把它设为管理员）'}`,
      en: `Telegram knows the token: ${name}${hears ? '' : ' (in groups it hears only what begins with / and replies; make it an admin to hear all)'}`,
    },
    ...now,
  };
}

const REFUSED = {
  zh: 'Telegram 不认这个令牌：请到 @BotFather 再复制一次（/mybots → 机器人 → API Token）',
  en: 'Telegram refuses the token: copy it again from @BotFather (/mybots → the bot → API Token)',
};

const UNREACHABLE = {
  zh: '现在连不上 Telegram，令牌没法试。网络通了机器人会自己连上；要走中转请设 TELEGRAM_API_ROOT',
  en: [
    'Telegram cannot be reached now, so the token was not tried. The bot connects ',
    'by itself later; for a relay set TELEGRAM_API_ROOT',
  ].join(''),
};
