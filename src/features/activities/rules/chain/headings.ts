import { fold } from '../../../../core/line.ts';

/*
 * What stands above the entries of a list: its title, or the name of a part of it.
 */

/** `#接龙 …`, `【接龙】…`, `接龙报名：`, `服务日接龙`; but not 「大家来接龙吧」. */
export function isHead(text: string): boolean {
  return /^[^\p{L}\p{N}]*(群?接龙|group ?note)|[#【[]\s*接龙|接龙[\s:!】\]]*$/u.test(text);
}

/** A line that may stand above a list of its own. */
function isTitle(text: string): boolean {
  return /[\p{L}]{2}/u.test(text);
}

/** 上午组：, 儿童组, 请假：: a part of the same list. */
function isBlock(heading: readonly string[]): boolean {
  return heading.every(
    (text) => /(?:组|请假|不来|来不了|候补|替补)[:：]?$/.test(text) && !isHead(fold(text)),
  );
}

/** Those below it do not come. */
export function isAway(heading: readonly string[]): boolean {
  return heading.some((text) => /^(?:请假|不来|来不了|不参加|缺席)的?[:：]?$/.test(text));
}

/** Another list begins below it. */
export function beginsAnother(heading: readonly string[]): boolean {
  return heading.some(isTitle) && !isBlock(heading);
}
