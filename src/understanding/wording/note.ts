import type { AnyCommand } from '../../core/command.ts';
import { fold } from '../../core/line.ts';
import type { Said } from '../../core/wording.ts';
import type { Chunk, Clause } from './clauses.ts';

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
    taught.includes(folded.replace(/了$/, '')) || senses.some((one) => isNumber(one));
  const kept = clauses.map((clause) => withoutChunks(clause, isDropped));
  return kept.filter(saysSomething).join('，');
}

/** The rest of a message from its first time on: 明天上午派人去. */
export function timeOf(clauses: readonly Clause[], command: AnyCommand): string {
  for (const [at, { typed, chunks }] of clauses.entries()) {
    const first = chunks.find(
      ({ senses }) =>
        senses.some(({ role }) => role === 'time') && !senses.some((one) => isNumber(one)),
    );
    if (first === undefined) continue;
    const behind = noteOf(clauses.slice(at + 1), command);
    return [typed.slice(first.from), behind].filter(saysSomething).join('，');
  }
  return '';
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
