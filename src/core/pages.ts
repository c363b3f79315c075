import { fold } from './line.ts';
import type { Text } from './text.ts';

/** The part of a list that a message shows. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly pages: number;
  /** Where it begins in the list, and the first place behind it, from 0. */
  readonly from: number;
  readonly to: number;
}

/** What is listed, and its page: `健康 第2页`; the first where none is said. */
export function readPage(typed: string): { readonly what: string; readonly page: number } {
  const [said = '', page = '1'] = /第\s?(\d{1,4})\s?页$/.exec(fold(typed)) ?? [];
  return { what: typed.slice(0, typed.length - said.length).trim(), page: Number(page) };
}

/** A page of a list of so many; where it has no such page, the nearest that it has. */
export function pageOf(count: number, wanted: number, perPage: number): Page {
  const pages = Math.max(1, Math.ceil(count / perPage));
  const number = Math.max(1, Math.min(wanted, pages));
  return { number, pages, from: (number - 1) * perPage, to: Math.min(number * perPage, count) };
}

/**
 * What to type for the page behind this one, if there is one. `words`: what was typed for the list,
 * without its page.
 */
export function nextPage({ number, pages }: Page, ...words: readonly string[]): Text | undefined {
  if (number >= pages) return undefined;
  const next = [...words, `第${number + 1}页`].filter(Boolean).join(' ');
  return {
    zh: `第 ${number}/${pages} 页，下一页请发「${next}」`,
    en: `Page ${number}/${pages}; for the next send “${next}”`,
  };
}
