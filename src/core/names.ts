import { fold, withoutInvisible } from './line.ts';

let segmenter: Intl.Segmenter | undefined;

/** What a reader sees as single characters. The tables behind it are read when they are needed. */
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** The longest name that is shown, in characters as a reader counts them. */
export const LONGEST_NAME = 20;

/** How many characters a reader sees; stops counting at `enough`. */
export function visibleLength(text: string, enough = Number.POSITIVE_INFINITY): number {
  let length = 0;
  for (const _ of graphemesOf(text)) {
    length += 1;
    if (length >= enough) break;
  }
  return length;
}

/**
 * The beginning of a text, cut between characters as a reader counts them, with `…` where something
 * was cut.
 */
export function shortened(text: string, longest: number): string {
  // No character that a reader counts is shorter than one unit of the text.
  if (text.length <= longest) return text;
  let kept = '';
  let length = 0;
  for (const { segment } of graphemesOf(text)) {
    if (length === longest) return `${kept}…`;
    kept += segment;
    length += 1;
  }
  return kept;
}

/** A character that shows something: fillers and braille blanks are letters that do not. */
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{Z}\p{C}\p{M}\u2800]/u;

/**
 * A display name fit to be shown in one line; empty names become `nobody`. Names identify nobody.
 */
export function shownName(name: string, nobody = '无名'): string {
  const clean = withoutInvisible(name.slice(0, 2_000).normalize('NFC')).replace(/\s+/g, ' ').trim();
  return VISIBLE.test(clean) ? shortened(clean, LONGEST_NAME) : nobody;
}

/** A text from outside fit to stand in one line, whole: nothing invisible, no line end. */
export function oneLine(text: string): string {
  return withoutInvisible(text.normalize('NFC')).replace(/\s+/g, ' ').trim();
}

/** Dots between the parts of a name are written in many ways. */
const DOTS = /(?<=\p{L})[•・‧∙⋅･●.](?=\p{L})/gu;

/**
 * Equal for names that people would call the same: width, Traditional characters, letter size,
 * blanks and the kind of dot aside.
 */
export function nameKey(name: string): string {
  return fold(withoutInvisible(name.normalize('NFC')))
    .replace(/\s+/g, '')
    .replace(DOTS, '·');
}
