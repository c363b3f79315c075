import type { Phrase } from '../../core/phrase.ts';
import { counted, lines, type Text } from '../../core/text.ts';

export const texts = {
  announcement: (text: string): Text => ({ zh: `【公告】${text}`, en: `[Notice] ${text}` }),
  preview: (groups: Text, text: Text): Text =>
    lines({ zh: `将发到：${groups.zh}`, en: `Goes to: ${groups.en}` }, text, {
      zh: '确认请在 5 分钟内发「发」，要改请重新发「/公告」',
      en: 'To confirm send “/send” within 5 minutes; to change it send /announce again',
    }),
  numberHidden: {
    zh: '电话在群里会打码，要留电话请改成「请私聊我」；值班电话由召集人发「/设置 值班电话 12345」就不打码',
    en: 'Groups do not read the number: let people ask you in private. The duty phone is shown once the convenor sends /settings 值班电话 12345',
  } satisfies Text,
  confirmed: (count: number, held: Text | undefined): Text => ({
    zh: `${held ? `现在太晚了，${held.zh}` : '好的，1 分钟后'}发到 ${count} 个群。不发了请发「撤回公告」`,
    en: `It goes to ${counted(count, 'group')} ${held ? `on ${held.en}, after quiet hours` : 'in a minute'}. To stop it send “/unannounce”`,
  }),
  readLater: (when: Text, said: string, dated: string): Text => ({
    zh: `现在太晚，要到${when.zh}才发出去，那时「${said}」就不对了。写上日期请发「/公告 ${dated}」，照原样请发「发」`,
    en: `It is late, so it goes out on ${when.en}, when “${said}” is another day. With the date send “/announce ${dated}”, as it is “/send”`,
  }),
  withdrawn: { zh: '公告撤回了，没有发出去', en: 'Taken back; nothing was sent' } satisfies Text,
  clockBehind: {
    zh: '⚠ 机器的时钟不对，校准以前公告发不出去。请先告诉管理员，看「/状态」',
    en: '⚠ The clock of the machine is wrong; nothing goes out before it is right. Please tell the administrator; see /status',
  } satisfies Text,
  notNow: {
    zh: '这条没有发：机器的时钟不对，要发的都先停着。请管理员校准（看「/状态」），好了再发「/公告」',
    en: 'Not sent: the clock of the machine is wrong, and whatever goes out waits. Please have it set right (see /status), then send /announce again',
  } satisfies Text,
  nothingToSend: {
    zh: '没有等您发的，可能过了时间。请重新发「/公告」或「/月报」',
    en: 'Nothing waits to be sent; perhaps its time has passed. Send /announce or /report again',
  } satisfies Text,
  nothingToWithdraw: {
    zh: '没有还能撤回的公告，发出去的请到群里说明',
    en: 'There is nothing left to take back; what was sent has to be put right in the group',
  } satisfies Text,
  full: (groups: Text, limit: number): Text =>
    lines(
      {
        zh: `${groups.zh} 当天已有 ${limit} 条公告，这条没有发。请明天再发，或发「/公告 @别的群 …」。`,
        en: `${groups.en}: ${counted(limit, 'notice')} on that day already, so this one was not sent. Try tomorrow or other groups.`,
      },
      {
        zh: `召集人可以放宽，例：/设置 公告 每天${limit + 2}条`,
        en: `The convenor can allow more, for example: /settings 公告 每天${limit + 2}条`,
      },
    ),
  noText: {
    zh: '请写公告内容，例：/公告 明天9点全员清洁家园，请穿马甲',
    en: 'Write the notice, for example: /announce Clean-up tomorrow at 9am',
  } satisfies Text,
  tooLong: (limit: number): Text => ({
    zh: `公告太长了，请写在 ${limit} 个字、7 行以内`,
    en: `That is too long; ${limit} characters and 7 lines at most`,
  }),
};

/** A sign stands behind the word: 公告栏 is no announcement. */
export const announcePhrases: readonly Phrase[] = [
  {
    says: '~(我|我要|想|要)? ~(发|发个|发一个|发一条|发布|发布一条|出个|做个)? (公告|发公告|群公告) _ {rest}',
    as: '/公告 {rest}',
  },
  {
    says: '~(我|我要|想|要)? (发|发布|出|贴|群发)(个|一个|条|一条|一下|下)?通知 _ {rest}',
    as: '/公告 {rest}',
  },
  { says: '(announcement|announce) _ {rest}', as: '/公告 {rest}' },
];

export const sendPhrases: readonly Phrase[] = [
  {
    says: '~(没问题|可以|可以了|行|对|确认|好的|就这样|看过了|没错|无误)? (发|发吧|发送|发出|发出去|发了吧|确认|确认发送|确认发|发布|可以发|可以发了|就这么发|就这样发|send|send.it) ~(出去)?',
    as: '/发',
    open: true,
  },
];
