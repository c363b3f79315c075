import { timestampAhead } from '../../src/core/timestamp.ts';
import type { Quoted } from '../../src/ports/chat.ts';
import { readHeader, readScriptLine, withPhotos, withQuote } from './script.ts';

interface Speaker {
  /** As it was named; undefined where no group was. */
  readonly group: string | undefined;
  readonly private: boolean;
  readonly name: string;
  readonly when?: string;
}

/** What somebody said, in a piece of chat that was copied or noted down. */
interface Pasted extends Speaker {
  readonly text: string;
  readonly photos: number;
  readonly quoted?: Quoted;
}

/** A piece of chat, read as a whole. */
export interface Paste {
  readonly said: readonly Pasted[];
  /** Lines of which it does not say whose they are; those that stand together as one. */
  readonly nobodys: readonly string[];
  /** The group that was named last. */
  readonly group: string | undefined;
}

/** Who enters a list of which nobody says who has written it. */
const NOTED_BY = '代录';

/** How far below a list's heading its first entry stands at most, in lines. */
const ENTRIES_WITHIN = 15;

/** A message that is being read. */
interface Draft {
  readonly who: Speaker;
  readonly lines: string[];
  /** It stands below a header of its own, so only a blank line ends it. */
  readonly headed: boolean;
  /** It is a list: it has its heading, or entries already. */
  list?: 'headed' | 'begun';
}

/**
 * Reads chat as people copy it: lines of a script, with or without the time before them, and what
 * WeChat on a PC puts into the clipboard. What does not begin somebody's words belongs to the words
 * before it. Lines of the bot are left out.
 */
export function readPaste(lines: readonly string[], group: string | undefined): Paste {
  const drafts: Draft[] = [];
  const nobodys: string[] = [];
  let here = group;
  let current: Draft | 'bot' | undefined;
  let afterBlank = true;
  const begin = (who: Speaker, text: string, headed = false) => {
    current = { who, lines: [], headed };
    drafts.push(current);
    add(current, text);
  };
  for (const [index, line] of lines.entries()) {
    const apart = afterBlank;
    afterBlank = line.trim() === '';
    if (afterBlank) continue;
    const open = typeof current === 'object' ? current : undefined;
    const header = apart ? readHeader(line) : undefined;
    const what = readScriptLine(line);
    if (header?.name === '机器人') current = 'bot';
    else if (header !== undefined) begin({ ...header, group: here, private: false }, '', true);
    else if (what.kind === 'group') {
      here = what.title;
      current = undefined;
    } else if (
      open !== undefined &&
      ((open.headed && !apart) ||
        isOfList(open, line, lines.slice(index + 1, index + 1 + ENTRIES_WITHIN)))
    )
      add(open, line.trim());
    else if (what.kind === 'bot') current = 'bot';
    else if (what.kind === 'speech' && what.platform !== undefined) {
      current = undefined;
      nobodys.push(line.trim());
    } else if (what.kind === 'speech') {
      const { name, when, private: secret, text } = what;
      begin({ name, private: secret, group: here, ...(when === undefined ? {} : { when }) }, text);
    } else if (isHeading(line) && (apart || open === undefined || open.lines.length > 0))
      begin(
        apart || open === undefined ? { name: NOTED_BY, private: false, group: here } : open.who,
        line.trim(),
      );
    else if (open !== undefined) add(open, line.trim());
    else if (current === undefined)
      nobodys.push(
        apart || nobodys.length === 0 ? line.trim() : `${nobodys.pop()}\n${line.trim()}`,
      );
  }
  return { said: drafts.flatMap(finished), nobodys, group: here };
}

function add(draft: Draft, text: string): void {
  if (text === '') return;
  draft.lines.push(text);
  if (isHeading(text)) draft.list = 'headed';
  else if (draft.list === 'headed' && isEntry(text)) draft.list = 'begun';
}

function isHeading(line: string): boolean {
  return /^[#＃]\s*接龙/.test(line.trim());
}

/** `1. 张三`, `③王五：带娃`. */
function isEntry(line: string): boolean {
  return /^\s*(\d{1,3}[\s.、．)）:：]|[①-⑳])/u.test(line) && !isStamped(line);
}

/** Words with their time before them are always somebody's. */
function isStamped(line: string): boolean {
  return timestampAhead(line.trim()) !== undefined && readScriptLine(line).kind === 'speech';
}

/**
 * Entries, and whatever stands between the heading and the first of them, are no words of somebody
 * else.
 */
function isOfList({ list }: Draft, line: string, below: readonly string[]): boolean {
  if (list === undefined || isHeading(line) || isStamped(line)) return false;
  if (list === 'begun' || isEntry(line)) return isEntry(line);
  const end = below.findIndex(
    (one) => isStamped(one) || isHeading(one) || readHeader(one) !== undefined,
  );
  return below.slice(0, end < 0 ? undefined : end).some(isEntry);
}

function finished({ who, lines }: Draft): readonly Pasted[] {
  const { text: words, quoted } = withQuote(lines.join('\n'));
  const { text, photos } = withPhotos(words);
  if (text === '' && photos === 0) return [];
  return [{ ...who, text, photos, ...(quoted === undefined ? {} : { quoted }) }];
}
