import { plain, sentences, type Text, titled } from '../../core/text.ts';
import type { Trouble } from '../../ports/chat.ts';
import type { Refusal } from '../../ports/store.ts';

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

function reasonOf(why: Trouble | undefined): Text {
  return why?.reason ?? { zh: '不知道为什么', en: 'nobody knows why' };
}

export const texts = {
  chat: (title: Text, silence: number | undefined): Text => {
    if (silence === undefined)
      return {
        zh: `${title.zh}（启动后还没收到消息）`,
        en: `${title.en} (no message since the start)`,
      };
    const heard = ago(silence);
    return {
      zh: `${title.zh}（${heard.zh}收到消息）`,
      en: `${title.en} (last message ${heard.en})`,
    };
  },
  connectionDown: (title: Text, why: Trouble | undefined, silence: number): Text => {
    const [reason, since] = [reasonOf(why), ago(silence)];
    const said = titled(title, {
      zh: `${since.zh}断了：${reason.zh}`,
      en: `is down (${since.en}): ${reason.en}`,
    });
    return { zh: `⚠ ${said.zh}`, en: `⚠ ${said.en}` };
  },
  connectionSlow: (title: Text, why: Trouble | undefined): Text => {
    const reason = reasonOf(why);
    return { zh: `⚠ ${title.zh}：${reason.zh}`, en: `⚠ ${title.en}: ${reason.en}` };
  },
  missed: (title: Text, span: Text): Text =>
    titled(title, {
      zh: `在 ${span.zh} 没连着，那时说的没收到`,
      en: `was not connected ${span.en}; what was said then did not arrive`,
    }),
  tooOld: (title: Text, count: number): Text =>
    titled(title, {
      zh: `有 ${count} 条旧消息晚到，没有处理`,
      en: `gave ${count} old messages late; they were not acted on`,
    }),
  chats: (chats: Text, waiting: number): Text => ({
    zh: `连着：${chats.zh}；待发 ${waiting} 条`,
    en: `Connected: ${chats.en}; ${waiting} to be sent`,
  }),
  well: (backup: Text | undefined): Text => ({
    zh: `一切正常；${backup === undefined ? '还没有备份' : `上次备份 ${backup.zh}`}`,
    en: `All is well; ${backup === undefined ? 'no back-up yet' : `last back-up ${backup.en}`}`,
  }),
  holder: (name: string, since: Text): Text => ({
    zh: `由「${name}」在处理（${since.zh} 起）`,
    en: `“${name}” does the work (since ${since.en})`,
  }),
  needs: (what: Text): Text => ({ zh: `⚠ ${what.zh}`, en: `⚠ ${what.en}` }),
  clockBehind: sentences(
    {
      zh: '⚠ 机器的时钟比记录的慢，定时通知先停着。',
      en: '⚠ The clock stands before what is recorded; scheduled messages wait.',
    },
    {
      zh: '请管理员校准；时钟没错就运行 npm run clock -- right',
      en: 'Please set it right; if it is, run npm run clock -- right',
    },
  ) satisfies Text,
  last: (outcome: Text): Text => ({ zh: `上次：${outcome.zh}`, en: `Last: ${outcome.en}` }),
  nothingSent: {
    zh: '还没有发过定时通知',
    en: 'No scheduled message has been sent yet',
  } satisfies Text,
  refusal: (why: Refusal['why'], lasting: number): Text => {
    const since = ago(lasting);
    const reasons = {
      full: { zh: '磁盘满了，请管理员腾出地方', en: 'the disk is full; please have room made' },
      broken: {
        zh: '磁盘写不进去，请管理员看看',
        en: 'the disk takes nothing; please have it looked at',
      },
      silent: {
        zh: '数据库没有应答，请管理员看看',
        en: 'the database does not answer; please have it looked at',
      },
    };
    return {
      zh: `⚠ ${since.zh}起什么都记不下来：${reasons[why].zh}`,
      en: `⚠ Nothing can be kept (since ${since.en}): ${reasons[why].en}`,
    };
  },
  unsettled: (lasting: number): Text => {
    const since = ago(lasting);
    return {
      zh: `⚠ ${since.zh}起记下的没能整理进文件（都还在）。请管理员看看磁盘和日志`,
      en: `⚠ What is kept has not got into its files (since ${since.en}; nothing is lost). Please have the disk and the log looked at`,
    };
  },
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
    sent: plain('✓'),
    planned: { zh: '（待发）', en: '(waiting)' },
    sending: { zh: '（正在发）', en: '(being sent)' },
  } satisfies Record<string, Text>,
};
