import { put, type Records, type Remember, remove } from '../../../core/collection.ts';
import { maskedName } from '../../../core/masked-names.ts';
import { nameKey } from '../../../core/names.ts';
import { mayActAs } from '../../../core/roles.ts';
import { isRegistered } from '../../../understanding/person-names.ts';
import { consents, type Person, people } from '../records.ts';

/*
 * What is published is read by people who were not there: the board, announcements, recaps,
 * reports, tables for a group. A name stands in it only where its owner agreed. Liaisons and
 * convenors are named by their office, unless they refuse.
 */

/** Whether somebody's name may stand in what is published. */
export function mayBeNamed(person: string, records: Records): boolean {
  const state = records.get(consents, person)?.state;
  if (state === 'given' || state === 'withdrawn') return state === 'given';
  const known = records.get(people, person);
  return known !== undefined && mayActAs(known.role, 'liaison');
}

/** A text as it is published: `张**` for the name of whoever did not agree. */
export function published(text: string, records: Records): string {
  let shown = '';
  let from = 0;
  for (const { at, name, bearers } of namesIn(text, records)) {
    const isFree = bearers.every(({ id }) => mayBeNamed(id, records));
    shown += text.slice(from, at) + (isFree ? name : maskedName(name));
    from = at + name.length;
  }
  return shown + text.slice(from);
}

/** Whose names are hidden in a text that is published. */
export function peopleHidden(text: string, records: Records): readonly Person[] {
  const all = namesIn(text, records).flatMap(({ bearers }) => bearers);
  const hidden = all.filter(({ id }) => !mayBeNamed(id, records));
  return [...new Map(hidden.map((one) => [one.id, one])).values()];
}

/** Of two people who turn out to be one the last answer counts, and any before none. */
export function settledConsents(from: string, to: string, records: Records): readonly Remember[] {
  const [one, other] = [records.get(consents, from), records.get(consents, to)];
  if (one === undefined || other === undefined) return [];
  const answers = [one, other].filter(({ state }) => state !== 'asked');
  const last = (answers.length > 0 ? answers : [one]).toSorted((a, b) => b.at - a.at)[0] ?? one;
  return [remove(consents, from), put(consents, { ...last, id: to })];
}

interface Named {
  readonly at: number;
  readonly name: string;
  readonly bearers: readonly Person[];
}

/** The longest Chinese name that is looked for, and the most words of another. */
const LONGEST = 6;
const MOST_WORDS = 3;

/** A piece of a text in one script, and where it stands. */
interface Run {
  readonly piece: string;
  readonly at: number;
}

/** Names of people whom the records know, where they stand; the longest at each place. */
function namesIn(text: string, records: Records): readonly Named[] {
  const runs = [...text.matchAll(/[\p{Script=Han}·•・‧]+|[^\P{L}\p{Script=Han}]+/gu)].map(
    ({ 0: piece, index }): Run => ({ piece, at: index }),
  );
  const found: Named[] = [];
  for (const [order, run] of runs.entries()) {
    const last = found.at(-1);
    if (last !== undefined && run.at < last.at + last.name.length) continue;
    if (isHan(run.piece)) found.push(...inChinese(run, records));
    else found.push(...inWords(text, runs.slice(order, order + MOST_WORDS), records));
  }
  return found;
}

function isHan(piece: string): boolean {
  return /^[\p{Script=Han}·•・‧]/u.test(piece);
}

function inChinese({ piece: run, at: start }: Run, records: Records): readonly Named[] {
  const found: Named[] = [];
  for (let at = 0; at < run.length; at++) {
    const named = firstNamed(start + at, upTo(LONGEST, run.slice(at, at + LONGEST)), records);
    if (named === undefined) continue;
    found.push(named);
    at += named.name.length - 1;
  }
  return found;
}

/** The beginnings of a text, the longest first. */
function upTo(longest: number, text: string): readonly string[] {
  const most = Math.min(longest, text.length);
  return Array.from({ length: Math.max(0, most - 1) }, (_, less) => text.slice(0, most - less));
}

/** `Anna Lee`: from the beginning of a word, several words together. */
function inWords(text: string, runs: readonly Run[], records: Records): readonly Named[] {
  const at = runs[0]?.at ?? 0;
  const ends: number[] = [];
  for (const { piece, at: start } of runs) {
    const isNext = ends.length === 0 || /^[ '’-]$/.test(text.slice(ends.at(-1), start));
    if (!isNext || isHan(piece)) break;
    ends.push(start + piece.length);
  }
  const names = ends.toReversed().map((end) => text.slice(at, end));
  const named = firstNamed(at, names, records);
  return named === undefined ? [] : [named];
}

function firstNamed(at: number, names: readonly string[], records: Records): Named | undefined {
  for (const name of names) {
    const bearers = bearersOf(name, records);
    if (bearers.length > 0) return { at, name, bearers };
  }
  return undefined;
}

/**
 * Members outrank guests of the same name, so that nobody hides a liaison by calling themselves so.
 * What a guest calls themselves counts where it has the form of a name: 开心 is a word.
 */
function bearersOf(name: string, records: Records): readonly Person[] {
  const all = records.where(people, nameKey(name));
  const members = all.filter(({ role }) => role !== 'guest');
  if (members.length > 0) return members;
  return isRegistered(name) || /^\p{Lu}.* /u.test(name) ? all : [];
}
