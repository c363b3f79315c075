import type { Text } from '../../../core/text.ts';
import type { RequestKind } from '../records/index.ts';

/** The columns of the table of requests in a file. */
export const exportTexts = {
  title: { zh: '需求', en: 'requests' } satisfies Text,
  number: { zh: '编号', en: 'Number' } satisfies Text,
  kind: { zh: '种类', en: 'Kind' } satisfies Text,
  category: { zh: '类别', en: 'Category' } satisfies Text,
  text: { zh: '内容', en: 'What' } satisfies Text,
  asker: { zh: '谁提的', en: 'Asked by' } satisfies Text,
  at: { zh: '提出时间', en: 'Asked at' } satisfies Text,
  state: { zh: '情况', en: 'State' } satisfies Text,
  since: { zh: '情况从何时起', en: 'In this state since' } satisfies Text,
  units: { zh: '认领单位', en: 'Units that claimed it' } satisfies Text,
  people: { zh: '认领人', en: 'Claimed by' } satisfies Text,
  promised: { zh: '答应的时间', en: 'Promised by' } satisfies Text,
  reopened: { zh: '退回次数', en: 'Times reopened' } satisfies Text,
  seconds: { zh: '同样需求的人数', en: 'Others who asked the same' } satisfies Text,
  kinds: {
    need: { zh: '需求', en: 'request' },
    wish: { zh: '微心愿', en: 'wish' },
    voice: { zh: '民情', en: 'opinion' },
  } satisfies Record<RequestKind, Text>,
};
