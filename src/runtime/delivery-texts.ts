import { counted, lines, plain, type Text } from '../core/text.ts';
import type { Unsaid } from '../core/unsaid.ts';

const why: Readonly<Record<Unsaid['why'], Text>> = {
  late: { zh: '一直发不出去，过时了', en: 'it could not be sent in time' },
  perhaps: { zh: '发了几次，不知道到没到', en: 'it was tried, and may have arrived' },
  gone: { zh: '那边不收我的消息', en: 'my messages are not taken there' },
  unfit: { zh: '平台不收这一条', en: 'the platform refuses it' },
};

/** What is said about sending itself. */
export const deliveryTexts = {
  summedFor: (name: string, count: number): Text => ({
    zh: `${name === '' ? '您' : `${name}，您`}连着说了 ${count} 条，一起回：`,
    en: `${name === '' ? 'Your' : `${name}, your`} last ${counted(count, 'message')}, answered together:`,
  }),
  summed: (count: number): Text => ({
    zh: `一下子问的人多，这 ${count} 条一起回：`,
    en: `Many asked at once; ${counted(count, 'answer')} together:`,
  }),
  askInPrivate: {
    zh: '要看全的，请私聊我再发一次',
    en: 'To see all of it, send it to me again in private',
  } satisfies Text,
  tooMany: {
    zh: '您说得太快了：前面 20 条都办了，后面的没有办。请歇 10 秒再发',
    en: 'That was too fast: the first 20 are done, the rest is not. Please wait 10 seconds and send it again',
  } satisfies Text,
  unsaid: (count: number, named: readonly Text[], rest: number): Text =>
    lines(
      {
        zh: `有 ${count} 条该说的话没能送到：`,
        en: `${counted(count, 'message')} could not be delivered:`,
      },
      ...named,
      rest > 0 && { zh: `另有 ${rest} 条`, en: `and ${rest} more` },
      {
        zh: '要紧的请您转告一声，看情况请发「/状态」',
        en: 'Please pass on what matters; to see more send /status',
      },
    ),
  /** `whose`: the name of the group, or of whoever it was for. */
  unsaidLine: (when: Text, what: Unsaid, whose: string): Text => {
    const { kind, begins, to } = what;
    const quote = begins === undefined ? plain('') : { zh: `「${begins}」`, en: ` “${begins}”` };
    const place: Text =
      to.kind === 'group'
        ? { zh: `在「${whose}」`, en: `in “${whose}”` }
        : { zh: `给 ${whose} 的`, en: `to ${whose}:` };
    const name: Text =
      kind === 'private'
        ? { zh: '私信', en: 'a private word' }
        : kind === 'card'
          ? { zh: '的最新情况', en: 'the latest news' }
          : { zh: '的回答', en: 'an answer' };
    const answer = to.kind === 'private' && kind === 'answer' ? { ...name, zh: '回答' } : name;
    return {
      zh: `${when.zh} ${place.zh}${answer.zh}${quote.zh}（${why[what.why].zh}）`,
      en: `${when.en} ${place.en} ${answer.en}${quote.en} (${why[what.why].en})`,
    };
  },
};
