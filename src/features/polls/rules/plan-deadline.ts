import { fold } from '../../../core/line.ts';
import { DAY, endOfDay, MINUTE } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { readWhen } from '../../../core/when/index.ts';

/** A day that is just over is read as next year's; nobody means that, ms. */
const LONGEST_POLL = 180 * DAY;

type Deadline = { readonly left: string } & (
  | { readonly deadline: number }
  | { readonly refused: 'deadline' | 'past' }
);

/** `截止 20日18点` or `20日18点截止`, anywhere; a day from now where nothing is said. */
export function takeDeadline(text: string, context: ViewContext): Deadline {
  const end = takeEnd(text, (piece) => {
    const when = readWhen(piece, context);
    return when.ok ? { value: when, rest: when.rest } : undefined;
  });
  if (end === undefined) return { deadline: context.now + DAY, left: text };
  if ('value' in end) return settled(end.value, end.left, context);
  const unread = readWhen(end.behind, context);
  const left = text.slice(0, text.length - end.behind.length).replace(END, '');
  return { refused: !unread.ok && unread.reason === 'past' ? 'past' : 'deadline', left };
}

/** `截止`, `截止时间：`, `until`. */
const END =
  /(截止|截至)(?!后)(时间|日期)?[\s:到于为]*|(?<![a-z])(until|closes?( (on|at))?|deadline)(?![a-z])[\s:]*/i;

/**
 * Words that end it only behind a time, for they stand in questions and options, too: 结束, 前投票. The
 * last of these may be missing: 到25日18点.
 */
const END_BEHIND =
  /(结束|为止|关闭|收票|停止|止|[之以]?前(?:请)?(?:投票|投完|投好|投|选好|完成)?(?:有效)?)(?=$|[\s,，。;；)）!！])/g;

/** What stands before such a time: 请在25日18点前, 到25日18点为止, 投到25日18点. */
const LEADING = /^(?:请|务必|大家)?(?:投票)?(?:投|开放|持续)?(?:截至|直到|到|至|在|于)?/;

/** Reads a time at the beginning of a text, and what follows it. */
type ReadTime<T> = (text: string) => { readonly value: T; readonly rest: string } | undefined;

/**
 * What `截止` says, behind it or before it, and the text without it.
 * @returns undefined where nothing is said; what stands `behind` it where that was not understood.
 */
export function takeEnd<T>(
  text: string,
  read: ReadTime<T>,
): { readonly value: T; readonly left: string } | { readonly behind: string } | undefined {
  const word = END.exec(fold(text));
  if (word === null) return endBehindTime(text, read);
  const before = text.slice(0, word.index);
  const behind = text.slice(word.index + word[0].length);
  const after = read(behind);
  if (after !== undefined) {
    const taken = behind.slice(0, behind.length - after.rest.length);
    return {
      value: after.value,
      left: `${before}${taken.includes('\n') ? '\n' : ' '}${after.rest}`,
    };
  }
  const earlier = timeAtTheEnd(before, read);
  return earlier === undefined
    ? { behind }
    : { value: earlier.value, left: `${earlier.left} ${behind}` };
}

/** `25日18点结束`, `到25日18点为止`, `请在25日18点前投票`, or a last piece `到25日18点`. */
function endBehindTime<T>(text: string, read: ReadTime<T>) {
  for (const word of [...fold(text).matchAll(END_BEHIND)].toReversed()) {
    const found = timeAtTheEnd(text.slice(0, word.index), read);
    if (found !== undefined)
      return {
        value: found.value,
        left: `${found.left} ${text.slice(word.index + word[0].length)}`,
      };
  }
  const found = timeAtTheEnd(
    text,
    read,
    /^(?:请|大家)?(?:投票)?(?:投|开放|持续)?(?:截至|直到|到|至)/,
  );
  return found && { value: found.value, left: found.left };
}

/** The longest piece at the end of a text that is a moment: `… 20日18点前`. */
function timeAtTheEnd<T>(text: string, read: ReadTime<T>, leading = LEADING) {
  const cut = text.replace(/(?<![\s,，])[\s,，]+$/, '').replace(/(?:[之以]?前|[之以])$/, '');
  const starts = [...cut.matchAll(/(?<=^|[\s,，;；。(（])\S/g)]
    .map((match) => match.index)
    .slice(-3);
  for (const start of starts) {
    const lead = leading.exec(cut.slice(start))?.[0].length;
    const time = lead === undefined ? undefined : read(cut.slice(start + lead));
    if (time?.rest === '') return { value: time.value, left: cut.slice(0, start) };
  }
  return undefined;
}

/** A day without an hour is the whole of it. */
function settled(
  when: { readonly start: number; readonly dateOnly: boolean; readonly date: string },
  left: string,
  { now, zone }: ViewContext,
): Deadline {
  const deadline = when.dateOnly ? endOfDay(when.date, zone) - MINUTE : when.start;
  if (deadline > now + LONGEST_POLL) return { refused: 'deadline', left };
  return deadline <= now ? { refused: 'past', left } : { deadline, left };
}
