import { fold } from '../../../core/line.ts';
import { shownName } from '../../../core/names.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import type { Post } from '../records/index.ts';

/** What can be said of an activity behind its name. */
export type PlanField =
  | 'place'
  | 'title'
  | 'theme'
  | 'capacity'
  | 'unlimited'
  | 'about'
  | 'bring'
  | 'contact'
  | 'material'
  | 'signupUntil'
  | 'remind'
  | 'silent'
  | 'kind'
  | 'form';

/** The word of each, as it is repeated where its value was not understood. */
const BARE: Readonly<Record<PlanField, string>> = {
  place: '地点',
  title: '改名',
  theme: '内容',
  capacity: '人数',
  unlimited: '不限',
  about: '说明',
  bring: '带',
  contact: '联系人',
  material: '资料',
  signupUntil: '截止',
  remind: '提醒',
  silent: '不提醒',
  kind: '类别',
  form: '形式',
};

export function bareOf(field: PlanField): string {
  return BARE[field];
}

/** Behind it `改为`, a colon, or the value at once. */
const LABELS: readonly (readonly [RegExp, PlanField])[] = [
  [/^(?:地点|地址)(?:改[为成到])?:?/, 'place'],
  [/^(?:改名|名称)(?:改?[为成])?:?/, 'title'],
  [/^内容(?:改[为成])?:?/, 'theme'],
  [/^(?:人数|名额)(?:改[为成到])?:?/, 'capacity'],
  [/^(?:说明|介绍|简介|备注):?/, 'about'],
  [/^(?:联系人|联络人):?/, 'contact'],
  [/^(?:学习)?(?:资料|材料)(?:链接)?(?:改[为成])?:?/, 'material'],
  [/^(?:报名截止|截止报名|截止)(?:时间|日期)?(?:到|至|于)?:?/, 'signupUntil'],
  [/^(?:提醒|通知):?/, 'remind'],
  [/^(?:类别|类型|性质):?/, 'kind'],
  [/^形式:?/, 'form'],
];

/** `带手套` is of the activity only behind its name: 带娃读书 is one. */
const BRING = /^(?:请?(?:自带|携带|带上|带好|带)|自备):?/;
const ALONE: readonly (readonly [RegExp, PlanField])[] = [
  [/^不限(?:人数|名额)?$/, 'unlimited'],
  [/^不(?:用|要|再)?(?:提醒|通知)$/, 'silent'],
];
/** `27日18点截止`, with its time before it. */
const ENDS = /^(.{2,}?)前?(?:报名截止|截止报名|截止)$/;

/**
 * What a word begins, and the value in it; `alone`: nothing of it can follow. `mayGlue`: a name
 * stands before it.
 */
export function fieldOf(
  word: string,
  mayGlue: boolean,
): { readonly field: PlanField; readonly value: string; readonly alone: boolean } | undefined {
  const folded = fold(word);
  const alone = ALONE.find(([form]) => form.test(folded))?.[1];
  if (alone !== undefined) return { field: alone, value: '', alone: true };
  if (/^@./.test(folded)) return { field: 'place', value: word.slice(1), alone: false };
  const ends = ENDS.exec(folded)?.[1];
  if (ends !== undefined)
    return { field: 'signupUntil', value: word.slice(0, ends.length), alone: true };
  const labels = mayGlue ? [...LABELS, [BRING, 'bring'] as const] : LABELS;
  for (const [form, field] of labels) {
    const label = form.exec(folded)?.[0];
    // 「通知书发放」 is a name: without one before it a label stands alone or has its colon.
    const isLabel = label !== undefined && (mayGlue || label === folded || label.endsWith(':'));
    if (isLabel) return { field, value: word.slice(label.length), alone: false };
  }
  return undefined;
}

const SEATS = new RegExp(`^(?:人数|名额|限)?((?!0)${numberSource(4)})[人位名](?:以内)?$`);

const MOST_SEATS = 9_999;

export function seatsIn(word: string): number | undefined {
  const found = SEATS.exec(fold(word))?.[1];
  const count = found === undefined ? Number.NaN : readNumber(found);
  return count >= 1 && count <= MOST_SEATS ? count : undefined;
}

const POST = /^(\S{1,12}?)(?:限|共|各)?([1-9]\d{0,2})[人位名]$/;

/** `登记2人`, `8:00-9:30登记2人`. */
export function postIn(word: string): Post | undefined {
  const [, name, seats] = POST.exec(fold(word)) ?? [];
  if (name === undefined || /^[\d:.-]+$/.test(name)) return undefined;
  return { name: shownName(word.slice(0, name.length)), seats: Number(seats) };
}

const LIKE_SETTING =
  /^(?:预算|费用|经费|收费|每人|对象|要求|时长|出发|集合|主持|主办|协办|签到|年龄|仅限|只限|限|服装|着装|穿|积分|奖|物资|优先|重复|每周|每月|每天|提前|电话|链接|口令|用餐|停车|预约|保险|报名|班次|岗位|参与人)|[:：]/;

/** Like something that is said of an activity, though nothing that is known. */
export function isLikeSetting(word: string): boolean {
  return LIKE_SETTING.test(fold(word));
}
