import { fold } from '../../core/line.ts';

interface Split {
  readonly question: string;
  readonly options: readonly string[];
}

/** One more than a poll may have, so that too many are noticed. */
const letters = 'abcdefghijklm';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬';

/** Where a mark may stand: after a blank or a comma; failing that, right after a Chinese character. */
const apart = /^$|[\s,;、。?!:|)]/;
const glued = /^$|[\s,;、。?!:|)]|\p{Script=Han}/u;

/**
 * The question and its options: marked with letters, numbers or ①; else one on each line; else between `|`; else as the
 * words behind the question.
 */
export function splitOptions(text: string): Split {
  const folded = fold(text);
  const marked =
    byMarks(text, marksIn(folded, [...letters], apart, /^[^a-z0-9]/)) ??
    byMarks(text, marksIn(folded, numerals, apart, /^[^\d]/)) ??
    byMarks(text, marksIn(folded, [...circled], /^/, /^./s)) ??
    byMarks(text, marksIn(folded, [...letters], glued, /^[^a-z0-9]/));
  return marked ?? byLines(text) ?? byBars(text) ?? byWords(text);
}

const numerals = Array.from({ length: 13 }, (_, index) => ['.', '、', ')', ':'].map((end) => `${index + 1}${end}`));

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
    const found = forms.flatMap((form) => placeOf(form, folded, from, before, behind)).sort((a, b) => a.at - b.at)[0];
    if (found === undefined) break;
    marks.push(found);
    from = found.at + found.length;
  }
  return marks;
}

function placeOf(form: string, folded: string, from: number, before: RegExp, behind: RegExp): readonly Mark[] {
  for (let at = folded.indexOf(form, from); at >= 0; at = folded.indexOf(form, at + 1)) {
    const end = at + form.length;
    if (before.test(folded.slice(Math.max(0, at - 1), at)) && behind.test(folded.slice(end, end + 1)))
      return [{ at, length: form.length }];
  }
  return [];
}

function byMarks(text: string, marks: readonly Mark[]): Split | undefined {
  const [first, second] = marks;
  if (first === undefined || second === undefined) return undefined;
  const options = marks.map(({ at, length }, index) => text.slice(at + length, marks[index + 1]?.at));
  return split(text.slice(0, first.at), options);
}

function byLines(text: string): Split | undefined {
  const [question = '', ...options] = text.split('\n').filter((line) => line.trim() !== '');
  return options.length < 2 ? undefined : split(question, options);
}

/** `问题 清洁家园 | 义诊` and `问题 | 清洁家园 | 义诊`: what stands before the first bar may hold an option. */
function byBars(text: string): Split | undefined {
  const [first = '', ...options] = text.split(/[|｜]/);
  if (options.length === 0) return undefined;
  const head = words(first);
  const last = head.at(-1) ?? '';
  const open = head.length > 1 && !asks(last);
  return open ? split(head.slice(0, -1).join(' '), [last, ...options]) : split(first, options);
}

/** A lone `A` is an option that was begun and has no second. */
function byWords(text: string): Split {
  const all = words(text);
  if (all.some((word) => fold(word) === 'a')) return { question: '', options: [] };
  const asked = all.findIndex(asks);
  const end = asked < 0 ? 1 : asked + 1;
  return split(all.slice(0, end).join(' '), all.slice(end));
}

function asks(word: string): boolean {
  return /[?？:：]$|什[么麼]|哪|谁|誰|吗|嗎|几|幾|怎|如何|是否|多少/.test(word);
}

function words(text: string): readonly string[] {
  return text.split(/\s+|(?<=[?？:：])/).filter(Boolean);
}

function split(question: string, options: readonly string[]): Split {
  return { question: bare(question), options: options.map(bare).filter(Boolean) };
}

/** Without the marks and commas around it. */
export function bare(text: string): string {
  return text.replace(/^[\s.．、:：)）,，;；|｜*·•-]+/, '').replace(/[\s,，;；、。|｜:：(（]+$/, '');
}
