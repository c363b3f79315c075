import { counted, sentences, type Text } from '../../../core/text.ts';

export const stateName = {
  planned: { zh: '未开始报名', en: 'planned' },
  open: { zh: '报名中', en: 'sign-up open' },
  underway: { zh: '签到中', en: 'under way' },
  held: { zh: '已结束', en: 'over' },
  archived: { zh: '已归档', en: 'archived' },
  cancelled: { zh: '已取消', en: 'cancelled' },
} satisfies Record<string, Text>;

/**
 * What may have become of somebody's sign-up, in the order in which it is told; `not-…` where it
 * was taken back.
 */
export const changeLabels = {
  in: { zh: '报名', en: 'signed up' },
  leave: { zh: '请假', en: 'cannot come' },
  out: { zh: '退出', en: 'withdrew' },
  up: { zh: '候补转正', en: 'moved up' },
  waiting: { zh: '候补', en: 'waiting' },
  size: { zh: '改为', en: 'now' },
  party: { zh: '人数改回', en: 'as many as before' },
  'not-in': { zh: '撤销报名', en: 'took back the sign-up' },
  'not-out': { zh: '撤销退出', en: 'took back the withdrawal' },
  'not-leave': { zh: '撤销请假', en: 'can come after all' },
} satisfies Record<string, Text>;
export type ChangeLabel = keyof typeof changeLabels;

export const signupTexts = {
  leaving: (numbers: readonly string[]): Text => ({
    zh: `您报的 ${numbers.join('、')} 会退掉`,
    en: `You will be withdrawn from ${numbers.join(', ')}`,
  }),
  headline: (number: number, title: string, when: Text): Text => ({
    zh: `E${number} ${title} ${when.zh}`,
    en: `E${number} ${title}, ${when.en}`,
  }),
  place: (place: string): Text => ({ zh: `地点：${place}`, en: `Place: ${place}` }),
  signedUp: (count: number, capacity: number | undefined, waiting: number): Text => ({
    zh: `已报 ${count}${capacity ? `/${capacity}` : ''} 人${waiting ? `，候补 ${waiting} 人` : ''}`,
    en: `${count}${capacity ? `/${capacity}` : ''} signed up${waiting ? `, ${waiting} waiting` : ''}`,
  }),
  total: (count: number, capacity: number | undefined, waiting: number): Text => ({
    zh: `共 ${count}${capacity ? `/${capacity}` : ''} 人${waiting ? `，候补 ${waiting} 人` : ''}`,
    en: `${count}${capacity ? `/${capacity}` : ''} in all${waiting ? `, ${waiting} waiting` : ''}`,
  }),
  signupFrom: (when: Text): Text => ({ zh: `${when.zh} 开始报名`, en: `Sign-up opens ${when.en}` }),
  notYet: (number: number, when: Text): Text => ({
    zh: `E${number} 还没开始报名，${when.zh} 开始，到时群里会通知`,
    en: `Sign-up for E${number} opens ${when.en}; the group will be told`,
  }),
  howToJoin: (number: number, words: string, isFull: boolean): Text => ({
    zh: `${isFull ? `名额满了，排候补请发「${words}」` : `参加请发「${words}」`}，来不了请发「请假 E${number}」`,
    en: `${isFull ? `Full; to wait for a seat send “${inEnglish(words)}”` : `To join send “${inEnglish(words)}”`}; if you cannot come, “absent E${number}”`,
  }),
  people: (label: 'in' | 'waiting' | 'leave', names: Text): Text => {
    const zh = { in: '报名', waiting: '候补', leave: '请假' }[label];
    const en = { in: 'In', waiting: 'Waiting', leave: 'Cannot come' }[label];
    return { zh: `${zh}：${names.zh}`, en: `${en}: ${names.en}` };
  },
  nobodyYet: { zh: '还没有人报名', en: 'Nobody has signed up yet' } satisfies Text,
  free: (seats: number): Text => ({
    zh: `还有 ${seats} 个名额`,
    en: `${counted(seats, 'seat')} left`,
  }),
  change: (label: ChangeLabel, names: Text): Text => ({
    zh: `${changeLabels[label].zh} ${names.zh}`,
    en: `${names.en} ${changeLabels[label].en}`,
  }),
  resized: (name: string, party: number): Text => ({
    zh: `${name}${changeLabels.size.zh} ${party} 人`,
    en: `${name} ${changeLabels.size.en} ${party}`,
  }),
  changed: (number: number, changes: Text, total: Text): Text => ({
    zh: `E${number} ${changes.zh}。${total.zh}`,
    en: `E${number}: ${changes.en}. ${total.en}`,
  }),
  seatFound: (number: number, place: number, seats: number | undefined): Text => ({
    zh: `E${number} 报名好了，第 ${place}${seats === undefined ? '' : `/${seats}`} 位`,
    en: `You are in for E${number}, number ${place}${seats === undefined ? '' : ` of ${seats}`}`,
  }),
  waitingTurn: (number: number, names: string, turns: readonly number[], giveUp: string): Text => ({
    zh: `E${number} 名额满了，${names}排在候补第 ${turns.join('、')} 位，空出来就通知。不等了请发「${giveUp}」`,
    en: `E${number} is full. On the waiting list: ${names}, number ${turns.join(', ')}; told when a seat is free. To give up send “${giveUp}”`,
  }),
  movedUp: (number: number, title: string, when: Text): Text =>
    sentences(
      {
        zh: `有空位了：E${number} ${title}（${when.zh}）您已转为正式报名。`,
        en: `A seat is free: you are in for E${number} ${title} (${when.en}).`,
      },
      { zh: `来不了请发「请假 E${number}」`, en: `If you cannot come send “absent E${number}”` },
    ),
  alreadyIn: (number: number, names: Text, party: number | undefined, behind: string): Text =>
    sentences(
      {
        zh: `${names.zh}已经报了 E${number}${party ? `（${party} 人）` : ''}。`,
        en: `Already in for E${number}: ${names.en}${party ? ` (${party})` : ''}.`,
      },
      {
        zh: `改人数请发「+2${behind}」，不来了请发「-1${behind}」`,
        en: `For one more send “+2${behind}”, to withdraw “-1${behind}”`,
      },
    ),
  alreadyWaiting: (number: number, names: Text, behind: string): Text => ({
    zh: `${names.zh}已在 E${number} 的候补里，空出来就通知。不等了请发「-1${behind}」`,
    en: `Already waiting for E${number}: ${names.en}. To give up send “-1${behind}”`,
  }),
  noRoomForMore: (number: number, left: number): Text => ({
    zh: `E${number} ${left > 0 ? `只剩 ${left} 个名额` : '名额满了'}，人数没有改。看名单请发「名单 E${number}」`,
    en: `E${number} ${left > 0 ? `has only ${counted(left, 'seat')} left` : 'is full'}, so nothing was changed. For the list send “list E${number}”`,
  }),
  severalIn: (number: number, name: string, parties: readonly number[]): Text =>
    sentences(
      {
        zh: `E${number} 有 ${parties.length} 位${name}（${parties.map((party) => `${party} 人`).join('、')}），没法分清是哪一位，没有退。`,
        en: `E${number} has ${parties.length} people called ${name} (${parties.join(', ')}), so nothing was changed.`,
      },
      {
        zh: '请本人自己发「-1」',
        en: 'Let them send “-1” themselves',
      },
    ),
  notIn: (number: number, name: string): Text => ({
    zh: `${name}没有报 E${number}，不用退。看名单请发「名单 E${number}」`,
    en: `${name} is not signed up for E${number}. For the list send “list E${number}”`,
  }),
  alreadyOnLeave: (number: number, name: string): Text => ({
    zh: `${name}已经请过假了。又能来了请发「报名 E${number}」`,
    en: `${name} cannot come, that is noted already. If you can after all send “signup E${number}”`,
  }),
  signupChanged: (number: number): Text =>
    sentences(
      {
        zh: `E${number} 的报名后来又改过，不能撤销了。`,
        en: `That sign-up for E${number} has been changed since and stays.`,
      },
      { zh: `看名单请发「名单 E${number}」`, en: `For the list send “list E${number}”` },
    ),
  seatTaken: (number: number, again: string): Text =>
    sentences(
      {
        zh: `E${number} 让出的位子已经有人接上了，撤销不了。`,
        en: `What was given up for E${number} is somebody else’s by now.`,
      },
      { zh: `还想来请发「${again}」`, en: `To come after all send “${again}”` },
    ),
  onlyOwn: (name: string): Text => ({
    zh: `${name}不是您报的名，请本人或联络员来退`,
    en: `You did not sign ${name} up; they or a liaison can withdraw it`,
  }),
  whoUnclear: sentences(
    { zh: '没看懂给谁报名。', en: 'I could not read who is to be signed up.' },
    {
      zh: '给自己请发「+1」，给别人请发「+1 张三」',
      en: 'For yourself send “+1”, for somebody else “+1 name”',
    },
  ) satisfies Text,
  nameTooLong: {
    zh: '名字太长了，请写 20 个字以内，例：+1 张三',
    en: 'That name is too long; 20 characters at most',
  } satisfies Text,
  crowd: {
    zh: '一个人最多报 50 人。单位来请写单位，例：恒威 报名 60人',
    en: 'One person signs up at most 50. A unit is named, for example: 恒威 报名 60人',
  } satisfies Text,
  oneAtATime: {
    zh: '一次最多报 10 位，请分几条发',
    en: 'At most 10 people in one message',
  } satisfies Text,
  stepSignups: (number: number, count: number): Text => ({
    zh: `E${number} 报名 ${count} 人`,
    en: `E${number}: ${count} signed up`,
  }),
  stepCheckin: (count: number): Text => ({ zh: `签到 ${count} 人`, en: `${count} were there` }),
  stepRecord: (served: { people: number; estimated: boolean } | undefined): Text => ({
    zh: `小结${served ? ` 惠及 ${served.people} 人次${served.estimated ? '（估）' : ''}` : ''}`,
    en: `record${served ? `: ${served.people} served${served.estimated ? ' (estimated)' : ''}` : ''}`,
  }),
  seeTable: (number: number): Text => ({
    zh: `看谁到了请发「签到表 E${number}」`,
    en: `For who was there send “attendance E${number}”`,
  }),
  noneOpen: (next: Text | undefined): Text =>
    sentences(
      { zh: '现在没有在报名的活动。', en: 'Nothing is open for sign-up.' },
      {
        zh: `${next ? `下一个：${next.zh}。` : ''}看安排请发「日程」`,
        en: `${next ? `Next: ${next.en}. ` : ''}For what is coming send “agenda”`,
      },
    ),
  whichOne: { zh: '有几个活动，是哪一个？', en: 'Which one?' } satisfies Text,
  noSuch: (number: number): Text => ({
    zh: `没有 E${number}。看现在有哪些请发「/活动」`,
    en: `There is no E${number}. For what there is send /activity`,
  }),
  closedFor: (number: number, state: Text): Text => ({
    zh: `E${number} ${state.zh}，不能报名了。看安排请发「日程」`,
    en: `E${number} is ${state.en}; sign-up is closed. For what is coming send “agenda”`,
  }),
  none: {
    zh: '近期没有活动。看安排请发「日程」',
    en: 'No activities at present. For what is coming send “agenda”',
  } satisfies Text,
  listTitle: { zh: '近期活动：', en: 'Activities:' } satisfies Text,
  howToPick: (number: number): Text => ({
    zh: `看一个请发「/活动 E${number}」`,
    en: `To see one send “/activity E${number}”`,
  }),
  created: { zh: '活动建好了：', en: 'Created:' } satisfies Text,
  noPhotos: (number: number): Text => ({
    zh: `E${number} 还没有照片。联络员请先发照片，3 分钟内再发「小结 E${number}」`,
    en: `E${number} has no photos yet. A liaison sends them, then “record E${number}” within 3 minutes`,
  }),
  cannotChange: (number: number, state: Text): Text => ({
    zh: `E${number} ${state.zh}，不能再改。看安排请发「日程」`,
    en: `E${number} is ${state.en} and cannot be changed. For what is coming send “agenda”`,
  }),
};

/** Words to type, in an English sentence. */
function inEnglish(words: string): string {
  return words.replace(/^报名(?= |$)/, 'signup').replace(/^请假(?= |$)/, 'absent');
}
