import { timestampAhead } from '../../src/core/timestamp.ts';
import type { Quoted } from '../../src/ports/chat.ts';
import { readHeader, readScriptLine, type ScriptLine, withPhotos, withQuote } from './script.ts';

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
  const reader = new PasteReader(group);
  for (const [index, line] of lines.entries())
    reader.take(line, lines.slice(index + 1, index + 1 + ENTRIES_WITHIN));
  return reader.paste;
}

class PasteReader {
  private readonly drafts: Draft[] = [];
  private readonly nobodys: string[] = [];
  private group: string | undefined;
  /** What the next line may belong to. */
  private current: Draft | 'bot' | undefined;
  private afterBlank = true;

  constructor(group: string | undefined) {
    this.group = group;
  }

  get paste(): Paste {
    const { drafts, nobodys, group } = this;
    return { said: drafts.flatMap(finished), nobodys, group };
  }

  /** `below` are the next lines: a list may begin before its first entry. */
  take(line: string, below: readonly string[]): void {
    const apart = this.afterBlank;
    this.afterBlank = line.trim() === '';
    if (this.afterBlank) return;
    const what = readScriptLine(line);
    if (apart && this.takeHeader(line)) return;
    if (what.kind === 'group') {
      this.group = what.title;
      this.current = undefined;
    } else if (this.continues(line, apart, below)) this.append(line);
    else if (what.kind === 'bot') this.current = 'bot';
    else if (what.kind === 'speech') this.takeSpeech(what, line);
    else if (this.beginsList(line, apart)) this.begin(this.listSpeaker(apart), line.trim());
    else this.takeRest(line, apart);
  }

  private get open(): Draft | undefined {
    return typeof this.current === 'object' ? this.current : undefined;
  }

  /** A name and a time in a line of their own, over what was said. */
  private takeHeader(line: string): boolean {
    const header = readHeader(line);
    if (header === undefined) return false;
    if (header.name === '机器人') this.current = 'bot';
    else this.begin({ ...header, group: this.group, private: false }, '', true);
    return true;
  }

  private takeSpeech(what: Extract<ScriptLine, { kind: 'speech' }>, line: string): void {
    const { name, when, private: secret, text, platform } = what;
    if (platform === undefined) {
      const time = when === undefined ? {} : { when };
      this.begin({ name, private: secret, group: this.group, ...time }, text);
      return;
    }
    this.current = undefined;
    this.nobodys.push(line.trim());
  }

  private takeRest(line: string, apart: boolean): void {
    const text = line.trim();
    if (this.open !== undefined) this.append(line);
    else if (this.current === undefined)
      this.nobodys.push(
        apart || this.nobodys.length === 0 ? text : `${this.nobodys.pop()}\n${text}`,
      );
  }

  private continues(line: string, apart: boolean, below: readonly string[]): boolean {
    const { open } = this;
    return open !== undefined && ((open.headed && !apart) || isOfList(open, line, below));
  }

  private beginsList(line: string, apart: boolean): boolean {
    return isHeading(line) && (apart || this.open === undefined || this.open.lines.length > 0);
  }

  /** Whoever has just spoken goes on; a list that stands apart is entered by somebody. */
  private listSpeaker(apart: boolean): Speaker {
    const { open, group } = this;
    return apart || open === undefined ? { name: NOTED_BY, private: false, group } : open.who;
  }

  private append(line: string): void {
    if (this.open !== undefined) add(this.open, line.trim());
  }

  private begin(who: Speaker, text: string, headed = false): void {
    const draft: Draft = { who, lines: [], headed };
    this.current = draft;
    this.drafts.push(draft);
    add(draft, text);
  }
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
