import { fold } from '../../../core/line.ts';

interface Split {
  readonly question: string;
  readonly options: readonly string[];
  /** How they are told apart; mere words may be a sentence. */
  readonly by: 'marks' | 'lines' | 'bars' | 'words';
}

/** One more than a poll may have, so that too many are noticed. */
const letters = 'abcdefghijklm';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬';
const roman = 'ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ';
const stems = '甲乙丙丁戊己庚辛壬癸';
const numbered = '一二三四五六七八九十';

/**
 * Where a mark may stand: after a blank or a comma; failing that, right after a Chinese character.
 */
const apart = /^$|[\s,;、。?!:|)]/;
const glued = /^$|[\s,;、。?!:|)]|\p{Script=Han}/u;

/**
 * The question and its options: marked with letters, numbers or ①; else one on each line; else
 * between `|` or `/`; else as the words behind the question.
 */
export function splitOptions(text: string): Split {
  const folded = fold(text).toLowerCase();
  const marked =
    byMarks(text, lettersIn(folded)) ??
    byMarks(text, marksIn(folded, numerals, apart, /^[^\d]/)) ??
    byMarks(text, marksIn(folded, [...circled], /^/, /^./s)) ??
    byMarks(text, marksIn(folded, [...roman], apart, /^./s)) ??
    byMarks(text, marksIn(folded, [...stems], apart, /^[\s.、:)|]/)) ??
    byMarks(text, marksIn(folded, labelled, apart, /^[^一二三四五六七八九十\d]/)) ??
    byMarks(text, marksIn(folded, [...letters], glued, /^[^a-z0-9]/));
  return marked ?? byLines(text) ?? byBars(text) ?? bySlashes(text) ?? byWords(text);
}

/** A sign or a blank behind a letter tells a label from the B of B座大厅, unless it loses options. */
function lettersIn(folded: string): readonly Mark[] {
  const set = marksIn(folded, [...letters], apart, /^[\s.、:)|]/);
  const all = marksIn(folded, [...letters], apart, /^[^a-z0-9]/);
  return set.length >= all.length ? set : all;
}

/** `一、清洁`, `(二) 义诊`, `选项1 清洁`, `方案二：义诊`. */
const labelled = [...numbered].map((numeral, index) => [
  ...['、', '.', ')', ':'].map((end) => `${numeral}${end}`),
  ...['选项', '方案'].flatMap((word) => [`${word}${numeral}`, `${word}${index + 1}`]),
]);

const numerals = Array.from({ length: 13 }, (_, index) =>
  ['.', '、', ')', ':'].map((end) => `${index + 1}${end}`),
);

interface Mark {
  readonly at: number;
  readonly length: number;
}

/** Marks in their order, as far as they go on. */
function marksIn(
  folded: string,
  labels: readonly (string | readonly string[])[],
  before: RegExp,
  behind: RegExp,
): readonly Mark[] {
  const marks: Mark[] = [];
  let from = 0;
  for (const label of labels) {
    const forms = typeof label === 'string' ? [label] : label;
    const found = forms
      .flatMap((form) => firstMark(form, folded, from, before, behind))
      .sort((a, b) => a.at - b.at)[0];
    if (found === undefined) break;
    marks.push(found);
    from = found.at + found.length;
  }
  return marks;
}

function firstMark(
  form: string,
  folded: string,
  from: number,
  before: RegExp,
  behind: RegExp,
): readonly Mark[] {
  for (let at = folded.indexOf(form, from); at >= 0; at = folded.indexOf(form, at + 1)) {
    const end = at + form.length;
    if (
      before.test(folded.slice(Math.max(0, at - 1), at)) &&
      behind.test(folded.slice(end, end + 1))
    )
      return [{ at, length: form.length }];
  }
  return [];
}

function byMarks(text: string, marks: readonly Mark[]): Split | undefined {
  const [first, second] = marks;
  if (first === undefined || second === undefined) return undefined;
  const options = marks.map(({ at, length }, index) =>
    text.slice(at + length, marks[index + 1]?.at),
  );
  return split('marks', text.slice(0, first.at), options);
}

function byLines(text: string): Split | undefined {
  const [question = '', ...options] = text.split('\n').filter((line) => line.trim() !== '');
  return options.length < 2 ? undefined : split('lines', question, options);
}

/** `问题 清洁家园 | 义诊` and `问题 | 清洁家园 | 义诊`: what stands before the first bar may hold an option. */
function byBars(text: string): Split | undefined {
  const [first = '', ...options] = text.split(/[|｜]/);
  if (options.length === 0) return undefined;
  const head = words(first);
  const last = head.at(-1) ?? '';
  const open = head.length > 1 && !asks(last);
  return open
    ? split('bars', head.slice(0, -1).join(' '), [last, ...options])
    : split('bars', first, options);
}

/** `组织旅游 赞成/反对/弃权`; a date has strokes as well. */
function bySlashes(text: string): Split | undefined {
  const all = words(text);
  const last = all.at(-1) ?? '';
  const options = last.split(/[/／]/).filter(Boolean);
  const isList = all.length > 1 && options.length > 1 && !/\d[/／]\d|^https?:/.test(last);
  return isList ? split('bars', all.slice(0, -1).join(' '), options) : undefined;
}

/** A lone `A` is an option that was begun and has no second. */
function byWords(text: string): Split {
  const all = words(text);
  if (all.some((word) => fold(word) === 'a')) return { question: '', options: [], by: 'words' };
  const asked = all.findIndex(asks);
  const end = asked < 0 ? 1 : asked + 1;
  return split('words', all.slice(0, end).join(' '), all.slice(end));
}

function asks(word: string): boolean {
  return /[?？:：]$|什[么麼]|哪|谁|誰|吗|嗎|几|幾|怎|如何|是否|多少/.test(word);
}

function words(text: string): readonly string[] {
  return text.split(/\s+|(?<=[?？:：])/).filter(Boolean);
}

function split(by: Split['by'], question: string, options: readonly string[]): Split {
  return { question: bare(question), options: options.map(bare).filter(Boolean), by };
}

/** It ends as a question does, not only has such a word in it: 怎么还没人投 is none. */
function isQuestion(text: string): boolean {
  return /[?？]$|(什[么麼]|哪[里裡儿兒个個天些]?|谁|誰|吗|嗎|几[点天个次]?|幾[點天個次]?|怎[么麼]样?|如何|多少|何时)$/.test(
    bare(text),
  );
}

/**
 * What is said in sentences, of votes that were counted, or of one thing or the other, is told and
 * not asked.
 */
function isTold({ question, options, by }: Split): boolean {
  const told = [question, ...options].some((text) => /[。！!；;]|\d\s*票/.test(text));
  const joined = [question, ...options.slice(0, -1)].some((text) =>
    /(还是|還是|或者?|和|跟|与)$/.test(text),
  );
  return (
    told ||
    joined ||
    [question, ...(by === 'lines' ? options : [])].some((text) => /[，,]/.test(text))
  );
}

/**
 * Whether somebody surely wants these people to vote, who did not say so to the bot. `held`:
 * whether they said how.
 */
export function isSurelyAsked(split: Split, held: { readonly how: boolean }): boolean {
  const { question, options, by } = split;
  if (question === '') return false;
  // Without options only 「25日服务日做什么」 is surely one that was begun.
  if (options.length < 2) return /[做办学干选买][什甚][么麼][?？]?$/.test(question);
  if (isTold(split))
    return isQuestion(question) && by !== 'words' && !options.some((one) => /票/.test(one));
  return by !== 'words' || held.how || isQuestion(question);
}

/** Without the marks and commas around it. */
export function bare(text: string): string {
  return text
    .replace(/^[\s.．、:：)）,，;；|｜*·•-]+/, '')
    .replace(/(?<![\s,，;；、。|｜:：(（])[\s,，;；、。|｜:：(（]+$/, '');
}
