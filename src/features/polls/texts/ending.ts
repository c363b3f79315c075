import { lines, sentences, type Text } from '../../../core/text.ts';
import { inEnglish } from './english.ts';

/** What is said to somebody who ends a poll, or turns it into an activity. */
export const ending = {
  changedSince: (number: number): Text => ({
    zh: `P${number} 后来又有变化，不能撤销了。看现在的请发「/投票 P${number}」`,
    en: `P${number} has changed since, so this stays. To see it send “/poll P${number}”`,
  }),
  hasVotes: (number: number, votes: number): Text => ({
    zh: `P${number} 已经有 ${votes} 票，不能撤销了。不投了请发「/取消投票 P${number}」`,
    en: `P${number} has ${votes} votes and stays. To call it off send “/cancelpoll P${number}”`,
  }),
  ballotsGone: (number: number): Text =>
    sentences(
      {
        zh: `P${number} 不记名，选票在结束时已经销毁，开不回来了。`,
        en: `The ballots of P${number} were secret and are destroyed; it cannot be opened again.`,
      },
      { zh: '要再问请重新发「投票」', en: 'Please open a new poll' },
    ),
  deadlinePassed: (number: number): Text => ({
    zh: `P${number} 原定的截止时间也过了，不再开放。看结果请发「/投票 P${number}」`,
    en: `The deadline of P${number} has passed as well. For the result send “/poll P${number}”`,
  }),
  openAgain: (number: number, question: string, when: Text): Text =>
    lines(
      { zh: `P${number} 接着投：${question}`, en: `P${number} is open again: ${question}` },
      {
        zh: `投过的票都还在，${when.zh}截止。`,
        en: `Votes that were cast still count; it closes ${when.en}.`,
      },
      {
        zh: `投票请发字母，例如「投 P${number} A」`,
        en: `To vote send your letter, like “/vote P${number} A”`,
      },
    ),
  notYours: (number: number): Text => ({
    zh: `P${number} 不是您发起的，请联络员来`,
    en: `You did not open P${number}; a liaison can end it`,
  }),
  stillOpen: (number: number): Text => ({
    zh: `P${number} 还在投票。现在就定请先发「/结束投票 P${number}」`,
    en: `P${number} is still open. To decide now send “/close P${number}” first`,
  }),
  isSettled: (number: number, activity: number): Text => ({
    zh: `P${number} 已经定成活动 E${activity} 了。看它请发「活动 E${activity}」`,
    en: `P${number} became activity E${activity} already. To see it send “/activity E${activity}”`,
  }),
  nobodyVoted: (number: number, option: string): Text => ({
    zh: `P${number} 没有人投票，不能按它定。就办这个请直接发「活动 25日9点 ${option}」`,
    en: `Nobody voted in P${number}, so it decides nothing. To hold it send “/activity 25日9点 ${option}”`,
  }),
  belowQuorum: (number: number, voters: number, quorum: number, option: string): Text => ({
    zh: `P${number} 要 ${quorum} 票才算数，只有 ${voters} 票，不能按它定。就办这个请直接发「活动 25日9点 ${option}」`,
    en: `P${number} needed ${quorum} votes and has ${voters}. To hold it all the same send “/activity 25日9点 ${option}”`,
  }),
  notLeading: (number: number, letters: Text): Text => ({
    zh: `P${number} 得票最多的是 ${letters.zh}。要办别的请直接发「/活动」`,
    en: `P${number}: the most votes went to ${letters.en}. For anything else send /activity`,
  }),
  hasItsTime: (headline: Text, number: number, words: string): Text =>
    sentences(
      {
        zh: `${headline.zh} 的时间是定好的，不用再写，发「${words}」就行。`,
        en: `${headline.en} has its time already; send “${inEnglish(words)}”.`,
      },
      {
        zh: `要改时间请发「/改期 E${number} …」`,
        en: `To move it send “/reschedule E${number} …”`,
      },
    ),
  adoptWhen: (example: string): Text => ({
    zh: `什么时候办？请把时间写上，例：${example}`,
    en: `When will it be? Add the time, for example: ${example}`,
  }),
  adoptTitle: (example: string): Text => ({
    zh: `办什么？请把名称写上，例：${example}`,
    en: `What will it be? Add a title, for example: ${example}`,
  }),
  sameTime: (headline: Text): Text => ({
    zh: `${headline.zh} 本来就是这个时间，不用改`,
    en: `${headline.en}: that is its time already`,
  }),
  requestOver: (number: number, state: Text | undefined): Text =>
    sentences(
      {
        zh: `#${number} ${state ? `已经是「${state.zh}」` : '找不到了'}，没有算作这个活动要办的。`,
        en: `#${number} ${state ? `is ${state.en}` : 'is not there any more'} and is not taken on.`,
      },
      { zh: `看现状请发「/详情 ${number}」`, en: `To see it send “/show ${number}”` },
    ),
  adoptPast: (example: string): Text => ({
    zh: `这个时间已经过了，请写以后的时间，例：${example}`,
    en: `That time has passed; give a later one, for example: ${example}`,
  }),
};
