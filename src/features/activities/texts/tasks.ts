import { sentences, type Text } from '../../../core/text.ts';

/** What is said of an activity beside its time: tasks, the end of sign-up, what to bring. */
export const taskTexts = {
  which: (number: number): Text => ({
    zh: `E${number} 报哪一项？`,
    en: `Which task of E${number}?`,
  }),
  choice: (name: string, left: number): Text =>
    left > 0
      ? { zh: `${name}（还差 ${left} 人）`, en: `${name} (${left} needed)` }
      : { zh: `${name}（满了，排候补）`, en: `${name} (full; to wait)` },
  post: (name: string, taken: number, seats: number, names: Text | undefined): Text => ({
    zh: `${name} ${taken}/${seats}${names ? `：${names.zh}` : ''}`,
    en: `${name} ${taken}/${seats}${names ? `: ${names.en}` : ''}`,
  }),
  until: (when: Text, isOver: boolean): Text => ({
    zh: isOver ? '报名已截止' : `${when.zh} 截止报名`,
    en: isOver ? 'sign-up is over' : `sign-up until ${when.en}`,
  }),
  over: (number: number, when: Text, contact: string | undefined): Text =>
    sentences(
      {
        zh: `E${number} 的报名 ${when.zh} 截止了。`,
        en: `Sign-up for E${number} ended ${when.en}.`,
      },
      {
        zh: `${contact ? `还想来请找${contact}；` : ''}看别的安排请发「日程」`,
        en: `${contact ? `To come after all ask ${contact}. ` : ''}What is coming: “日程”`,
      },
    ),
  enteredLate: (when: Text): Text => ({
    zh: `${when.zh}（补录）`,
    en: `${when.en} (entered afterwards)`,
  }),
  form: (how: string): Text => ({ zh: `形式：${how}`, en: `Form: ${how}` }),
  bring: (what: string): Text => ({ zh: `请带：${what}`, en: `Bring: ${what}` }),
  contact: (who: string): Text => ({ zh: `联系人：${who}`, en: `Contact: ${who}` }),
  material: (link: string): Text => ({ zh: `学习资料：${link}`, en: `To read: ${link}` }),
  howToLeave: (number: number): Text => ({
    zh: `报名截止了，来不了请发「请假 E${number}」`,
    en: `Sign-up is over; if you cannot come send “请假 E${number}”`,
  }),
  stepRequests: (numbers: readonly number[]): Text => ({
    zh: `办 ${numbers.map((one) => `#${one}`).join('、')}`,
    en: `does ${numbers.map((one) => `#${one}`).join(', ')}`,
  }),
};
