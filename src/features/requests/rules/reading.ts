import type { Records } from '../../../core/collection.ts';
import { pairsOfText } from '../../../core/likeness.ts';
import { fold } from '../../../core/line.ts';
import { placeIn } from '../../../core/places.ts';
import { DAY } from '../../../core/time.ts';
import {
  type Categories,
  type Request,
  requestCategories,
  requests,
  saidKey,
} from '../records/index.ts';

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
      'lamp',
      'broken',
      'leak',
      'lift',
      'elevator',
      'pipe',
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
      'garbage',
      'rubbish',
      'noise',
      'dirty',
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

/** What somebody has asked for in the same words already, and it is not over. */
export function saidAgain(
  text: string,
  kind: Request['kind'],
  asker: string,
  records: Records,
): Request | undefined {
  return records.slice(requests, 'bySaid', saidKey({ kind, asker, text }), 0, 1)[0];
}

/** So many requests are compared with a text, the newest of each pair, the rarest pairs first. */
const COMPARED = 60;
const COMPARED_PER_PAIR = 20;

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
  const pairs = pairsOfText(text);
  const place = placeIn(text);
  let best: { request: Request; likeness: number } | undefined;
  for (const request of sharing(pairs, kind, records)) {
    if (request.kept || now - request.at > 60 * DAY) continue;
    const likeness = likenessOf(pairs, place, request);
    const isFirst = likeness === best?.likeness && request.number < best.request.number;
    if (likeness > (best?.likeness ?? 0) || isFirst) best = { request, likeness };
  }
  return best?.request;
}

/** Requests that share pairs with a text: enough to find the likeliest, however many there are. */
function sharing(
  pairs: ReadonlySet<string>,
  kind: Request['kind'],
  records: Records,
): Iterable<Request> {
  const found = new Map<string, Request>();
  const counted = [...pairs]
    .map((pair) => `${kind} ${pair}`)
    .map((key) => ({ key, count: records.count(requests, 'byPair', key) }))
    .sort((a, b) => a.count - b.count);
  for (const { key } of counted) {
    if (found.size >= COMPARED) break;
    for (const request of records.slice(requests, 'byPair', key, -COMPARED_PER_PAIR))
      found.set(request.id, request);
  }
  return found.values();
}

/** The share of pairs that a text has in common with a request; 0 where it is too small to count. */
function likenessOf(
  pairs: ReadonlySet<string>,
  place: string | undefined,
  request: Request,
): number {
  const isThere = isSamePlace(place, request.place);
  if (isThere === false) return 0;
  const other = pairsOfText(request.text);
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

export function requestNumbered(records: Records, number: number): Request | undefined {
  return records.where(requests, String(number))[0];
}
