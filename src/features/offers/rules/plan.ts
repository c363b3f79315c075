import { fold } from '../../../core/line.ts';
import { shortened } from '../../../core/names.ts';
import type { Hours, Offer } from '../records.ts';
import { joinedHours, readHours } from './hours.ts';

/** What an offer says, in characters. */
const LONGEST = 40;
const LONGEST_PLACE = 20;

/** Something that only one can have at a time. */
const ROOM =
  /(?:会议|活动|排练|阅览|教|培训|会客|党员活动|多功能)(?:室|厅)|礼堂|操场|球场|舞台|场地|展厅/;
/** `20个车位`, `名额10`, `限10人`: so many at once. */
const SEATS = /(\d{1,4})个?(?:车位|停车位|名额|位置|摊位|床位|座位)|(?:名额|限)(\d{1,4})人?/;

/** An offer as it is typed: `法律咨询 每周二下午 社区会客厅`. */
export type Plan = Pick<Offer, 'text' | 'when' | 'hours' | 'place' | 'capacity' | 'byMonth'>;

/** Whether words tell of something new rather than look for something. */
export function tellsOfOne(typed: string): boolean {
  const words = wordsIn(typed);
  return words.length > 1 && words.some((word) => isDetail(word) || /\d/.test(word));
}

/** Words of an offer, each as what it tells. */
interface Sorted {
  readonly what: readonly string[];
  readonly times: readonly { readonly word: string; readonly hours: Hours }[];
  readonly place: string | undefined;
  readonly byMonth: boolean;
}

/** Reads what is offered, when and where; undefined where nothing is said. */
export function readPlan(typed: string): Plan | undefined {
  const { what, times, place, byMonth } = wordsIn(typed).reduce(sort, NOTHING);
  const text = shortened(what.join(' '), LONGEST);
  if (!/\p{L}/u.test(text)) return undefined;
  const hours = joinedHours(times.map((one) => one.hours));
  const capacity = capacityOf(text);
  return {
    text,
    ...(times.length === 0 ? {} : { when: times.map(({ word }) => word).join(' ') }),
    ...(hours === undefined ? {} : { hours }),
    ...(place === undefined ? {} : { place: shortened(place, LONGEST_PLACE) }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(byMonth ? { byMonth } : {}),
  };
}

const NOTHING: Sorted = { what: [], times: [], place: undefined, byMonth: false };

function sort(so: Sorted, word: string): Sorted {
  const hours = readHours(word);
  if (hours !== undefined) return { ...so, times: [...so.times, { word, hours }] };
  if (fold(word) === '按月') return { ...so, byMonth: true };
  if (/^[@＠]/.test(word)) return { ...so, place: word.slice(1) };
  // What stands behind the time is the place: 每周二下午 社区会客厅.
  const isPlace = so.times.length > 0 && so.what.length > 0 && so.place === undefined;
  return isPlace ? { ...so, place: word } : { ...so, what: [...so.what, word] };
}

function wordsIn(typed: string): readonly string[] {
  return typed.split(/[\s,，;；。]+/).filter(Boolean);
}

function isDetail(word: string): boolean {
  return readHours(word) !== undefined || /^[@＠]/.test(word) || fold(word) === '按月';
}

function capacityOf(text: string): number | undefined {
  const seats = SEATS.exec(fold(text));
  const said = Number(seats?.[1] ?? seats?.[2]);
  if (said > 0) return said;
  return ROOM.test(text) ? 1 : undefined;
}
