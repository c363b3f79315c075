import { sentences, type Text } from '../../../core/text.ts';
import type { Table } from '../rules/attendance-table.ts';

const label = {
  present: { zh: '到场', en: 'Present' },
  late: { zh: '迟到', en: 'Late' },
  walkedIn: { zh: '未报名到场', en: 'Walked in' },
  leave: { zh: '请假', en: 'On leave' },
  absent: { zh: '缺席', en: 'Absent' },
  unknown: { zh: '未签到', en: 'Not heard of' },
} satisfies Partial<Record<keyof Table, Text>>;
export type TableRow = keyof typeof label;

/** Who is there, and what is set right. */
export const attendanceTexts = {
  arrived: (number: number, total: number, names: Text, expected: number): Text => ({
    zh: `E${number} 到场 ${total} 人${names.zh ? `（${names.zh}）` : ''}。应到 ${expected}`,
    en: `E${number}: ${total} here${names.en ? ` (${names.en})` : ''}, ${expected} expected`,
  }),
  tableTitle: (number: number, title: string, isOpen: boolean): Text => ({
    zh: `E${number} ${title} ${isOpen ? '正在签到' : '签到结束'}`,
    en: `E${number} ${title}: check-in ${isOpen ? 'is open' : 'has closed'}`,
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
  howToCorrect: (number: number): Text => ({
    zh: `补签或更正，例：补签 E${number} 张伟 手机没电`,
    en: `To correct it, for example: correct E${number} 张伟 phone was flat`,
  }),
  seeActivity: (number: number): Text => ({
    zh: `看这次活动请发「/活动 E${number}」`,
    en: `For the activity send “/activity E${number}”`,
  }),
  correctedMark: { zh: '补', en: 'corrected' } satisfies Text,
  unitCounts: (units: Text): Text => ({
    zh: `单位报数：${units.zh}`,
    en: `Head-counts: ${units.en}`,
  }),
  unitCount: (unit: string, count: number): Text => ({
    zh: `${unit} ${count} 人`,
    en: `${unit} ${count}`,
  }),
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
  nothingHeld: {
    zh: '没有办过的活动等着写小结。看安排请发「日程」',
    en: 'No activity is waiting for its record. For what is coming send “agenda”',
  } satisfies Text,
  correctLater: (number: number): Text => ({
    zh: `E${number} 还没开始签到，开始以后再补`,
    en: `Check-in to E${number} has not opened yet; correct it afterwards`,
  }),
  whomCorrect: (number: string): Text => ({
    zh: `补签请写姓名和原因，例：补签 ${number} 张伟 手机没电`,
    en: `Write whom, and why, for example: correct ${number} 张伟 phone was flat`,
  }),
  nobodyCalled: (number: number, name: string): Text =>
    sentences(
      { zh: `没找到「${name}」。`, en: `Nobody here is called “${name}”.` },
      {
        zh: `请写名单上的姓名，例：补签 E${number} 张伟 手机没电`,
        en: `Use a name from the list, for example: correct E${number} 张伟 phone was flat`,
      },
    ),
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
    en: `Please say why, for example: ${words} phone was flat`,
  }),
  countCorrect: (number: number, unit: string): Text => ({
    zh: `单位补人数要写一共几人和原因，例：补签 E${number} ${unit} 8人 后来又来了`,
    en: `For a unit give how many in all, and why, for example: correct E${number} ${unit} 8人 more came later`,
  }),
  state: (row: TableRow): Text => label[row],
  people: (count: number): Text => ({ zh: ` ${count} 人`, en: `${count}` }),
  standsAs: (number: number, name: string, state: Text): Text => ({
    zh: `E${number} ${name} 还是${state.zh}`,
    en: `E${number}: ${name} is ${state.en.toLowerCase()}, as before`,
  }),
};
