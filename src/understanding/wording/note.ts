import type { AnyCommand } from '../../core/command.ts';
import { fold } from '../../core/line.ts';
import type { Said } from '../../core/wording.ts';
import type { Chunk, Clause } from './clauses.ts';
import type { Verb } from './strength.ts';

/** Of a message of which nothing was read. */
export const NOTHING_SAID: Said = {
  subject: undefined,
  people: [],
  they: false,
  kin: 0,
  brings: false,
  more: undefined,
  proxy: false,
  me: false,
  count: undefined,
  unit: undefined,
  options: [],
  word: undefined,
  time: '',
  text: '',
};

/** What is kept of a message beside the number of what it is about and the taught word: 三楼还没换. */
export function noteOf(clauses: readonly Clause[], command: AnyCommand): string {
  const taught = [command.zhName, ...(command.aliases ?? [])].map(fold);
  const isDropped = ({ folded, senses }: Chunk) =>
    taught.includes(folded.replace(/了$/, '')) ||
    senses.some((one) => isNumber(one)) ||
    // Not fixed, satisfied: in English the word is none of its names.
    (/^[a-z' ]+$/.test(folded) && senses.some((one) => isSureWordOf(one, command)));
  const kept = clauses.map((clause) => withoutChunks(clause, isDropped));
  return kept.filter(saysSomething).join('，');
}

/**
 * The rest of a message from the time on that stands behind the words of its command, else from the
 * first: 明天上午派人去.
 */
export function timeOf(clauses: readonly Clause[], command: AnyCommand): string {
  const all = clauses.flatMap(({ chunks }, clause) => chunks.map((chunk) => ({ chunk, clause })));
  const word = all.findLastIndex(({ chunk: { senses } }) =>
    senses.some((one) => one.role === 'verb' && (one.value as Verb).command === command),
  );
  const times = all.filter(({ chunk }) => isTime(chunk));
  const first = all.slice(word + 1).find(({ chunk }) => isTime(chunk)) ?? times[0];
  if (first === undefined) return '';
  const behind = noteOf(clauses.slice(first.clause + 1), command);
  const typed = withoutLastNumber(clauses[first.clause])?.slice(first.chunk.from) ?? '';
  return [typed, behind].filter(saysSomething).join('，');
}

/** 认领 周六上午 2: the number of the request is no part of the time. */
function withoutLastNumber(clause: Clause | undefined): string | undefined {
  const last = clause?.chunks.at(-1);
  const isApart = last?.glued === false && last.senses.some((one) => isNumber(one));
  return isApart ? clause?.typed.slice(0, last.from).trim() : clause?.typed;
}

function isSureWordOf({ role, value }: Chunk['senses'][number], command: AnyCommand): boolean {
  const verb = role === 'verb' ? (value as Verb) : undefined;
  return verb?.command === command && verb.strength === 'sure';
}

function isTime({ senses }: Chunk): boolean {
  return senses.some(({ role }) => role === 'time') && !senses.some(isNumber);
}

function isNumber({ role, value }: Chunk['senses'][number]): boolean {
  return role === 'subject' && (value as { letter: string }).letter === '#';
}

function withoutChunks({ typed, chunks }: Clause, isDropped: (chunk: Chunk) => boolean): string {
  let kept = '';
  let from = 0;
  for (const chunk of chunks.filter(isDropped)) {
    kept += typed.slice(from, chunk.from);
    from = chunk.from + chunk.typed.length;
  }
  return (kept + typed.slice(from)).trim();
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/^(?:了|号|我|请|啊|哈|吧|的)+$/.test(text);
}
