import type { Quoted } from '../../src/ports/chat.ts';

/*
 * WeChat has no fields for quotes and, with some puppets, none for mentions: both stand in the
 * text.
 */

/** `「小红：灯坏了」`, a row of dashes, and what the speaker says to it. */
const QUOTE = /^「([^：\n]{1,60})：([\s\S]*?)」\n[-—– ]{5,}\n?([\s\S]*)$/;

/** The speaker's own words, apart from those they answer to. */
export function withoutQuote(text: string): { readonly text: string; readonly quoted?: Quoted } {
  const [, sender, said, own] = QUOTE.exec(text) ?? [];
  if (sender === undefined || said === undefined || own === undefined) return { text };
  return { text: own.trim(), quoted: { sender, text: said } };
}

/**
 * Whether the bot is mentioned under one of its names; its mention is left for the reader of the
 * line to take out.
 * `known`: the platform itself says that it is, so that a mention under a name of yesterday is
 * taken out here.
 */
export function withoutOldName(text: string, names: readonly string[], known: boolean): string {
  if (!known || names.some((name) => text.includes(`@${name}`))) return text;
  const mentions = [...text.matchAll(/@[^\s\u2005@]+[\u2005\s]?/g)];
  const [only, other] = mentions;
  return only !== undefined && other === undefined ? text.replace(only[0], '').trim() : text;
}
