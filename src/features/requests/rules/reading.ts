import type { Records } from '../../../core/collection.ts';
import { fold } from '../../../core/line.ts';
import { DAY } from '../../../core/time.ts';
import { type Categories, type Request, requestCategories, requests } from '../records.ts';
import { isAlive } from './transitions.ts';

/** Where nothing else fits. */
export const OTHER = '其他';

/** The table to begin with; the convenor changes it with `/类别`. */
const CATEGORIES: Categories = [
  {
    name: '安全',
    words: [
      '着火',
      '起火',
      '火灾',
      '燃气',
      '煤气',
      '漏电',
      '触电',
      '消防',
      '飞线',
      '井盖',
      '塌',
      '坠',
      '电动车充电',
    ],
  },
  {
    name: '扶老助残',
    words: [
      '老人',
      '老年',
      '奶奶',
      '爷爷',
      '残疾',
      '轮椅',
      '独居',
      '空巢',
      '助浴',
      '送餐',
      '拐杖',
      '老花镜',
    ],
  },
  {
    name: '助学托幼',
    words: ['孩子', '小孩', '学生', '作业', '托管', '奶粉', '课后', '书包', '幼儿'],
  },
  { name: '法律', words: ['法律', '律师', '合同', '纠纷', '维权', '遗嘱', '继承', '赔偿', '调解'] },
  { name: '健康', words: ['看病', '买药', '药', '血压', '体检', '义诊', '护理', '医院', '心理'] },
  {
    name: '设施维修',
    words: [
      '灯',
      '坏',
      '修',
      '漏水',
      '堵',
      '电梯',
      '门禁',
      '水管',
      '下水道',
      '停水',
      '停电',
      '栏杆',
    ],
  },
  {
    name: '环境卫生',
    words: [
      '垃圾',
      '卫生',
      '异味',
      '臭',
      '脏',
      '杂物',
      '积水',
      '绿化',
      '树',
      '噪音',
      '扰民',
      '蚊',
      '老鼠',
      '狗',
    ],
  },
  { name: '停车交通', words: ['停车', '车位', '堵车', '占道', '共享单车', '充电桩'] },
  { name: '文体', words: ['跳舞', '唱歌', '书法', '球', '文艺', '演出', '活动室', '读书', '运动'] },
  { name: '就业', words: ['工作', '找活', '就业', '招聘', '培训'] },
];

export function categoriesOf(records: Records): Categories {
  return records.get(requestCategories, 'categories')?.categories ?? CATEGORIES;
}

/** The category with most words in the text; of equals the one that is named first. */
export function categoryFor(text: string, categories: Categories): string {
  const folded = fold(text);
  const found = categories.map(({ name, words }) => {
    const places = words.map((word) => folded.indexOf(fold(word))).filter((at) => at >= 0);
    return { name, hits: places.length, first: Math.min(...places) };
  });
  const [best] = found
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || a.first - b.first);
  return best?.name ?? OTHER;
}

const PLACE =
  /(?:\p{Script=Han}{2,6}(?:小区|花园|新村|公寓|广场|苑))?\s?\d{1,3}\s?(?:号楼|栋|幢|号院|座)(?:\s?\d{1,2}\s?(?:单元|门))?(?:\s?\d{1,2}\s?(?:层|楼(?!道)))?|\p{Script=Han}{2,6}(?:小区|花园|新村|公寓|广场|公园)|[东南西北][大小侧]?门(?![诊店])/u;

/** `3号楼2单元`, as typed; rooms are left out, they are nobody's business. */
export function placeIn(text: string): string | undefined {
  return PLACE.exec(text)?.[0].replace(/\s/g, '');
}

/** What somebody has asked for in the same words already, and it is not over. */
export function saidAgain(
  text: string,
  kind: Request['kind'],
  asker: string,
  records: Records,
): Request | undefined {
  const words = (one: string) => fold(one).replace(/[^\p{L}\p{N}]/gu, '');
  return records
    .all(requests)
    .find(
      (one) =>
        one.kind === kind && one.asker === asker && isAlive(one) && words(one.text) === words(text),
    );
}

/**
 * Likely the same: alive, of the last two months, not at another place, and most of the shorter
 * text's pairs of characters shared. At the same place fewer are enough.
 */
export function alikeTo(
  text: string,
  kind: Request['kind'],
  records: Records,
  now: number,
): Request | undefined {
  const pairs = pairsOf(text);
  const place = placeIn(text);
  let best: { request: Request; likeness: number } | undefined;
  for (const request of records.all(requests)) {
    if (request.kind !== kind || !isAlive(request) || now - request.at > 60 * DAY) continue;
    const likeness = likenessOf(pairs, place, request);
    if (likeness > (best?.likeness ?? 0)) best = { request, likeness };
  }
  return best?.request;
}

/** The share of pairs that a text has in common with a request; 0 where it is too small to count. */
function likenessOf(
  pairs: ReadonlySet<string>,
  place: string | undefined,
  request: Request,
): number {
  const isThere = isSamePlace(place, request.place);
  if (isThere === false) return 0;
  const other = pairsOfRequest(request);
  let shared = 0;
  for (const pair of pairs) if (other.has(pair)) shared += 1;
  const share = shared / Math.max(1, Math.min(pairs.size, other.size));
  const isEnough = isThere ? shared >= 2 && share >= 0.3 : shared >= 3 && share >= 0.6;
  return isEnough ? share : 0;
}

/** Whether one place lies in the other; undefined where one of them is not known. */
function isSamePlace(one: string | undefined, other: string | undefined): boolean | undefined {
  if (one === undefined || other === undefined) return undefined;
  return one.startsWith(other) || other.startsWith(one);
}

const known = new WeakMap<Request, ReadonlySet<string>>();

/** The pairs are kept, because reading thousands of texts again for each message would be slow. */
function pairsOfRequest(request: Request): ReadonlySet<string> {
  const before = known.get(request);
  if (before !== undefined) return before;
  const pairs = pairsOf(request.text);
  known.set(request, pairs);
  return pairs;
}

/**
 * Pairs of neighbouring characters; the place and numbers, which are compared by themselves, and 了
 * aside.
 */
function pairsOf(text: string): ReadonlySet<string> {
  const characters = fold(text.slice(0, 200).replace(PLACE, '')).replace(/\P{L}|了/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < characters.length; at++) pairs.add(characters.slice(at, at + 2));
  return pairs;
}

export function requestNumbered(records: Records, number: number): Request | undefined {
  return records.where(requests, String(number))[0];
}
