import { fold } from '../../../core/line.ts';
import { shortened, shownName } from '../../../core/names.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import { readAheads } from '../../../core/recurring/index.ts';
import { endOfDay, MINUTE } from '../../../core/time.ts';
import { readWhen } from '../../../core/when/index.ts';
import type { Activity, Details } from '../records/index.ts';
import { kindNamed } from './kinds.ts';
import { bareOf, fieldOf, isLikeSetting, type PlanField, postIn, seatsIn } from './plan-fields.ts';

/** What of an activity is settled, beside its time. */
export type Shape = Partial<
  Pick<Activity, 'title' | 'theme' | 'place' | 'capacity' | 'origin' | 'kind'> & Details
>;

/** A plan as somebody wrote it, without its time. */
export interface Plan extends Shape {
  readonly title: string;
  /** The numbers of the requests that it does. */
  readonly works: readonly number[];
  readonly unread?: Unread;
}

/** The first piece of a plan that was not understood. */
export interface Unread {
  readonly piece: string;
  /** The last word of the name, as it stands there. */
  readonly behind: string;
  /** What it may be: words without a label may be a place, a part of the name, or say more. */
  readonly mayBe: readonly ('place' | 'title' | 'about')[];
}

type Moment = { readonly now: number; readonly zone: string };

/** What looks like a number of people, in whichever size. */
const ANY_SEATS =
  /^(?:人数|名额|限)?[-－+＋]?[\d零〇一二两三四五六七八九十廿卅百千万亿]{1,20}[人位名](?:以内)?$/u;

/** Whether a number of people stands in a plan that is none: `0人`, `十万人`. */
export function namesNoSeats(text: string): boolean {
  return text
    .split(/\s+/)
    .some((word) => ANY_SEATS.test(fold(word)) && seatsIn(word) === undefined);
}

/**
 * `清洁家园 @天星广场 30人 带手套 联系人 李雪梅 截止 27日18点`: the name, and what is said of it in any order.
 * What is not understood is told, and never becomes a part of the name. `named`: it has a name already.
 */
export function readPlan(text: string, moment: Moment, named = false): Plan {
  const [works = ''] = WORKS.exec(fold(text)) ?? [];
  const { shape, title, unread } = read(text.replace(works, ' '), moment, true, named);
  const numbers = new Set((works.match(/\d+/g) ?? []).map(Number));
  return {
    ...shape,
    title: title === '' ? '' : shownName(title),
    works: [...numbers],
    ...(unread && { unread }),
  };
}

/**
 * `@社区大厅 40人`, `地点 社区大厅`, `改名 清洁楼道`, `不限人数`.
 * @returns undefined where a piece of it is nothing of that.
 */
export function readShape(text: string, moment: Moment): Shape | undefined {
  const { shape, unread } = read(text, moment, false);
  return unread === undefined && Object.keys(shape).length > 0 ? shape : undefined;
}

/** `办 1 2` behind the name. */
const WORKS = /(?<=\s)办\s{0,3}#?\d{1,6}号?(?:[,、和\s]{1,3}#?\d{1,6}号?)*(?=\s|$)/;

interface Reading {
  shape: Shape;
  title: string;
  unread: Unread | undefined;
  /** What a further word belongs to. */
  open: PlanField | 'new' | undefined;
  /** The words of what is open. */
  words: string[];
}

function read(text: string, moment: Moment, isNew: boolean, named = false): Reading {
  const now: Reading = { shape: {}, title: '', unread: undefined, open: undefined, words: [] };
  for (const [word] of text.matchAll(/[^\s，,；;]+/g)) take(word, now, moment, isNew, named);
  close(now, moment);
  const { posts } = now.shape;
  // Tasks have the seats.
  const seats = posts?.reduce((sum, one) => sum + one.seats, 0);
  return seats === undefined ? now : { ...now, shape: { ...now.shape, capacity: seats } };
}

function take(word: string, now: Reading, moment: Moment, isNew: boolean, named: boolean): void {
  const mayGlue = !isNew || named || now.title !== '';
  const found = fieldOf(word, mayGlue);
  const part = found === undefined ? partIn(word, mayGlue, now.shape) : undefined;
  if (found !== undefined || part !== undefined) close(now, moment);
  if (found !== undefined) begin(found, now, moment);
  else if (part !== undefined) now.shape = { ...now.shape, ...part };
  else if (belongsToOpen(word, now, isNew)) now.words.push(word);
  else if (isNew && isOfName(word, now)) {
    close(now, moment);
    now.title = now.title === '' ? word : `${now.title} ${word}`;
    now.open = 'new';
  } else now.unread ??= unreadIn(word, now);
}

function begin(found: NonNullable<ReturnType<typeof fieldOf>>, now: Reading, moment: Moment): void {
  now.open = found.field;
  now.words = found.value === '' ? [] : [found.value];
  if (found.alone) close(now, moment);
}

/** Seats, or a task with its own: `30人`, `登记2人`. */
function partIn(word: string, mayGlue: boolean, { posts = [] }: Shape): Shape | undefined {
  const capacity = seatsIn(word);
  if (capacity !== undefined) return { capacity };
  const post = mayGlue ? postIn(word) : undefined;
  return post && { posts: [...posts.filter(({ name }) => name !== post.name), post] };
}

/** A name in letters has several words; behind a Chinese one a further word may be anything. */
function isOfName(word: string, { title, open }: Reading): boolean {
  if (title === '') return true;
  return open === 'new' && !isLikeSetting(word) && !/\p{Script=Han}/u.test(`${title}${word}`);
}

function unreadIn(piece: string, { title, shape }: Reading): Unread {
  const behind = title.split(' ').at(-1) ?? '';
  if (isLikeSetting(piece)) return { piece, behind, mayBe: [] };
  const free = [
    ...(shape.place === undefined ? (['place'] as const) : []),
    ...(behind === '' ? [] : (['title'] as const)),
    ...(shape.about === undefined ? (['about'] as const) : []),
  ];
  return { piece, behind, mayBe: free };
}

/** A further word of what is open; behind `@天星广场` the name may follow, or what is not known. */
function belongsToOpen(word: string, { open, title, words }: Reading, isNew: boolean): boolean {
  if (open === undefined || open === 'new') return false;
  if (open !== 'place' || !isNew || words.length === 0) return true;
  return title !== '' && !isLikeSetting(word);
}

/** What was open is whole now. */
function close(now: Reading, moment: Moment): void {
  const { open, words } = now;
  now.open = undefined;
  now.words = [];
  if (open === undefined || open === 'new') return;
  const said = words.join(' ');
  const value = partOf(open, said, moment);
  if (value === undefined)
    now.unread ??= { piece: `${bareOf(open)} ${said}`.trim(), behind: '', mayBe: [] };
  else now.shape = { ...now.shape, ...value };
}

const NONE = /^(取消|不要|不用|没有|不定|不设|不限|不发)了?$/;

/** The part of a shape that some words are; undefined where they are not understood. */
function partOf(field: PlanField, said: string, moment: Moment): Shape | undefined {
  if (field === 'unlimited') return { capacity: undefined };
  if (field === 'silent') return { remind: [] };
  if (said === '') return undefined;
  const read = READERS[field];
  if (read === undefined) return { [field]: shownName(said) };
  const isNone = NONE.test(fold(said));
  return read(isNone ? undefined : said, moment);
}

type Reader = (said: string | undefined, moment: Moment) => Shape | undefined;

/** How the words of a field are read; without words there shall be none of it. */
const READERS: Partial<Record<PlanField, Reader>> = {
  signupUntil: (said, moment) =>
    said === undefined ? { signupUntil: undefined } : untilIn(said, moment),
  remind: (said) => {
    const remind = said === undefined ? [] : readAheads(said);
    return remind && { remind: [...remind] };
  },
  kind: (said) => {
    const kind = said === undefined ? undefined : kindNamed(said);
    return kind && { kind };
  },
  capacity: (said) => {
    const capacity = said === undefined ? undefined : readCount(said);
    return said !== undefined && capacity === undefined ? undefined : { capacity };
  },
  about: (said) => ({ about: said && wordsOf(said, 60) }),
  form: (said) => ({ form: said && wordsOf(said, 20) }),
  bring: (said) => ({ bring: said && wordsOf(said, 30) }),
  contact: (said) => ({ contact: said && wordsOf(said, 30) }),
  material: (said) => (said === undefined || LINK.test(said) ? { material: said } : undefined),
};

/** Behind it nothing else can stand. */
const LINK = /^https?:\/\/[^\s/]+\.[^\s]{1,500}$/i;

function wordsOf(said: string, longest: number): string {
  return shortened(said.replace(/\s+/g, ' '), longest);
}

const COUNT = new RegExp(`^(?!0)${numberSource(4)}$`);

function readCount(said: string): number | undefined {
  const limit = COUNT.test(fold(said)) ? readNumber(fold(said)) : seatsIn(said);
  return limit !== undefined && limit >= 1 && limit <= 9_999 ? limit : undefined;
}

/** A day without an hour is the whole of it. */
function untilIn(said: string, moment: Moment): Shape | undefined {
  const when = readWhen(said.replace(/(?:之?前|为止)$/, ''), moment);
  if (!when.ok || when.rest !== '') return undefined;
  const signupUntil = when.dateOnly ? endOfDay(when.date, moment.zone) - MINUTE : when.start;
  return signupUntil > moment.now ? { signupUntil } : undefined;
}
