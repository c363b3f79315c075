import type { Records } from '../../core/collection.ts';
import { fold } from '../../core/line.ts';
import { addMonths, DAY, dateOf, daysIn, endOfDay, isoDate, momentOf } from '../../core/time.ts';
import { readWhen } from '../../core/when/index.ts';
import { type Categories, type Promised, type Request, requestCategories, requests } from '../records.ts';
import { isAlive } from './chart.ts';

/** Where nothing else fits. */
export const OTHER = '其他';

/** The table to begin with; the convenor changes it with `/类别`. The first category with a word in the text is taken. */
const CATEGORIES: Categories = [
  {
    name: '安全',
    words: ['着火', '起火', '火灾', '燃气', '煤气', '漏电', '触电', '消防', '飞线', '井盖', '塌', '坠', '电动车充电'],
  },
  {
    name: '扶老助残',
    words: ['老人', '老年', '奶奶', '爷爷', '残疾', '轮椅', '独居', '空巢', '助浴', '送餐', '拐杖', '老花镜'],
  },
  { name: '助学托幼', words: ['孩子', '小孩', '学生', '作业', '托管', '奶粉', '课后', '书包', '幼儿'] },
  { name: '法律', words: ['法律', '律师', '合同', '纠纷', '维权', '遗嘱', '继承', '赔偿', '调解'] },
  { name: '健康', words: ['看病', '买药', '药', '血压', '体检', '义诊', '护理', '医院', '心理'] },
  {
    name: '设施维修',
    words: ['灯', '坏', '修', '漏水', '堵', '电梯', '门禁', '水管', '下水道', '停水', '停电', '栏杆'],
  },
  {
    name: '环境卫生',
    words: ['垃圾', '卫生', '异味', '臭', '脏', '杂物', '积水', '绿化', '树', '噪音', '扰民', '蚊', '老鼠', '狗'],
  },
  { name: '停车交通', words: ['停车', '车位', '堵车', '占道', '共享单车', '充电桩'] },
  { name: '文体', words: ['跳舞', '唱歌', '书法', '球', '文艺', '演出', '活动室', '读书', '运动'] },
  { name: '就业', words: ['工作', '找活', '就业', '招聘', '培训'] },
];

export function categoriesOf(records: Records): Categories {
  return records.get(requestCategories, 'categories')?.categories ?? CATEGORIES;
}

export function categoryFor(text: string, categories: Categories): string {
  const folded = fold(text);
  return categories.find(({ words }) => words.some((word) => folded.includes(fold(word))))?.name ?? OTHER;
}

const PLACE =
  /(?:\p{Script=Han}{2,6}(?:小区|花园|新村|公寓|广场|苑))?\s?\d{1,3}\s?(?:号楼|栋|幢|号院|座)(?:\s?\d{1,2}\s?(?:单元|门))?(?:\s?\d{1,2}\s?(?:层|楼(?!道)))?|\p{Script=Han}{2,6}(?:小区|花园|新村|公寓|广场|公园)/u;

/** `3号楼2单元`, as typed; rooms are left out, they are nobody's business. */
export function placeIn(text: string): string | undefined {
  return PLACE.exec(text)?.[0].replace(/\s/g, '');
}

/** Likely the same: alive, of the last two months, and most of the shorter text's pairs of characters shared. */
export function alikeTo(text: string, kind: Request['kind'], records: Records, now: number): Request | undefined {
  const pairs = pairsOf(text);
  const place = placeIn(text);
  let best: { request: Request; share: number } | undefined;
  for (const request of records.all(requests)) {
    if (request.kind !== kind || !isAlive(request) || now - request.at > 60 * DAY) continue;
    if (place !== undefined && request.place !== undefined && place !== request.place) continue;
    const other = pairsOfRequest(request);
    let shared = 0;
    for (const pair of pairs) if (other.has(pair)) shared += 1;
    const share = shared / Math.max(1, Math.min(pairs.size, other.size));
    if (shared >= 3 && share >= 0.6 && share > (best?.share ?? 0)) best = { request, share };
  }
  return best?.request;
}

const known = new WeakMap<Request, ReadonlySet<string>>();

/** Reading thousands of texts anew with each message would take longer than everything else. */
function pairsOfRequest(request: Request): ReadonlySet<string> {
  const before = known.get(request);
  if (before !== undefined) return before;
  const pairs = pairsOf(request.text);
  known.set(request, pairs);
  return pairs;
}

/** Pairs of neighbouring characters; numbers, which tell houses and phones, aside. */
function pairsOf(text: string): ReadonlySet<string> {
  const characters = fold(text.slice(0, 200)).replace(/\P{L}/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < characters.length; at++) pairs.add(characters.slice(at, at + 2));
  return pairs;
}

type Place = { readonly now: number; readonly zone: string };

/** A time that somebody promises at the beginning of their words, and what else they say. */
export function readPromise(
  words: string,
  { now, zone }: Place,
): { promised?: Promised; rest: string } | { refused: 'unclear' | 'past' } {
  const month = readMonth(words, { now, zone });
  if (month !== undefined) {
    const last = isoDate(month.year, month.month, daysIn(month.year, month.month));
    const promised = { start: momentOf(last, '00:00', zone), dateOnly: true, by: endOfDay(last, zone) };
    return { promised, rest: month.rest };
  }
  const read = readWhen(words, { now, zone, partsOfDay: true });
  if (!read.ok && read.reason === 'none') return { rest: words };
  if (!read.ok) return { refused: read.reason === 'past' ? 'past' : 'unclear' };
  const by = read.end ?? (read.dateOnly ? endOfDay(read.date, zone) : read.start);
  if (by <= now) return { refused: 'past' };
  const { start, dateOnly, end } = read;
  return { promised: { start, dateOnly, by, ...(end === undefined ? {} : { end }) }, rest: read.rest };
}

/** When a request on hold is taken up again: `到 12月` is when December begins, else the beginning of that day. */
export function readUntil(
  words: string,
  { now, zone }: Place,
): { until?: number; rest: string } | { refused: 'unclear' | 'past' } {
  const said = words.replace(/^\s*(到|至|等到|直到)\s*/, '');
  const month = readMonth(said, { now, zone });
  const first = month && momentOf(isoDate(month.year, month.month, 1), '09:00', zone);
  if (month !== undefined && first !== undefined)
    return first > now ? { until: first, rest: month.rest } : { refused: 'past' };
  const read = readWhen(said, { now, zone, partsOfDay: true });
  if (!read.ok)
    return read.reason === 'none' ? { rest: words } : { refused: read.reason === 'past' ? 'past' : 'unclear' };
  const until = read.dateOnly ? momentOf(read.date, '09:00', zone) : read.start;
  return until > now ? { until, rest: read.rest } : { refused: 'past' };
}

const MONTH =
  /^\s*(明年)?\s*(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:内|之前|前|底前?)?(?![\d一二三四五六七八九十初中上下底末第最])\s*[，,。]?\s*/;
const NEXT_MONTH = /^\s*下个?月(?:内|之前|前|底前?)?(?![\d一二三四五六七八九十初中上下底末第最])\s*[，,。]?\s*/;

/** A month alone, the next one of its name, or this one. */
function readMonth(words: string, { now, zone }: Place): { year: number; month: number; rest: string } | undefined {
  const [year = 0, current = 0] = dateOf(now, zone).split('-').map(Number);
  const folded = fold(words);
  const next = NEXT_MONTH.exec(folded);
  if (next !== null) return { ...addMonths(year, current, 1), rest: words.slice(next[0].length) };
  const named = MONTH.exec(folded);
  if (named === null) return undefined;
  const name = named[2] ?? '';
  const month = /^\d/.test(name)
    ? Number(name)
    : '一二三四五六七八九十'.indexOf(name.at(-1) ?? '') + 1 + (name.length > 1 ? 10 : 0);
  const ahead = named[1] !== undefined || month < current;
  return { year: ahead ? year + 1 : year, month, rest: words.slice(named[0].length) };
}

export function requestNumbered(records: Records, number: number): Request | undefined {
  return records.where(requests, String(number))[0];
}
