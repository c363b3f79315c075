import { fold } from '../../../core/line.ts';
import { shownName } from '../../../core/names.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import type { Activity } from '../records.ts';

/** What of an activity is settled, beside its time. */
export type Shape = Partial<Pick<Activity, 'title' | 'theme' | 'place' | 'capacity' | 'origin'>>;

const MOST_SEATS = 9_999;
const seats = new RegExp(`^(?:人数|名额|限)?((?!0)${numberSource(4)})[人位名](?:以内)?$`);
/** What looks like a number of people, in whichever size. */
const anySeats =
  /^(?:人数|名额|限)?[-－+＋]?[\d零〇一二两三四五六七八九十廿卅百千万亿]{1,20}[人位名](?:以内)?$/u;
const labels = {
  地点: 'place',
  地址: 'place',
  改名: 'title',
  名称: 'title',
  内容: 'theme',
  人数: 'capacity',
  名额: 'capacity',
} as const;
const label = new RegExp(`^(${Object.keys(labels).join('|')})(?:改为|改成|改到|:|：)?(.*)$`);

/** `清洁家园 @天星广场 30人`, in any order. */
export function readPlan(text: string): {
  title: string;
  place: string | undefined;
  capacity: number | undefined;
  /** A number of people stands there that is none: `0人`, `十万人`. */
  unfit: boolean;
} {
  const words = text.split(/\s+/).filter(Boolean);
  const limit = words.find((word) => seatsIn(word) !== undefined);
  const place = words.find((word) => /^@./.test(fold(word)));
  const title = words.filter((word) => word !== limit && word !== place).join(' ');
  return {
    title: title === '' ? '' : shownName(title),
    place: place === undefined ? undefined : shownName(place.slice(1)),
    capacity: limit === undefined ? undefined : seatsIn(limit),
    unfit: words.some((word) => anySeats.test(fold(word)) && seatsIn(word) === undefined),
  };
}

function seatsIn(word: string): number | undefined {
  const found = seats.exec(fold(word))?.[1];
  const count = found === undefined ? Number.NaN : readNumber(found);
  return count >= 1 && count <= MOST_SEATS ? count : undefined;
}

/**
 * `@社区大厅 40人`, `地点 社区大厅`, `改名 清洁楼道`, `不限人数`.
 * @returns undefined where a piece of it is nothing of that.
 */
export function readShape(text: string): Shape | undefined {
  let read: Read | undefined = { shape: {}, open: undefined };
  for (const word of text.split(/[\s，,；;]+/).filter(Boolean)) {
    read = withNext(read, word);
    if (read === undefined) return undefined;
  }
  return Object.keys(read.shape).length === 0 ? undefined : read.shape;
}

type Field = (typeof labels)[keyof typeof labels];

/** What has been read, and what a further word belongs to. */
interface Read {
  readonly shape: Shape;
  readonly open: Field | undefined;
}

function withNext({ shape, open }: Read, word: string): Read | undefined {
  const folded = fold(word);
  const limit = seatsIn(word);
  if (limit !== undefined) return { shape: { ...shape, capacity: limit }, open: undefined };
  if (/^不限(人数|名额)?$/.test(folded))
    return { shape: { ...shape, capacity: undefined }, open: undefined };
  if (/^@./.test(folded))
    return { shape: { ...shape, place: shownName(word.slice(1)) }, open: 'place' };
  const [, named, behind = ''] = label.exec(folded) ?? [];
  if (named === undefined)
    return open === undefined ? undefined : { shape: withWord(shape, open, word), open };
  const field = labels[named as keyof typeof labels];
  const value = word.slice(word.length - behind.length);
  return { shape: value === '' ? shape : withWord(shape, field, value), open: field };
}

/** A further word belongs to what stands before it: `地点 社区 二楼`. */
function withWord(shape: Shape, field: Field, word: string): Shape {
  if (field === 'capacity') {
    const limit = readNumber(word);
    return limit >= 1 && limit <= MOST_SEATS ? { ...shape, capacity: limit } : shape;
  }
  return { ...shape, [field]: shownName([shape[field], word].filter(Boolean).join(' ')) };
}
