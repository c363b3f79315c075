import { counted, lines, plain, type Text } from '../../../core/text.ts';
import type { ProjectState } from '../records.ts';

export const stateName: Readonly<Record<ProjectState, Text>> = {
  proposed: { zh: '建议', en: 'proposed' },
  chosen: { zh: '入选', en: 'chosen' },
  refused: { zh: '未入选', en: 'not chosen' },
  claimed: { zh: '已认领', en: 'claimed' },
  running: { zh: '进行', en: 'running' },
  done: { zh: '结项', en: 'done' },
  stopped: { zh: '中止', en: 'stopped' },
};

/** Of the claim table and its lines. */
export const projectTexts = {
  headline: (number: number, title: string): Text => plain(`J${number} ${title}`),
  facts: (parts: readonly Text[]): Text => ({
    zh: parts.map(({ zh }) => zh).join(' · '),
    en: parts.map(({ en }) => en).join(' · '),
  }),
  target: (amount: number, measure: string): Text => ({
    zh: `目标 ${amount} ${measure}`,
    en: `target ${amount} ${measure}`,
  }),
  month: (month: string): Text => {
    const [year = '', two = ''] = month.split('-');
    return { zh: `${year}年${Number(two)}月`, en: `${two}/${year}` };
  },
  proposedBy: (name: string): Text => ({ zh: `${name}建议`, en: `proposed by ${name}` }),
  seconds: (count: number): Text => ({ zh: `${count} 人附议`, en: `${count} want the same` }),
  votes: (count: number): Text => ({ zh: `${count} 票`, en: counted(count, 'vote') }),
  claimants: (parts: readonly Text[]): Text => ({
    zh: `认领 ${parts.length} 家：${parts.map(({ zh }) => zh).join('、')}`,
    en: `Claimed by ${parts.length}: ${parts.map(({ en }) => en).join(', ')}`,
  }),
  part: (who: string, parts: readonly string[]): Text =>
    plain(parts.length === 0 ? who : `${who}（${parts.join('，')}）`),
  gives: (what: string): string => `给：${what}`,
  gets: (what: string): string => `得：${what}`,
  because: (why: string): Text => ({ zh: `原因：${why}`, en: `Why: ${why}` }),
  /** What counts for it, and how far it is. */
  progress: (held: number, served: number, solved: number): Text => ({
    zh: [
      `今年 ${held} 场`,
      served > 0 ? `惠及 ${served} 人次` : '',
      solved > 0 ? `解决需求 ${solved} 件` : '',
    ]
      .filter(Boolean)
      .join('，'),
    en: `this year ${counted(held, 'activity', 'activities')}, ${served} served, ${solved} resolved`,
  }),
  entry: (date: Text, what: Text): Text => ({
    zh: `${date.zh} ${what.zh}`,
    en: `${date.en} ${what.en}`,
  }),
  next: {
    proposed: (number: number): Text => ({
      zh: `一样想要请发「J${number} 也是」`,
      en: `If you want the same send “J${number} 也是”`,
    }),
    chosen: (number: number): Text => ({
      zh: `认领请发「认领 J${number} 做什么」`,
      en: `To take it on send “认领 J${number}” and what you do`,
    }),
    taken: (number: number): Text => ({
      zh: `一起来请发「认领 J${number} 做什么」，说进展发「进度 J${number} …」`,
      en: `To join send “认领 J${number}”, for news “进度 J${number} …”`,
    }),
  },
  table: (title: string, count: number): Text => ({
    zh: `${title || '项目认领表'} ${count} 项：`,
    en: `${title || 'Claim table'}: ${count}`,
  }),
  line: (number: number, title: string, tail: Text): Text => ({
    zh: `J${number} ${title}（${tail.zh}）`,
    en: `J${number} ${title} (${tail.en})`,
  }),
  unclaimed: { zh: '还没人认领', en: 'nobody yet' } satisfies Text,
  /** The sentence that officials write; it comes out of the table. */
  sentence: (units: number, categories: number, projects: number): Text => ({
    zh: `${units}家单位认领了${categories}大类${projects}个项目`,
    en: `${counted(units, 'unit')} took on ${counted(projects, 'project')} in ${counted(categories, 'category', 'categories')}`,
  }),
  none: {
    zh: '还没有项目。召集人开始征集请发「/项目 征集 2027年为民项目 12月10日止」',
    en: 'No projects yet. A convenor begins with “/projects 征集 …”',
  } satisfies Text,
  noneOf: (what: string): Text => ({
    zh: `「${what}」里没有项目。看全部请发「/项目」`,
    en: `No projects under “${what}”. For all send “/projects”`,
  }),
  noSuch: (number: number): Text => ({
    zh: `没有 J${number}。看有哪些请发「/项目」`,
    en: `There is no J${number}. For what there is send “/projects”`,
  }),
  pick: (number: number): Text => ({
    zh: `看一项请发「/项目 J${number}」`,
    en: `To see one send “/projects J${number}”`,
  }),
  added: (number: number, title: string): Text =>
    lines({ zh: `J${number} ${title} 列进认领表了`, en: `J${number} ${title} is in the table` }),
  needsTitle: {
    zh: '什么项目？例：/项目 新增 健康直通车 类别 健康 目标 12场',
    en: 'Which project? /projects 新增 健康直通车 类别 健康 目标 12场',
  } satisfies Text,
  set: (number: number, what: Text): Text => ({
    zh: `J${number} 记下了：${what.zh}。看它请发「/项目 J${number}」`,
    en: `J${number}: ${what.en}. To see it send “/projects J${number}”`,
  }),
  settable: (number: number): Text => ({
    zh: `J${number} 能改类别、目标、月份，例：/项目 J${number} 目标 12场`,
    en: `Category, target and month can be set: /projects J${number} 目标 12场`,
  }),
  category: (name: string): Text => ({ zh: `类别 ${name}`, en: `category ${name}` }),
  forLiaisons: {
    zh: '这要联络员来定。看认领表请发「/项目」，想要什么请发「项目建议 …」',
    en: 'This is for liaisons. For the table send “/projects”',
  } satisfies Text,
  forConvenor: {
    zh: '这由召集人来定。看认领表请发「/项目」',
    en: 'This is for the convenor. For the table send “/projects”',
  } satisfies Text,
  notChosenYet: (number: number): Text => ({
    zh: `J${number} 还是建议，入选了才能认领。一样想要请发「J${number} 也是」`,
    en: `J${number} is only proposed. If you want the same send “J${number} 也是”`,
  }),
  notNow: (number: number, state: ProjectState, next: Text | undefined): Text => ({
    zh: `J${number} 现在是${stateName[state].zh}。${next?.zh ?? `看它请发「/项目 J${number}」`}`,
    en: `J${number} is ${stateName[state].en}. ${next?.en ?? `To see it send “/projects J${number}”`}`,
  }),
  notYours: (number: number, who: Text): Text => ({
    zh: `J${number} 是${who.zh}认领的，要由他们来说。一起来请发「认领 J${number} 做什么」`,
    en: `J${number} was claimed by ${who.en}. To join send “认领 J${number}”`,
  }),
  notTaken: (number: number): Text => ({
    zh: `J${number} 还没有人认领。认领请发「认领 J${number} 做什么」`,
    en: `Nobody has taken J${number} on. To do so send “认领 J${number}”`,
  }),
  release: (number: number, who: Text, left: number, why: string): Text => ({
    zh: `J${number} ${who.zh}退出了${why ? `：${why}` : ''}${left === 0 ? '，又等人认领' : ''}`,
    en: `J${number}: ${who.en} left${why ? `: ${why}` : ''}${left === 0 ? '; it waits for somebody' : ''}`,
  }),
  free: (number: number, title: string, who: Text): Text => ({
    zh: `J${number} ${title} 只有${who.zh}认领，现在退出了。要派给别家请跟他们商量后请他们发「认领 J${number} …」`,
    en: `J${number} ${title} has nobody any more; ${who.en} left. Ask another to send “认领 J${number} …”`,
  }),
  progressed: (number: number, who: Text, note: string): Text => ({
    zh: `J${number} ${who.zh}：${note}`,
    en: `J${number} ${who.en}: ${note}`,
  }),
  needsNote: (number: number): Text => ({
    zh: `进展怎么样？例：进度 J${number} 12月药师轮休，1月补两场`,
    en: `How is it going? 进度 J${number} …`,
  }),
  needsReason: (number: number): Text => ({
    zh: `为什么？会私下告诉提的人，例：未入选 J${number} 已经有物业在办`,
    en: `Why? Those who proposed it are told in private: 未入选 J${number} …`,
  }),
  needsStopReason: (number: number): Text => ({
    zh: `为什么中止？例：中止 J${number} 场地收回了`,
    en: `Why is it stopped? 中止 J${number} …`,
  }),
  finished: (number: number, title: string, note: string): Text => ({
    zh: `J${number} ${title} 结项了${note ? `：${note}` : ''}，谢谢大家`,
    en: `J${number} ${title} is done${note ? `: ${note}` : ''}. Thank you`,
  }),
  stopped: (number: number, title: string, why: string): Text => ({
    zh: `J${number} ${title} 中止了：${why}`,
    en: `J${number} ${title} was stopped: ${why}`,
  }),
  counts: (what: Text, number: number, numbers: Text): Text => ({
    zh: `${what.zh} 算进 J${number}：${numbers.zh}`,
    en: `${what.en} count for J${number}: ${numbers.en}`,
  }),
  alsoCounts: (others: readonly number[]): Text => ({
    zh: `也算在 ${others.map((one) => `J${one}`).join('、')} 里`,
    en: `also counted for ${others.map((one) => `J${one}`).join(', ')}`,
  }),
  countsAlready: (number: number): Text => ({
    zh: `J${number} 里已经算上了。不算了请发「/撤销」，或发「不算 J${number} E几」`,
    en: `That counts for J${number} already`,
  }),
  uncounted: (number: number, what: string): Text => ({
    zh: `${what} 不算进 J${number} 了。看它请发「/项目 J${number}」`,
    en: `${what} count for J${number} no longer. To see it send “/projects J${number}”`,
  }),
  notCounted: (number: number): Text => ({
    zh: `J${number} 里没有算过这个。看它请发「/项目 J${number}」`,
    en: `That does not count for J${number}. To see it send “/projects J${number}”`,
  }),
  countWhat: (number: number): Text => ({
    zh: `哪场活动、哪件需求算进 J${number}？例：算 J${number} E7 12`,
    en: `Which activities and requests count for J${number}? 算 J${number} E7 12`,
  }),
  noSuchThing: (what: string): Text => ({
    zh: `没有 ${what}，没有算。看活动请发「/日程」，看需求发「/需求列表」`,
    en: `There is no ${what}; nothing was counted`,
  }),
  askMonth: (number: number, title: string, month: number): Text =>
    lines(
      {
        zh: `J${number} ${title} ${month}月还没定日子`,
        en: `J${number} ${title}: nothing is planned for month ${month}`,
      },
      {
        zh: `定请发「/活动 12日9点 ${title} @地点」再发「算 J${number} E几」`,
        en: `To plan it send “/activity …”, then “算 J${number} E…”`,
      },
      {
        zh: `这月不办请发「进度 J${number} 原因」`,
        en: `If not this month send “进度 J${number}” and why`,
      },
    ),
  goneAgain: (number: number): Text => ({ zh: `J${number} 不算了`, en: `J${number} is gone` }),
  asBefore: (number: number, state: ProjectState): Text => ({
    zh: `J${number} 还是${stateName[state].zh}`,
    en: `J${number} is ${stateName[state].en} as before`,
  }),
  changedSince: (number: number): Text => ({
    zh: `J${number} 后来又有人改过，撤不回了。看它请发「/项目 J${number}」`,
    en: `J${number} was changed since. To see it send “/projects J${number}”`,
  }),
};
