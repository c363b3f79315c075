import { counted, sentences, type Text } from '../../../core/text.ts';

/** What is said to somebody who votes. */
export const voting = {
  secretCounted: (number: number, changed: boolean): Text =>
    sentences(
      {
        zh: `P${number} ${changed ? '已改' : '收到'}您的一票，不记名。`,
        en: `P${number}: your secret vote ${changed ? 'was changed' : 'is counted'}.`,
      },
      {
        zh: `截止前可以再投一次来改，不投了请发「退票 P${number}」`,
        en: `Vote again to change it; to take it back send “/unvote P${number}”`,
      },
    ),
  secretInPrivate: (number: number): Text =>
    sentences(
      {
        zh: `P${number} 不记名，群里投大家都看得见，没有计票。`,
        en: `P${number} is secret; a vote in the group is seen by all and was not counted.`,
      },
      { zh: `请私聊我发「投 P${number} 选项」`, en: 'Send it to me in private' },
    ),
  alreadySo: (number: number, letters: string): Text => ({
    zh: `P${number} 您投的就是 ${letters}，已经算上了`,
    en: `P${number}: you voted ${letters} already, and it counts`,
  }),
  noSuchOption: (number: number, last: string): Text => ({
    zh: `P${number} 的选项是 A 到 ${last}，例：投 P${number} A`,
    en: `P${number} has the options A to ${last}, for example: /vote P${number} A`,
  }),
  tooMany: (number: number, most: number): Text =>
    sentences(
      {
        zh: `P${number} 最多选 ${most} 项，没有计票。`,
        en: `P${number} takes at most ${counted(most, 'option')}; nothing was counted.`,
      },
      { zh: `例：投 P${number} A`, en: `For example: 投 P${number} A` },
    ),
  late: (number: number, when: Text): Text =>
    sentences(
      {
        zh: `P${number} 已于${when.zh}截止，这一票没有计入。`,
        en: `P${number} closed on ${when.en}; this vote was not counted.`,
      },
      { zh: `看结果请发「/投票 P${number}」`, en: `For the result send “/poll P${number}”` },
    ),
  membersOnly: (number: number): Text => ({
    zh: `P${number} 只请联盟成员投票，没有计票。想加入请发「/加入单位」`,
    en: `P${number} is for members only; nothing was counted. To become one send /joinunit`,
  }),
  liaisonsOnly: (number: number): Text => ({
    zh: `P${number} 每单位一票，请您单位的联络员来投`,
    en: `P${number} has one vote per unit; please ask your liaison to cast it`,
  }),
  withdrawn: (number: number): Text => ({
    zh: `P${number} 您的票撤回了。想再投请发「投 P${number} A」`,
    en: `P${number}: your vote was withdrawn. To vote again send “/vote P${number} A”`,
  }),
  standsAs: (number: number, letters: string): Text => ({
    zh: `P${number} 您投的还是 ${letters}。要改请发「投 P${number} A」`,
    en: `P${number}: your vote is ${letters} as before. To change it send “/vote P${number} A”`,
  }),
  secretWithdrawn: (number: number): Text =>
    sentences(
      {
        zh: `P${number} 您的票收回了。`,
        en: `P${number}: you have no vote now; of a secret vote none before it is kept.`,
      },
      {
        zh: `不记名的票不留改动前的，要投请再发「投 P${number} A」`,
        en: `To vote again send “/vote P${number} A”`,
      },
    ),
  voteGone: sentences(
    {
      zh: '不记名的票不留内容，撤销不了。',
      en: 'Nothing is kept of a secret vote, so it does not come back.',
    },
    {
      zh: '还在投的话请再投一次，看投票请发「/投票」',
      en: 'Vote once more while it is open; for polls send /poll',
    },
  ) satisfies Text,
  notVoted: (number: number): Text => ({
    zh: `P${number} 您还没有投票，不用退。要投请发「投 P${number} A」`,
    en: `P${number}: you have not voted. To vote send “/vote P${number} A”`,
  }),
};
