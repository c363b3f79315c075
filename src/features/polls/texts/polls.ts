import { counted, lines, sentences, type Text } from '../../../core/text.ts';
import type { PollPlan } from '../records.ts';
import { inEnglish } from './english.ts';

export const texts = {
  about: (title: string, day: Text, question: string): Text => ({
    zh: `${title} ${day.zh}，${question}`,
    en: `${title} on ${day.en}: ${question}`,
  }),
  headline: (number: number, title: Text): Text => ({
    zh: `P${number} ${title.zh}`,
    en: `P${number} ${title.en}`,
  }),
  ended: (number: number, title: Text): Text => ({
    zh: `P${number} 投票结束：${title.zh}`,
    en: `P${number} closed: ${title.en}`,
  }),
  resultBelow: (number: number): Text => ({
    zh: `结果在新发的那条里，再看请发「/投票 P${number}」`,
    en: `The result stands in a message of its own; to see it again send “/poll P${number}”`,
  }),
  cancelled: (number: number, title: Text): Text => ({
    zh: `P${number} 投票取消了：${title.zh}`,
    en: `P${number} was called off: ${title.en}`,
  }),
  kind: ({
    most,
    secret,
    hidden,
    per,
    membersOnly,
    quorum,
  }: Omit<PollPlan, 'question' | 'options'>): Text => ({
    zh: [
      secret ? '不记名' : '',
      per === 'unit' ? '每单位一票，由联络员投' : '',
      membersOnly ? '限成员投票' : '',
      most > 1 ? `最多选 ${most} 项` : '',
      quorum ? `满 ${quorum} 票有效` : '',
      hidden && !secret ? '截止后公布' : '',
    ]
      .filter(Boolean)
      .join('，'),
    en: [
      secret ? 'secret' : '',
      per === 'unit' ? 'one vote per unit, cast by its liaison' : '',
      membersOnly ? 'members only' : '',
      most > 1 ? `up to ${most} options` : '',
      quorum ? `valid from ${quorum} votes` : '',
      hidden && !secret ? 'the result is shown at the end' : '',
    ]
      .filter(Boolean)
      .join(', '),
  }),
  voting: (kind: Text): Text => ({ zh: kind.zh, en: `Voting: ${kind.en}` }),
  heldSo: (asked: Text, kind: Text): Text => ({
    zh: `${asked.zh}（${kind.zh}）`,
    en: `${asked.en} (${kind.en})`,
  }),
  option: (
    letter: string,
    option: string,
    count: number | undefined,
    names: string | undefined,
  ): Text => ({
    zh: `${letter} ${option}${count === undefined ? '' : ` ${count}票`}${names ? `：${names}` : ''}`,
    en: `${letter} ${option}${count === undefined ? '' : `: ${count}`}${names ? ` (${names})` : ''}`,
  }),
  count: (letter: string, count: number): Text => ({
    zh: `${letter} ${count}票`,
    en: `${letter} ${count}`,
  }),
  voters: (voters: number, perUnit: boolean): Text => ({
    zh: `共 ${voters} ${perUnit ? '家单位' : '人'}投票`,
    en: `${perUnit ? counted(voters, 'unit') : counted(voters, 'person', 'people')} voted`,
  }),
  until: (when: Text, hidden: boolean): Text => ({
    zh: `${when.zh}截止${hidden ? '，结果到时公布' : ''}`,
    en: `Open until ${when.en}${hidden ? '; the result is shown then' : ''}`,
  }),
  howToVote: (example: string, more: string | undefined, secret: boolean): Text => ({
    zh: `${secret ? '请私聊我发字母，例如' : '投票请发字母，例如'}「${example}」${more ? `，多选发「${more}」` : ''}`,
    en: `To vote ${secret ? 'send me in private' : 'send'} your letter, like “${inEnglish(example)}”${more ? `, for several “${inEnglish(more)}”` : ''}`,
  }),
  changed: (number: number, names: Text | undefined, outcome: Text): Text => ({
    zh: `P${number} ${names ? `投票 ${names.zh}。` : ''}${outcome.zh}`,
    en: `P${number}: ${names ? `${names.en} voted. ` : ''}${outcome.en}`,
  }),
  cameLate: (names: Text): Text => ({
    zh: `（补记截止前投的票：${names.zh}）`,
    en: `(Votes cast in time and counted late: ${names.en}) `,
  }),
  andMore: (count: number): Text => ({ zh: `等 ${count} 位`, en: `and others, ${count} in all` }),
  noVotes: {
    zh: '没有人投票。要再问请重新发「投票」',
    en: 'Nobody voted. To ask again open a new poll',
  } satisfies Text,
  tie: (letters: Text): Text => ({
    zh: `${letters.zh} 票数相同，请联络员定`,
    en: `${letters.en} are tied; a liaison decides`,
  }),
  belowQuorum: (voters: number, quorum: number): Text => ({
    zh: `要 ${quorum} 票才有效，只有 ${voters} 票，这次不作数`,
    en: `Only ${voters} of the ${quorum} votes needed, so nothing is decided`,
  }),
  howToAdopt: (example: string): Text => ({
    zh: `办成活动请联络员发「${example}」`,
    en: `To make it an activity a liaison sends “${inEnglish(example)}”`,
  }),
  howToSettle: (number: number, words: string): Text => ({
    zh: `E${number} 就办这个，请联络员发「${words}」`,
    en: `To make that what E${number} is about, a liaison sends “${inEnglish(words)}”`,
  }),
  becameActivity: (number: number): Text => ({
    zh: `已定为活动 E${number}`,
    en: `It became activity E${number}`,
  }),
  openedFor: (number: number, audience: Text): Text => ({
    zh: `P${number} 发到${audience.zh}，这里不发。看结果请发「/投票 P${number}」`,
    en: `P${number} goes to: ${audience.en}, and not here. To see it send “/poll P${number}”`,
  }),
  none: sentences(
    { zh: '现在没有投票。', en: 'There is no poll now.' },
    {
      zh: '联络员可以发起，例：投票 25日做什么 A 清洁家园 B 义诊 截止 20日18点',
      en: 'Liaisons open one: /poll What next A Clean-up B Clinic until 20 Nov 6pm',
    },
  ) satisfies Text,
  noSuch: (number: number): Text => ({
    zh: `没有 P${number}。看现在有哪些请发「/投票」`,
    en: `There is no P${number}. For what there is send /poll`,
  }),
  whichVote: { zh: '投的是哪一个？', en: 'Which poll do you vote in?' } satisfies Text,
  whichOne: (choices: Text, example: string): Text => ({
    zh: `有几个投票，是哪一个？\n${choices.zh}\n请带上编号，例：${example}`,
    en: `Which one?\n${choices.en}\nAdd its number, for example: ${inEnglish(example)}`,
  }),
  morePolls: (count: number): Text => ({
    zh: `还有 ${count} 个`,
    en: `and ${counted(count, 'more', 'more')}`,
  }),
  howToSee: (number: number): Text => ({
    zh: `看一个请发「/投票 P${number}」`,
    en: `For one of them send “/poll P${number}”`,
  }),
  elsewhere: (number: number): Text => ({
    zh: `P${number} 只在发起的那个群里投。看这里有哪些请发「/投票」`,
    en: `P${number} is for the group in which it was opened. For those here send /poll`,
  }),
  listTitle: { zh: '正在投票：', en: 'Open polls:' } satisfies Text,
  reminder: (number: number, title: Text, when: Text): Text =>
    lines(
      { zh: `P${number} ${title.zh}`, en: `P${number} ${title.en}` },
      sentences(
        {
          zh: `${when.zh}截止，您还没投。`,
          en: `It closes on ${when.en} and you have not voted yet.`,
        },
        {
          zh: `投票请发字母，例如「投 P${number} A」，看选项发「/投票 P${number}」`,
          en: `Send “/vote P${number} A”; for the options “/poll P${number}”`,
        },
      ),
    ),
  reminderInGroup: (
    number: number,
    title: Text,
    when: Text,
    missing: number,
    perUnit: boolean,
  ): Text => ({
    zh: `P${number} ${title.zh}${/[?？]$/.test(title.zh) ? ' ' : '：'}${when.zh}截止，还有 ${missing} ${perUnit ? '家单位' : '位'}没投。看选项请发「/投票 P${number}」`,
    en: `P${number} ${title.en}. It closes on ${when.en}; votes still missing: ${missing}${perUnit ? ' (units)' : ''}. For the options send “/poll P${number}”`,
  }),
};
