import type { Text } from '../core/text.ts';
import type { Completeness } from './rules/record.ts';
import type { Table } from './rules/table.ts';

const label = {
  present: { zh: '到场', en: 'Present' },
  late: { zh: '迟到', en: 'Late' },
  walkedIn: { zh: '未报名到场', en: 'Walked in' },
  leave: { zh: '请假', en: 'On leave' },
  absent: { zh: '缺席', en: 'Absent' },
  unknown: { zh: '未签到', en: 'Not heard of' },
} satisfies Partial<Record<keyof Table, Text>>;
export type TableRow = keyof typeof label;

const item = {
  notice: { zh: '通知', en: 'notice' },
  checkin: { zh: '签到', en: 'check-in' },
  summary: { zh: '小结', en: 'summary' },
  photos: { zh: '照片', en: 'photos' },
  served: { zh: '惠及人次', en: 'people served' },
} satisfies Record<keyof Completeness, Text>;

type Served = { readonly people: number; readonly estimated: boolean } | undefined;

function servedPart(served: Served): Text {
  if (served === undefined) return { zh: '。', en: '.' };
  const { people, estimated } = served;
  return {
    zh: `。惠及 ${people} 人次${estimated ? '（估）' : ''}`,
    en: `. People served: ${people}${estimated ? ' (estimated)' : ''}`,
  };
}

export const texts = {
  arrived: (number: number, total: number, names: Text, expected: number): Text => ({
    zh: `E${number} 到场 ${total} 人${names.zh ? `（${names.zh}）` : ''}。应到 ${expected}`,
    en: `E${number}: ${total} here${names.en ? ` (${names.en})` : ''}, ${expected} expected`,
  }),
  tableTitle: (number: number, title: string): Text => ({
    zh: `E${number} ${title} 签到结束`,
    en: `E${number} ${title}: check-in has closed`,
  }),
  totals: (total: number, expected: number): Text => ({
    zh: `到场 ${total} 人，应到 ${expected} 人`,
    en: `${total} were here, ${expected} expected`,
  }),
  totalParts: (total: number, named: number, expected: number): Text => ({
    zh: `到场 ${total} 人（签到 ${named} 人，单位报数另加 ${total - named} 人），应到 ${expected} 人`,
    en: `${total} were here (${named} checked in, ${total - named} more by head-counts), ${expected} expected`,
  }),
  row: (row: TableRow, count: number, names: Text): Text => ({
    zh: `${label[row].zh} ${count}：${names.zh}`,
    en: `${label[row].en} ${count}: ${names.en}`,
  }),
  count: (row: TableRow, count: number): Text => ({
    zh: `${label[row].zh} ${count} 人`,
    en: `${label[row].en}: ${count}`,
  }),
  correctedMark: { zh: '补', en: 'corrected' } satisfies Text,
  unitCounts: (units: Text): Text => ({ zh: `单位报数：${units.zh}`, en: `Head-counts: ${units.en}` }),
  unitCount: (unit: string, count: number): Text => ({ zh: `${unit} ${count} 人`, en: `${unit} ${count}` }),
  askRecord: (number: number): Text => ({
    zh: `联络员请写小结，例：小结 E${number} 清理楼道6处，惠及38人次`,
    en: `Liaison, the record please, for example: 小结 E${number} 清理楼道6处，惠及38人次`,
  }),
  opened: (headline: Text, example: string | undefined): Text => ({
    zh: `${headline.zh} 开始签到。\n${example ? `到了看现场板子上的词，发「签到」加这个词，例：签到 ${example}` : '到了请发「签到」'}`,
    en: `${headline.en}: check-in is open.\nWhen you are there send “签到”${example ? ` and the word on the board, for example: 签到 ${example}` : ''}`,
  }),
  wordForBoard: (headline: Text, word: string): Text => ({
    zh: `${headline.zh}\n签到口令是「${word}」，请写在现场的板子上。\n要换请私聊我发「/口令 新词」`,
    en: `${headline.en}\nThe check-in word is “${word}”; please write it on the board.\nTo change it send me “/passcode <word>”`,
  }),
  wordChanged: (number: number, word: string): Text => ({
    zh: `E${number} 的口令换成「${word}」了，旧的不再有效。请改现场的板子`,
    en: `E${number} now has the word “${word}”; please change the board`,
  }),
  wordOff: (number: number): Text => ({
    zh: `E${number} 签到不用口令了，发「签到」就行`,
    en: `E${number} needs no check-in word any more; “签到” is enough`,
  }),
  wordSent: (number: number): Text => ({
    zh: `E${number} 的口令私聊发给您了`,
    en: `The word of E${number} was sent to you in private`,
  }),
  wordInPrivate: {
    zh: '口令不能在群里说，请私聊我发「/口令」',
    en: 'The word is not for the group; send me “/passcode” in private',
  } satisfies Text,
  noWord: (headline: Text): Text => ({
    zh: `${headline.zh}\n签到不用口令。要用请发「/口令 新词」`,
    en: `${headline.en}\nNo check-in word is needed. To ask for one send “/passcode <word>”`,
  }),
  badWord: {
    zh: '口令要 2 到 4 个汉字，例：/口令 桂花',
    en: 'A check-in word has 2 to 4 Chinese characters or 2 to 8 letters, for example: /passcode 桂花',
  } satisfies Text,
  needWord: (number: number, words: string): Text => ({
    zh: `E${number} 签到要加现场板子上的词，例：${words}`,
    en: `To check in to E${number} add the word on the board, for example: ${words}`,
  }),
  wrongWord: (words: string): Text => ({
    zh: `这个词不对，再看看板子。例：${words}`,
    en: `That is not the word on the board; look again. For example: ${words}`,
  }),
  onlyOneself: (number: number, name: string): Text => ({
    zh: `签到要本人发。${name}不方便发的，请联络员发「到 E${number} ${name}」`,
    en: `Everybody checks in themselves. Where ${name} cannot, a liaison sends “到 E${number} ${name}”`,
  }),
  already: (number: number, name: string, time: string): Text => ({
    zh: `${name} ${time} 已经签到 E${number} 了，不用再签`,
    en: `${name} checked in to E${number} at ${time} already`,
  }),
  noneOpen: (next: Text | undefined): Text => ({
    zh: `现在没有在签到的活动。${next ? `下一个：${next.zh}。` : ''}看安排请发「日程」`,
    en: `No check-in is open. ${next ? `Next: ${next.en}. ` : ''}For what is coming send “日程”`,
  }),
  notOpen: (number: number, state: Text, opens: string | undefined): Text => ({
    zh: opens ? `E${number} ${opens} 开始签到，到时请再发一次` : `E${number} ${state.zh}，签到请找联络员补`,
    en: opens ? `Check-in to E${number} opens at ${opens}` : `E${number} is ${state.en}; ask a liaison to correct it`,
  }),
  noSuchUnit: (name: string): Text => ({
    zh: `没有叫「${name}」的单位。自己签到请发「签到」加板上的词`,
    en: `There is no unit called “${name}”. To check in yourself send “签到” with the word on the board`,
  }),
  notYourUnit: (unit: string): Text => ({
    zh: `${unit}的人数请${unit}的人来报。您自己签到请发「签到」加板上的词`,
    en: `Only ${unit}'s own people give its head-count. To check in yourself send “签到” with the word on the board`,
  }),
  noUnit: (unit: string, word: string, heads: number): Text => ({
    zh: `报人数请带上单位，例：${unit} 签到 ${word} ${heads}人`,
    en: `For a head-count give the unit, for example: ${unit} 签到 ${word} ${heads}人`,
  }),
  reallySoMany: (unit: string, count: number, words: string): Text => ({
    zh: `${unit}到场 ${count} 人，对吗？对的话请再发一次「${words}」`,
    en: `${count} of ${unit}, is that right? If so send “${words}” once more`,
  }),
  nobodyCalled: (number: number, name: string): Text => ({
    zh: `没找到「${name}」。请写名单上的姓名，例：补签 E${number} 张伟 手机没电`,
    en: `Nobody here is called “${name}”. Use a name from the list, for example: 补签 E${number} 张伟 手机没电`,
  }),
  severalCalled: (name: string): Text => ({
    zh: `有几位「${name}」，没法分清，请他们自己发「签到」`,
    en: `There are several called “${name}”; let them check in themselves`,
  }),
  corrected: (number: number, name: string, state: Text): Text => ({
    zh: `E${number} ${name} 记为${state.zh}（补）`,
    en: `E${number}: ${name} is now ${state.en.toLowerCase()} (corrected)`,
  }),
  whyCorrect: (words: string): Text => ({
    zh: `为什么补？写上原因再发一次，例：${words} 手机没电`,
    en: `Please say why, for example: ${words} 手机没电`,
  }),
  countCorrect: (number: number, unit: string): Text => ({
    zh: `单位补人数要写一共几人和原因，例：补签 E${number} ${unit} 8人 后来又来了`,
    en: `For a unit give how many in all, and why, for example: 补签 E${number} ${unit} 8人 后来又来了`,
  }),
  state: (row: TableRow): Text => label[row],
  people: (count: number): Text => ({ zh: ` ${count} 人`, en: `${count}` }),
  standsAs: (number: number, name: string, state: Text): Text => ({
    zh: `E${number} ${name} 还是${state.zh}`,
    en: `E${number}: ${name} is ${state.en.toLowerCase()}, as before`,
  }),
  changedSince: (number: number): Text => ({
    zh: `E${number} 的签到后来又改过，不能撤销了。不对的请联络员发「补签 E${number} 姓名 原因」`,
    en: `That has been changed since and stays. A liaison sets it right with “补签 E${number} <name> <reason>”`,
  }),
  closedSince: (number: number): Text => ({
    zh: `E${number} 现在不在签到，不能撤销了。不对的请联络员发「补签 E${number} 姓名 原因」`,
    en: `Check-in to E${number} is not open now. A liaison sets it right with “补签 E${number} <name> <reason>”`,
  }),
  wordIs: (number: number, word: string, minutes: number | undefined): Text => ({
    zh: `E${number} 的口令还是「${word}」${minutes === undefined ? '' : `，每 ${minutes} 分钟换一次`}，请改回现场的板子`,
    en: `The word of E${number} is “${word}” again${minutes === undefined ? '' : `, changed every ${minutes} minutes`}; please change the board`,
  }),
  wordChangedSince: (number: number): Text => ({
    zh: `E${number} 的口令后来又换过，不能撤销了。看现在的请发「/口令 E${number}」`,
    en: `The word of E${number} has changed since. For the present one send “/passcode E${number}”`,
  }),
  windowChangedSince: (number: number): Text => ({
    zh: `E${number} 的签到已经按新的时间开始或结束了，不能撤销。要改请发「/签到时间 E${number} 8:00-10:00」`,
    en: `Check-in to E${number} has gone by the new times already. To change them send “/checkintime E${number} 8:00-10:00”`,
  }),
  recordIs: (number: number, text: Text | undefined): Text =>
    text === undefined
      ? { zh: `E${number} 还没有小结文字。请发「小结 E${number} 做了什么」`, en: `E${number} has no text yet` }
      : { zh: `E${number} 的小结还是：${text.zh}`, en: `The record of E${number} is: ${text.en}` },
  recordChangedSince: (number: number): Text => ({
    zh: `E${number} 的小结后来有人改过，不能撤销了。看现在的请发「小结 E${number}」`,
    en: `Somebody has changed the record of E${number} since. To see it send “小结 E${number}”`,
  }),
  recordSaved: (number: number, served: Served): Text => ({
    zh: `E${number} 小结记下了${servedPart(served).zh}`,
    en: `The record of E${number} is kept${servedPart(served).en}`,
  }),
  recordShown: (number: number, served: Served): Text => ({
    zh: `E${number} 的小结${servedPart(served).zh}`,
    en: `The record of E${number}${servedPart(served).en}`,
  }),
  addedTo: (number: number): Text => ({
    zh: `接在前面写的后面了。要重写请发「小结 E${number} 改为 …」`,
    en: `It was added to what there was. To write it anew send “小结 E${number} 改为 …”`,
  }),
  noRecord: (number: number): Text => ({
    zh: `E${number} 还没有小结。请发，例：小结 E${number} 清理楼道6处，惠及38人次`,
    en: `E${number} has no record yet. For example: 小结 E${number} 清理楼道6处，惠及38人次`,
  }),
  notHeld: (number: number): Text => ({
    zh: `E${number} 还没开始，办完再写小结`,
    en: `E${number} has not begun; write the record when it is over`,
  }),
  correctLater: (number: number): Text => ({
    zh: `E${number} 还没开始签到，开始以后再补`,
    en: `Check-in to E${number} has not opened yet; correct it afterwards`,
  }),
  cancelledNoRecord: (number: number): Text => ({
    zh: `E${number} 取消了，不用写小结`,
    en: `E${number} was cancelled`,
  }),
  nothingHeld: {
    zh: '没有办过的活动等着写小结。看安排请发「日程」',
    en: 'No activity is waiting for its record. For what is coming send “日程”',
  } satisfies Text,
  completeness: (has: readonly (keyof Completeness)[], lacks: readonly (keyof Completeness)[]): Text => ({
    zh: `五项：${has.map((key) => `${item[key].zh}✓`).join(' ')}${lacks.length ? ` 还缺 ${lacks.map((key) => item[key].zh).join('、')}` : '，齐了'}`,
    en: `Five items: ${has.map((key) => `${item[key].en} ✓`).join(', ')}${lacks.length ? `; missing: ${lacks.map((key) => item[key].en).join(', ')}` : '; complete'}`,
  }),
  howToMend: (number: number, lacks: readonly (keyof Completeness)[]): Text | undefined => {
    const text = [lacks.includes('summary') && '清理楼道6处', lacks.includes('served') && '惠及38人次'].filter(Boolean);
    const words = [`小结 E${number}`, text.join('，')].filter(Boolean).join(' ');
    if (lacks.includes('photos'))
      return { zh: `先发照片，3 分钟内再发「${words}」`, en: `Send the photos, then “${words}” within 3 minutes` };
    if (text.length > 0) {
      const named = lacks.filter((key) => key === 'summary' || key === 'served').map((key) => item[key]);
      return {
        zh: `补${named.map(({ zh }) => zh).join('、')}请发「${words}」`,
        en: `For ${named.map(({ en }) => en).join(' and ')} send “${words}”`,
      };
    }
    if (lacks.includes('checkin'))
      return {
        zh: `来过的人请补上，例：补签 E${number} 张伟 手机没电`,
        en: `Put down who was there, for example: 补签 E${number} 张伟 手机没电`,
      };
    return lacks.includes('notice')
      ? { zh: '事先没在群里通知过，这一项补不上，别的齐了', en: 'Nobody was told beforehand; all the rest is there' }
      : undefined;
  },
  left: (number: number, names: Text): Text => ({
    zh: `E${number} 签退：${names.zh}`,
    en: `E${number}: ${names.en} checked out`,
  }),
  missing: (number: number, count: number, names: Text): Text => ({
    zh: `E${number} 还差 ${count} 人：${names.zh}`,
    en: `E${number}: ${count} not here yet: ${names.en}`,
  }),
  nobodyMissing: (number: number, total: number, expected: number): Text => ({
    zh: `E${number} 报了名的都有着落了。到场 ${total} 人，应到 ${expected} 人`,
    en: `E${number}: nobody is missing. ${total} are here, ${expected} expected`,
  }),
  notBegun: (headline: Text): Text => ({
    zh: `${headline.zh} 还没开始签到。看谁报了名请发「名单」`,
    en: `${headline.en}: check-in has not begun. For who signed up send “名单”`,
  }),
  nothingToLeave: {
    zh: '您没有签到过正在办的活动，不用签退',
    en: 'You have not checked in to anything that is going on',
  } satisfies Text,
  notCheckedIn: (number: number, name: string): Text => ({
    zh: `${name}没有签到 E${number}，或者签到已经结束，不用签退`,
    en: `${name} has not checked in to E${number}, or it is over`,
  }),
  alreadyLeft: (number: number, name: string, time: string): Text => ({
    zh: `${name} ${time} 已经签退 E${number} 了`,
    en: `${name} checked out of E${number} at ${time} already`,
  }),
  windowChanged: (number: number, span: Text): Text => ({
    zh: `E${number} 签到时间改为 ${span.zh}`,
    en: `Check-in to E${number} is now open ${span.en}`,
  }),
  howToWindow: (number: number): Text => ({
    zh: `签到从几点到几点？例：/签到时间 E${number} 8:00-10:00`,
    en: `From when to when? For example: /checkintime E${number} 8:00-10:00`,
  }),
  windowOver: (number: number): Text => ({
    zh: `这样 E${number} 还没开始签到就结束了，没有改。例：/签到时间 E${number} 8:00-10:00`,
    en: `Check-in to E${number} would be over before it begins. For example: /checkintime E${number} 8:00-10:00`,
  }),
  tooManyNames: (most: number): Text => ({
    zh: `一次最多点 ${most} 位，请分几条发`,
    en: `At most ${most} names in one message`,
  }),
  whomToCall: (number: number): Text => ({
    zh: `点名请写姓名，例：到 E${number} 张伟 李娟 恒威5。自己签到请发「签到」加板上的词`,
    en: `To call the roll write names, for example: 到 E${number} 张伟 李娟 恒威5. To check in yourself send “签到” with the word on the board`,
  }),
  notOnRoll: (number: number, unknown: readonly { unknown: string; several: boolean }[]): Text => {
    const names = unknown.map((one) => one.unknown).join('、');
    const [first] = unknown;
    return {
      zh: `这几位没记上：${names}${first?.several ? '（有重名）' : ''}。不在名单的先报名，例：+1 ${first?.unknown ?? '张三'}，再发「/到 E${number} ${first?.unknown ?? '张三'}」`,
      en: `Not recorded: ${names}${first?.several ? ' (several have that name)' : ''}. Sign them up first, for example: +1 ${first?.unknown ?? '张三'}, then “/rollcall E${number} ${first?.unknown ?? '张三'}”`,
    };
  },
  noWordToRotate: (number: number): Text => ({
    zh: `E${number} 签到不用口令，没有可换的。要用请发「/口令 E${number} 桂花」`,
    en: `E${number} asks for no word. To ask for one send “/passcode E${number} 桂花”`,
  }),
  rotationOn: (number: number, minutes: number, at: string, word: string): Text => ({
    zh: `E${number} 的口令每 ${minutes} 分钟换一次，${at} 换第一次，每次都私下发给您。\n现在是「${word}」。不换了请发「/口令 E${number} 轮换 0」`,
    en: `The word of E${number} changes every ${minutes} minutes, first at ${at}; each one is sent to you in private.\nNow it is “${word}”. To stop send “/passcode E${number} rotate 0”`,
  }),
  rotationOff: (number: number, word: string): Text => ({
    zh: `E${number} 的口令不再轮换，就用「${word}」`,
    en: `The word of E${number} stays “${word}”`,
  }),
  wordNow: (number: number, word: string, minutes: number): Text => ({
    zh: `E${number} 口令换成「${word}」，请改现场的板子，${minutes} 分钟后再换`,
    en: `The word of E${number} is now “${word}”; please change the board. Next change in ${minutes} minutes`,
  }),
  recordMissing: (headline: Text, number: number): Text => ({
    zh: `${headline.zh} 的小结还没写齐。\n请发，例：小结 E${number} 清理楼道6处，惠及38人次；有照片先发照片`,
    en: `The record of ${headline.en} is not complete.\nFor example: 小结 E${number} 清理楼道6处，惠及38人次; photos first`,
  }),
};
