import { lines, type Text } from '../../core/text.ts';

/** `1 次`, `66379（共 68400，97%）`: a slash between two long numbers would read as a phone's. */
export function standText({
  amount,
  whole,
  measure,
}: {
  readonly amount: number;
  readonly whole?: number | undefined;
  readonly measure: string;
}): Text {
  const unit = measure === '' ? '' : ` ${measure}`;
  if (whole === undefined) return { zh: `${amount}${unit}`, en: `${amount}${unit}` };
  const percent = Math.floor((amount / whole) * 100);
  return {
    zh: `${amount}${unit}（共 ${whole}，${percent}%）`,
    en: `${amount}${unit} (of ${whole}, ${percent}%)`,
  };
}

export const texts = {
  added: (name: string, count: Text, unit: string | undefined, month: Text, sum: Text): Text => ({
    zh: `${name} +${count.zh}${unit ? `（${unit}）` : ''}，${month.zh}共 ${sum.zh}`,
    en: `${name} +${count.en}${unit ? ` (${unit})` : ''}, ${month.en} in all ${sum.en}`,
  }),
  stands: (name: string, now: Text, before: Text | undefined): Text => ({
    zh: `${name} 现在是 ${now.zh}${before ? `，原来 ${before.zh}` : ''}`,
    en: `${name} is now ${now.en}${before ? `, was ${before.en}` : ''}`,
  }),
  onDay: (day: Text): Text => ({ zh: `（记在${day.zh}）`, en: ` (for ${day.en})` }),
  howToMend: (name: string, amount: string): Text => ({
    zh: `记错了请发「计数 ${name} 改为 ${amount} 原因」或「计数 ${name} 划掉 原因」`,
    en: `To mend it send “/count ${name} 改为 ${amount} reason” or “/count ${name} 划掉 reason”`,
  }),
  corrected: (name: string, from: Text, to: Text, why: string): Text => ({
    zh: `${name} ${from.zh} 改为 ${to.zh}（${why}）`,
    en: `${name}: ${from.en} is now ${to.en} (${why})`,
  }),
  struck: (name: string, what: Text, why: string): Text => ({
    zh: `${name} ${what.zh} 划掉了（${why}），记录里还看得到`,
    en: `${name}: ${what.en} is struck (${why}); the record keeps it`,
  }),
  list: (month: Text): Text => ({ zh: `${month.zh}的计数：`, en: `Counted in ${month.en}:` }),
  item: (name: string, amount: Text): Text => ({
    zh: `· ${name} ${amount.zh}`,
    en: `· ${name} ${amount.en}`,
  }),
  none: {
    zh: '这个月还没有计数',
    en: 'Nothing was counted this month yet',
  } satisfies Text,
  more: (left: number): Text => ({
    zh: `还有 ${left} 项，请发「/月报」看`,
    en: `${left} more; send /report`,
  }),
  howTo: {
    zh: '例：计数 健康教育 1次，计数 建档 66379/68400，计数 现有 覆盖人数 60000',
    en: 'For example: /count 健康教育 1次, /count 建档 66379/68400, /count 现有 覆盖人数 60000',
  } satisfies Text,
  refused: {
    form: {
      zh: '没看懂数的是什么，没有记。',
      en: 'I could not read what was counted; nothing was kept.',
    },
    reason: {
      zh: '改数、划掉要写原因，没有改。例：计数 健康教育 划掉 记重了',
      en: 'Say why; nothing was changed. For example: /count 健康教育 划掉 记重了',
    },
    whole: {
      zh: '前面的数比后面的总数大，没有记。请看看是不是写反了',
      en: 'The part is more than the whole; nothing was kept. Perhaps they changed places',
    },
    future: { zh: '这一天还没到，没有记', en: 'That day has not come; nothing was kept' },
  } satisfies Record<string, Text>,
  notCounted: (name: string): Text =>
    lines(
      {
        zh: `没有「${name}」这一项计数，没有改`,
        en: `Nothing is counted as “${name}”; nothing was changed`,
      },
      { zh: '看有哪些请发「/计数」', en: 'For what there is send /count' },
    ),
  changedSince: {
    zh: '这一项后来又改过，撤不了。要改请写「计数 名称 改为 … 原因」',
    en: 'It was changed again since; mend it with “/count … 改为 … reason”',
  } satisfies Text,
  back: (name: string): Text => ({ zh: `${name} 改回原来的了`, en: `${name} is as it was before` }),
};

/** The names of numbers that people count, in a report. */
export const figureTexts = {
  added: (name: string) => ({
    zh: `联络员用「计数 ${name}」记的加起来，划掉的不算`,
    en: `what liaisons counted as “${name}”, added up; struck ones do not count`,
  }),
  level: (name: string) => ({
    zh: `联络员用「计数 ${name}」记的，到期末的最后一个数`,
    en: `what liaisons said of “${name}” last by the end of this time`,
  }),
  row: (name: string, day: Text, unit: string | undefined): Text => ({
    zh: `${day.zh} ${name}${unit ? `（${unit}）` : ''}`,
    en: `${day.en} ${name}${unit ? ` (${unit})` : ''}`,
  }),
  export: { zh: '计数', en: 'counts' } satisfies Text,
  columns: {
    name: { zh: '名称', en: 'Name' },
    amount: { zh: '数', en: 'Amount' },
    whole: { zh: '总数', en: 'Of' },
    measure: { zh: '单位', en: 'Measure' },
    day: { zh: '日期', en: 'Day' },
    unit: { zh: '哪家单位', en: 'Unit' },
    by: { zh: '谁记的', en: 'By' },
    from: { zh: '更正前', en: 'Before' },
    why: { zh: '更正或划掉的原因', en: 'Why mended or struck' },
    state: { zh: '情况', en: 'State' },
  } satisfies Record<string, Text>,
  struck: { zh: '划掉', en: 'struck' } satisfies Text,
  counts: { zh: '有效', en: 'counts' } satisfies Text,
};
