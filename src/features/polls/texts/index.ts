import { counted, type Text } from '../../../core/text.ts';
import type { PollPlan } from '../records.ts';
import { planning } from './planning.ts';

/** Words to type, in an English sentence: `/vote P3 A` for `投 P3 A`. */
function latin(words: string): string {
  return words.replace(/^[投选] /, '/vote ').replace(/^定 /, '/adopt ');
}

export const texts = {
  ...planning,
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
    zh: `${secret ? '请私聊我发' : '投票请发'}「${example}」${more ? `，多选发「${more}」` : ''}`,
    en: `To vote ${secret ? 'send me in private' : 'send'} “${latin(example)}”${more ? `, for several “${latin(more)}”` : ''}`,
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
    en: `To make it an activity a liaison sends “${latin(example)}”`,
  }),
  howToSettle: (number: number, words: string): Text => ({
    zh: `E${number} 就办这个，请联络员发「${words}」`,
    en: `To make that what E${number} is about, a liaison sends “${latin(words)}”`,
  }),
  becameActivity: (number: number): Text => ({
    zh: `已定为活动 E${number}`,
    en: `It became activity E${number}`,
  }),
  secretCounted: (number: number, changed: boolean): Text => ({
    zh: `P${number} ${changed ? '已改' : '收到'}您的一票，不记名。截止前可以再投一次来改，不投了请发「退票 P${number}」`,
    en: `P${number}: your secret vote ${changed ? 'was changed' : 'is counted'}. Vote again to change it; to take it back send “/unvote P${number}”`,
  }),
  secretInPrivate: (number: number): Text => ({
    zh: `P${number} 不记名，群里投大家都看得见，没有计票。请私聊我发「投 P${number} 选项」`,
    en: `P${number} is secret; a vote in the group is seen by all and was not counted. Send it to me in private`,
  }),
  alreadySo: (number: number, letters: string): Text => ({
    zh: `P${number} 您投的就是 ${letters}，已经算上了`,
    en: `P${number}: you voted ${letters} already, and it counts`,
  }),
  noSuchOption: (number: number, last: string): Text => ({
    zh: `P${number} 的选项是 A 到 ${last}，例：投 P${number} A`,
    en: `P${number} has the options A to ${last}, for example: /vote P${number} A`,
  }),
  tooMany: (number: number, most: number): Text => ({
    zh: `P${number} 最多选 ${most} 项，没有计票。例：投 P${number} A`,
    en: `P${number} takes at most ${counted(most, 'option')}; nothing was counted. For example: 投 P${number} A`,
  }),
  late: (number: number, when: Text): Text => ({
    zh: `P${number} 已于${when.zh}截止，这一票没有计入。看结果请发「/投票 P${number}」`,
    en: `P${number} closed on ${when.en}; this vote was not counted. For the result send “/poll P${number}”`,
  }),
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
  secretWithdrawn: (number: number): Text => ({
    zh: `P${number} 您的票收回了。不记名的票不留改动前的，要投请再发「投 P${number} A」`,
    en: `P${number}: you have no vote now; of a secret vote none before it is kept. To vote again send “/vote P${number} A”`,
  }),
  voteGone: {
    zh: '不记名的票不留内容，撤销不了。还在投的话请再投一次，看投票请发「/投票」',
    en: 'Nothing is kept of a secret vote, so it does not come back. Vote once more while it is open; for polls send /poll',
  } satisfies Text,
  changedSince: (number: number): Text => ({
    zh: `P${number} 后来又有变化，不能撤销了。看现在的请发「/投票 P${number}」`,
    en: `P${number} has changed since, so this stays. To see it send “/poll P${number}”`,
  }),
  hasVotes: (number: number, votes: number): Text => ({
    zh: `P${number} 已经有 ${votes} 票，不能撤销了。不投了请发「/取消投票 P${number}」`,
    en: `P${number} has ${votes} votes and stays. To call it off send “/cancelpoll P${number}”`,
  }),
  ballotsGone: (number: number): Text => ({
    zh: `P${number} 不记名，选票在结束时已经销毁，开不回来了。要再问请重新发「投票」`,
    en: `The ballots of P${number} were secret and are destroyed; it cannot be opened again. Please open a new poll`,
  }),
  deadlinePassed: (number: number): Text => ({
    zh: `P${number} 原定的截止时间也过了，不再开放。看结果请发「/投票 P${number}」`,
    en: `The deadline of P${number} has passed as well. For the result send “/poll P${number}”`,
  }),
  openAgain: (number: number, question: string, when: Text): Text => ({
    zh: `P${number} 接着投：${question}\n投过的票都还在，${when.zh}截止。\n投票请发「投 P${number} A」`,
    en: `P${number} is open again: ${question}\nVotes that were cast still count; it closes ${when.en}.\nTo vote send “/vote P${number} A”`,
  }),
  notVoted: (number: number): Text => ({
    zh: `P${number} 您还没有投票，不用退。要投请发「投 P${number} A」`,
    en: `P${number}: you have not voted. To vote send “/vote P${number} A”`,
  }),
  none: {
    zh: '现在没有投票。联络员可以发起，例：投票 25日做什么 A 清洁家园 B 义诊 截止 20日18点',
    en: 'There is no poll now. Liaisons open one: /poll What next A Clean-up B Clinic until 20 Nov 6pm',
  } satisfies Text,
  noSuch: (number: number): Text => ({
    zh: `没有 P${number}。看现在有哪些请发「/投票」`,
    en: `There is no P${number}. For what there is send /poll`,
  }),
  whichOne: (choices: Text, example: string): Text => ({
    zh: `有几个投票，是哪一个？\n${choices.zh}\n请带上编号，例：${example}`,
    en: `Which one?\n${choices.en}\nAdd its number, for example: ${latin(example)}`,
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
  notYours: (number: number): Text => ({
    zh: `P${number} 不是您发起的，请联络员来`,
    en: `You did not open P${number}; a liaison can end it`,
  }),
  stillOpen: (number: number): Text => ({
    zh: `P${number} 还在投票。现在就定请先发「/结束投票 P${number}」`,
    en: `P${number} is still open. To decide now send “/close P${number}” first`,
  }),
  notLeading: (number: number, letters: Text): Text => ({
    zh: `P${number} 得票最多的是 ${letters.zh}。要办别的请直接发「/活动」`,
    en: `P${number}: the most votes went to ${letters.en}. For anything else send /activity`,
  }),
  hasItsTime: (headline: Text, number: number, words: string): Text => ({
    zh: `${headline.zh} 的时间是定好的，不用再写，发「${words}」就行。要改时间请发「/改期 E${number} …」`,
    en: `${headline.en} has its time already; send “${latin(words)}”. To move it send “/reschedule E${number} …”`,
  }),
  adoptWhen: (example: string): Text => ({
    zh: `什么时候办？请把时间写上，例：${example}`,
    en: `When will it be? Add the time, for example: ${example}`,
  }),
  adoptPast: (example: string): Text => ({
    zh: `这个时间已经过了，请写以后的时间，例：${example}`,
    en: `That time has passed; give a later one, for example: ${example}`,
  }),
  reminder: (number: number, title: Text, when: Text): Text => ({
    zh: `P${number} ${title.zh}\n${when.zh}截止，您还没投。投票请发「投 P${number} A」，看选项发「/投票 P${number}」`,
    en: `P${number} ${title.en}\nIt closes on ${when.en} and you have not voted yet. Send “/vote P${number} A”; for the options “/poll P${number}”`,
  }),
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
