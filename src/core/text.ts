import type { Text } from '../ports/text.ts';
import { toTraditional } from './traditional.ts';

export type { Text };

export type Language = 'zh' | 'zh-Hant' | 'en';

/** What cannot be said in words of its own: names, numbers, words to type. */
export function plain(text: string): Text {
  return { zh: text, en: text };
}

/** `1 seat`, `3 seats`, for English. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What something is called, with words behind it: `短信断了`, `Mail 断了`. */
export function titled(title: Text, words: Text): Text {
  const gap = /\w$/.test(title.zh) ? ' ' : '';
  return { zh: `${title.zh}${gap}${words.zh}`, en: `${title.en} ${words.en}` };
}

/** Texts under each other; what is missing takes no line. */
export function lines(...parts: readonly (Text | undefined | false)[]): Text {
  return joined('\n', parts);
}

/**
 * Texts in one line, with their language's comma between them unless another separator is given.
 */
export function series(parts: readonly Text[], separator: Text = { zh: '、', en: ', ' }): Text {
  return {
    zh: parts.map((part) => part.zh).join(separator.zh),
    en: parts.map((part) => part.en).join(separator.en),
  };
}

/**
 * Names in one line: the first so many of them, and how many there are in all where not all are
 * shown; `count` where `names` are only the first of them.
 */
export function nameList(names: readonly Text[], most: number, count = names.length): Text {
  const shown = series(names.slice(0, most));
  const all: Text = { zh: `等 ${count} 人`, en: `and others, ${count} in all` };
  return count <= most ? shown : series([shown, all], plain(' '));
}

/** Sentences in one line, as each language sets them. */
export function sentences(...parts: readonly Text[]): Text {
  return series(parts, { zh: '', en: ' ' });
}

function joined(separator: string, parts: readonly (Text | undefined | false)[]): Text {
  return series(
    parts.filter((part) => part !== undefined && part !== false),
    plain(separator),
  );
}

/** Where a name stands around a character of a text: what people are called is not converted. */
type NameAround = (
  text: string,
  at: number,
) => { readonly from: number; readonly to: number } | undefined;

export function inLanguage(text: Text, language: Language, nameAround?: NameAround): string {
  if (language === 'en') return text.en;
  if (language === 'zh') return text.zh;
  const converted = toTraditional(text.zh);
  return nameAround === undefined ? converted : withNames(text.zh, converted, nameAround);
}

/** Only characters that were changed are looked at; most texts hold few of anybody's name. */
function withNames(typed: string, converted: string, nameAround: NameAround): string {
  if (converted.length !== typed.length) return converted;
  let shown = '';
  for (let at = 0; at < typed.length; ) {
    const name = typed[at] === converted[at] ? undefined : nameAround(typed, at);
    const end = name === undefined ? at + 1 : name.to;
    if (name === undefined) shown += converted[at];
    else shown = shown.slice(0, name.from) + typed.slice(name.from, name.to);
    at = end;
  }
  return shown;
}
