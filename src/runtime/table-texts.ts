import type { Text } from '../core/text.ts';
import type { UnreadableTable } from '../ports/tables.ts';

/** Of tables that people send. */
export const tableTexts = {
  forLiaisons: {
    zh: '文件我只收联络员发的表格。要办什么请直接打字，看能办什么发「/帮助」',
    en: 'I take tables from liaisons only. Say what you need in words, or send /help',
  } satisfies Text,
  unknown: {
    zh: '没认出这张表是什么。认领表第一行要有「项目」，名册要有「姓名」和「单位」',
    en: 'I cannot tell what this table is. Its first row has to say 项目, or 姓名 and 单位',
  } satisfies Text,
  unreadable: {
    large: {
      zh: '这张表太大了（5 MB、5000 行以内），没有收。请分开再发',
      en: 'That table is too large (5 MB and 5,000 rows at most). Please send it in parts',
    },
    kind: {
      zh: '我只认 xlsx 和 csv。请用表格软件另存为 xlsx，再发一次',
      en: 'I read xlsx and csv only. Please save it as xlsx and send it again',
    },
    broken: {
      zh: '这个文件打不开，没有收。请用表格软件打开，另存为 xlsx，再发一次',
      en: 'That file cannot be opened. Please save it as xlsx and send it again',
    },
    gone: {
      zh: '文件没有取到，请再发一次；也可以把表格里的字直接粘贴过来',
      en: 'The file could not be fetched. Please send it again, or paste its text',
    },
  } satisfies Record<UnreadableTable | 'gone', Text>,
};
