import type { KeptKind } from '../../../core/keeping.ts';
import { lines, series, type Text } from '../../../core/text.ts';

/** What is kept for a time, and the word by which the convenor sets it. */
export const keptName: Readonly<Record<KeptKind, Text>> = {
  requests: { zh: '需求', en: 'requests' },
  activities: { zh: '活动', en: 'activities' },
  votes: { zh: '投票', en: 'votes' },
  letters: { zh: '来信', en: 'letters' },
  offers: { zh: '服务', en: 'offers' },
  projects: { zh: '项目', en: 'projects' },
  counts: { zh: '计数', en: 'counts' },
  announcements: { zh: '公告', en: 'announcements' },
  acts: { zh: '操作记录', en: 'log' },
  attempts: { zh: '尝试', en: 'attempts' },
};

/** `2年`, `90天`. */
function daysText(days: number): Text {
  return days % 365 === 0
    ? { zh: `${days / 365}年`, en: `${days / 365} y` }
    : { zh: `${days}天`, en: `${days} d` };
}

export const keepingTexts = {
  all: (kept: readonly (readonly [KeptKind, number])[]): Text =>
    lines(
      {
        zh: '办完以后保存多久（到期每天自动清）：',
        en: 'Kept after its end (then it goes, daily):',
      },
      series(
        kept.map(([kind, days]) => {
          const [name, time] = [keptName[kind], daysText(days)];
          return { zh: `${name.zh} ${time.zh}`, en: `${name.en} ${time.en}` };
        }),
      ),
      { zh: '要改，例：/设置 保存 需求 1年', en: 'To change one: /settings 保存 需求 1年' },
    ),
  howTo: (kinds: readonly KeptKind[]): Text => ({
    zh: `没看懂，没有改。可以改${kinds.map((kind) => keptName[kind].zh).join('、')}，30 天到 10 年，例：/设置 保存 需求 1年`,
    en: `I could not read that. Between 30 days and 10 years for ${kinds.map((kind) => keptName[kind].en).join(', ')}, for example: /settings 保存 需求 1年`,
  }),
  /** `项目、计数 3年；公告 1年`: the longest first. */
  inGroups: (kept: readonly (readonly [KeptKind, number])[]): Text => {
    const days = [...new Set(kept.map(([, time]) => time))].toSorted((a, b) => b - a);
    return series(
      days.map((time) => {
        const names = kept.filter(([, own]) => own === time).map(([kind]) => keptName[kind]);
        const shown = daysText(time);
        return {
          zh: `${names.map(({ zh }) => zh).join('、')} ${shown.zh}`,
          en: `${names.map(({ en }) => en).join(', ')} ${shown.en}`,
        };
      }),
      { zh: '；', en: '; ' },
    );
  },
  set: (kind: KeptKind, days: number): Text => ({
    zh: `改好了：${keptName[kind].zh}办完保存${daysText(days).zh}。看全部请发「/设置 保存」`,
    en: `Set: ${keptName[kind].en} are kept ${daysText(days).en}. For all send “/settings 保存”`,
  }),
  gone: (last: number, all: number): Text => ({
    zh: `到期清理：昨夜 ${last} 条，共 ${all} 条`,
    en: `Past their time: ${last} went last night, ${all} in all`,
  }),
};
