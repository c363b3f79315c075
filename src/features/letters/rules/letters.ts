import type { Records } from '../../../core/collection.ts';
import type { CommandContext, DecisionContext } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { mayActAs } from '../../../core/roles.ts';
import { convenorsOf, type Person, people } from '../../../identity/people/index.ts';
import { type Letter, letterboxes, letters } from '../records.ts';

/**
 * Who reads what this writer sends now: whoever was named, as long as they act for somebody and are
 * reached in private; else the first convenor that is. Nobody reads their own.
 */
export function readerFor(
  writer: string,
  { records, reaches }: Pick<DecisionContext, 'records' | 'reaches'>,
): Person | undefined {
  const named = records.get(letterboxes, 'letterbox')?.reader;
  const chosen = named === undefined ? undefined : records.get(people, named);
  const reads = chosen !== undefined && mayActAs(chosen.role, 'liaison') ? [chosen] : [];
  return [...reads, ...convenorsOf(records)].find(({ id }) => id !== writer && reaches(id));
}

/** The letter of a number, while it is one. */
function letterNumbered(records: Records, number: number): Letter | undefined {
  return records.where(letters, String(number)).find(({ state }) => state !== 'turned');
}

/** What tells of a letter, in deliveries that may still be taken back. */
export function aboutLetter({ id }: Pick<Letter, 'id'>): string {
  return `letter:${id}`;
}

/** What a letter is to somebody. */
export type Part = 'writer' | 'reader';

function partIn({ writer, reader }: Letter, person: string): Part | undefined {
  return writer === person ? 'writer' : reader === person ? 'reader' : undefined;
}

/** A letter as the speaker may know of it: in private, and only one they wrote or read. */
export function letterSaid(
  number: number,
  { records, person, place }: CommandContext,
): { readonly letter: Letter; readonly part: Part } | undefined {
  if (place.kind === 'group') return undefined;
  const letter = letterNumbered(records, number);
  const part = letter && partIn(letter, person.id);
  return letter === undefined || part === undefined ? undefined : { letter, part };
}

/** 「别说是我说的」 asks for it without the word. */
const WANTS_NO_NAME =
  /(匿名|不留名|不署名|(别|不要|不能|不想)(让人|让他们?|让别人)?(说|提|写|透露|告诉|知道)(出|到)?(是)?我|(替|帮)我保密|保密)/;

/** `匿名 …`, `匿名：…` at the beginning is no part of the letter. */
const LEADING = /^(匿名|不留名|不署名)[\s:：,，]+/;

export function readLetter(text: string): { readonly text: string; readonly anonymous: boolean } {
  const said = text.trim();
  return { text: said.replace(LEADING, ''), anonymous: WANTS_NO_NAME.test(fold(said)) };
}
