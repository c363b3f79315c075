import { fold } from '../../../core/line.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import type { Kept } from '../../../core/wording.ts';
import type { Activity, Minutes } from '../records/index.ts';

/** The five things that make the record of an activity complete. */
export interface Completeness {
  readonly notice: boolean;
  readonly checkin: boolean;
  readonly summary: boolean;
  readonly photos: boolean;
  readonly served: boolean;
}

export function completenessOf(
  activity: Activity,
  total: number,
  record: Minutes | undefined,
): Completeness {
  return {
    notice: activity.announced,
    checkin: total > 0,
    summary: record?.text !== undefined,
    photos: (record?.photos.length ?? 0) > 0,
    served: record?.served !== undefined,
  };
}

/** Everything is there that can still be added: nobody can be told beforehand any more. */
export function isComplete({ notice: _, ...items }: Completeness): boolean {
  return Object.values(items).every(Boolean);
}

const SERVING = '(?:惠及|受益|服务)';
const GUESSED = String.raw`(?:(?<about>约|大约|大概|估计|估|近|将近)\s*)?`;
const ABOUT = String.raw`[\s:了共达到是为]*${GUESSED}`;
const PEOPLE = String.raw`(?<people>${numberSource(6)})\s*(?:(?<more>多|余)\s*)?`;
const AROUND = '(?<around>左右|上下)?';
const WHOM = '(?:(?:居民|群众|市民|老人|村民|学生|儿童|孩子)(?:朋友)?)?';

/**
 * How people write it, the clearest first; without 人 behind the number only where nothing else can
 * be meant.
 */
const SERVED: readonly RegExp[] = [
  new RegExp(`${SERVING}(?:总)?(?:人次|人数)${ABOUT}${PEOPLE}(?:人次?)?${AROUND}`),
  new RegExp(`${SERVING}[了到]?${WHOM}${ABOUT}${WHOM}${PEOPLE}(?:个?人次?|位|名)${WHOM}${AROUND}`),
  new RegExp(`惠及${ABOUT}${PEOPLE}(?=$|[\\s,，。.;；!])`),
  new RegExp(`^${ABOUT}${PEOPLE}人次${AROUND}$`),
  new RegExp(`${GUESSED}${PEOPLE}(?:个?人次?|位|名)${WHOM}${AROUND}都?(?:受益|受惠|得到了?服务)`),
];

/** Where a text says how many people were served. */
interface ServedPhrase {
  readonly served: NonNullable<Minutes['served']>;
  readonly from: number;
  readonly to: number;
}

function servedPhrase(folded: string): ServedPhrase | undefined {
  const found = SERVED.map((pattern) => pattern.exec(folded)).find((one) => one !== null);
  if (found === undefined) return undefined;
  const { people, about, more, around } = found.groups ?? {};
  const served = {
    people: readNumber(people ?? ''),
    estimated: [about, more, around].some((mark) => mark !== undefined),
  };
  return { served, from: found.index, to: found.index + found[0].length };
}

/** `惠及38人次`, `惠及人次 40`, `服务约 40 人` in the text of a record; 约, 估, 近, 左右, 多 mark an estimate. */
export function servedIn(folded: string): Minutes['served'] {
  return servedPhrase(folded)?.served;
}

/** What stands around a number that is set right. */
const SETTING_RIGHT =
  /(改成|改为|更正为?|应该是?|应为|补上?|补充|一下|一共|总共|人次|再|还|漏写|少写)|[\s,，。.!:是共了个]/g;

const ANEW = /^(?:改成|改为|更正为?|重写)[\s:]*/;

/**
 * The text of a record after another message: it is added to what there is. A number of people
 * served alone only takes the place of the number in it; `改为 …` begins anew.
 */
export function recordText(
  before: string | undefined,
  said: string | undefined,
): string | undefined {
  if (said === undefined) return before;
  const folded = fold(said);
  const phrase = servedPhrase(folded);
  const around = phrase && folded.slice(0, phrase.from) + folded.slice(phrase.to);
  if (phrase !== undefined && around?.replace(SETTING_RIGHT, '') === '') {
    const old = before === undefined ? undefined : servedPhrase(fold(before));
    if (before === undefined || old === undefined) return before;
    const number = said.slice(phrase.from, phrase.to);
    return `${before.slice(0, old.from)}${number}${before.slice(old.to)}`;
  }
  const anew = ANEW.exec(folded)?.[0];
  if (anew !== undefined && anew.length < said.length) return said.slice(anew.length);
  if (before === undefined || said.includes(before)) return said;
  if (before.includes(said)) return before;
  return `${before}；${said}`;
}

/** 总结：清理楼道: people label it. */
const LABEL = /^(?:(?:今天|今日|本次)?的?(?:工作|活动)?(?:总结|小结|内容|情况))\s*[:：]\s*/;

/** A record without its label. */
export function withoutLabel(said: string): string {
  return said.replace(LABEL, '');
}

const THANKS = /今天|大家|各位|辛苦|谢谢|感谢|了|啦|收到|好的?|[\s\p{P}]/gu;
/** What was done is told with a number or as done. */
const DONE = /\d|[一二两三四五六七八九十百千][个位名户次份处人车场张本件袋]|[了过]/u;

/** Whether a text may be a record, by where it stood. */
export function mayBeRecord({ text, how }: Kept): boolean {
  const folded = fold(text);
  if (isAboutRecord(folded) || folded.replace(THANKS, '').length < 2) return false;
  if (how === 'glued') return servedIn(folded) !== undefined;
  return how === 'behind' || (folded.length >= 6 && DONE.test(folded));
}

/** A question about a record, or talk of it, rather than the record. */
export function isAboutRecord(folded: string): boolean {
  return /[?吗呢么没]\s*$|^(的|了|谁|怎么|什么|哪|在哪|还没|写了|写好了|记得|明天|今天交)|谁(有|写|来|发)/.test(
    folded,
  );
}
