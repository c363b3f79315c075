import type { Text } from '../../../core/text.ts';

/** Tasks and shifts with seats of their own, and the end of sign-up. */
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
  over: (number: number, when: Text, contact: string | undefined): Text => ({
    zh: `E${number} 的报名 ${when.zh} 截止了。${contact ? `还想来请找${contact}；` : ''}看别的安排请发「日程」`,
    en: `Sign-up for E${number} ended ${when.en}. ${contact ? `To come after all ask ${contact}. ` : ''}For what is coming send “日程”`,
  }),
};
