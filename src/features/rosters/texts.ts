import { lines, type Text } from '../../core/text.ts';
import type { BadRow } from './rules/read-roster.ts';

const why: Readonly<Record<BadRow, Text>> = {
  'no-unit': { zh: '没写单位', en: 'no unit' },
  'unknown-unit': { zh: '没有这个单位', en: 'no such unit' },
  'no-name': { zh: '看不出名字', en: 'no name' },
  namesakes: { zh: '有几个人同名，请在「/角色」里改', en: 'several people are called so' },
  'has-role': { zh: '是联络员或召集人，请在「/角色」里改', en: 'is a liaison or the convenor' },
  twice: { zh: '名单里写了两次', en: 'stands in it twice' },
};

/** A list of people comes in. */
export const texts = {
  howTo: {
    zh: '把 .xlsx 或 .csv 的名单发给我就行。也可以粘贴，一行一个人，先名字后单位，例：\n/名册 张三 恒威\n李四 安康',
    en: 'Send me the list as .xlsx or .csv. Or paste it, one person a line, name and unit, for example:\n/roster 张三 恒威\n李四 安康',
  } satisfies Text,
  tooLong: (most: number): Text => ({
    zh: `一次最多 ${most} 行，什么都没收。请分成几份再发`,
    en: `${most} rows at a time at most; nothing was taken. Please send it in parts`,
  }),
  preview: (added: number, moved: number, same: number, bad: number): Text => ({
    zh: `名册看好了：新增 ${added} 人，换单位或转成员 ${moved} 人，${same} 人没变${bad > 0 ? `，${bad} 行有问题不收` : ''}`,
    en: `The list: ${added} new, ${moved} to another unit or now members, ${same} as they are${bad > 0 ? `, ${bad} rows left out` : ''}`,
  }),
  badRow: (line: number, text: string, reason: BadRow): Text => ({
    zh: `第 ${line} 行「${text}」：${why[reason].zh}`,
    en: `line ${line} “${text}”: ${why[reason].en}`,
  }),
  confirm: { zh: '照这样办请回「发」', en: 'To carry it out answer “/send”' } satisfies Text,
  nothing: { zh: '没有要改的', en: 'There is nothing to change' } satisfies Text,
  done: (count: number): Text =>
    lines(
      { zh: `办好了，${count} 人进了名册`, en: `Done: ${count} people are on the list` },
      {
        zh: '他们用「/邀请」的码绑上自己的账号。错了请在 5 分钟内发「撤销」',
        en: 'They bind their accounts with a code of /invite. To take it back send “/undo” within 5 minutes',
      },
    ),
  changedSince: {
    zh: '名册里的人后来又改过，撤不了。请在「/角色」里改',
    en: 'Some of them were changed since; see /roles',
  } satisfies Text,
  back: { zh: '名册改回原来的了', en: 'The list is as it was before' } satisfies Text,
  putAway: { zh: '名册没有动', en: 'Nothing of the list was carried out' } satisfies Text,
};
