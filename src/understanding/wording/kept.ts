import type { Line } from '../../core/line.ts';
import type { Kept, Subject, Wording } from '../../core/wording.ts';
import type { Chunk, Clause } from './clauses.ts';
import type { Worded } from './index.ts';
import type { WordingSituation } from './situation.ts';
import { type Verb, wordOf } from './strength.ts';

/*
 * Commands that keep a text about a subject: the record of a day. It stands behind their word, or it
 * is an answer to the message of the bot that asks for it.
 */

type Way = Pick<Verb, 'command' | 'wording'>;

/** What may stand before the word that opens the text. */
const BEFORE = new Set(['filler', 'me', 'subject', 'time', 'day', 'every', 'place']);
/** What tells that the text runs on from the word, and may be talk about it. */
const APART = /^[\s,，:：、.。;；!！~—-]/u;

/** A message with a text that one of these commands keeps. */
export function readKept(
  line: Line,
  clauses: readonly Clause[],
  ways: readonly Way[],
  situation: WordingSituation,
): Worded | undefined {
  for (const way of ways) {
    const fitting = fittingFor(way, situation);
    const [first] = fitting;
    if (first === undefined) continue;
    const kept = behindWord(line, clauses, way.wording) ?? answerIn(line, fitting, way, situation);
    if (kept === undefined) continue;
    return kept.named !== undefined || fitting.length === 1
      ? act(way, kept.named ?? first, kept)
      : {
          kind: 'which',
          command: way.command,
          text: way.wording.which,
          subjects: fitting,
          typed: (one) => `${way.command.zhName} E${one.number} ${kept.text}`,
        };
  }
  return undefined;
}

function act({ command, wording }: Way, subject: Subject, { text, how }: Kept): Worded {
  const kept = { text, how };
  return { kind: 'acts', acts: [{ command, args: wording.keeps?.(subject, kept) ?? {} }] };
}

function fittingFor(
  { command, wording }: Way,
  { subjects, references }: WordingSituation,
): readonly Subject[] {
  const open = subjects.filter(
    (one) => one.letter === wording.letter && one.invites.includes(command.name),
  );
  const answered = open.filter(({ number }) => number === references.get(wording.letter ?? ''));
  return answered.length > 0 ? answered : open;
}

type Found = Kept & { readonly named?: Subject | undefined };

function behindWord(line: Line, clauses: readonly Clause[], wording: Wording): Found | undefined {
  const clause = clauses.find(({ chunks }) => !chunks.every((one) => isIn(one, BEFORE)));
  const at = clause?.chunks.findIndex((chunk) => wordOf(chunk, wording) !== undefined) ?? -1;
  const word = clause?.chunks[at];
  const before = clause?.chunks.slice(0, Math.max(0, at)) ?? [];
  if (word === undefined || !before.every((one) => isIn(one, BEFORE))) return undefined;
  const behind = line.typed.slice(line.folded.indexOf(word.folded) + word.folded.length);
  const said = clause?.chunks.slice(at + 1) ?? [];
  const number = said[0]?.senses.some(({ role }) => role === 'subject') ? said[0] : undefined;
  const text = bare(number === undefined ? behind : bare(behind).slice(number.typed.length));
  if (text === '') return undefined;
  const [named] = [...before, ...(number === undefined ? [] : [number])].flatMap(subjectsOf);
  const isApart = number !== undefined || APART.test(behind);
  return { text, how: isApart ? 'behind' : 'glued', named };
}

function subjectsOf({ senses }: Chunk): readonly Subject[] {
  return senses.flatMap(({ role, value }) => (role === 'subject' ? [value as Subject] : []));
}

/** Without the signs before it. */
function bare(text: string): string {
  return text.replace(/^[\s,，:：、.。;；!！~—-]+/u, '').trim();
}

/** All of an answer to the message that asks for it. */
function answerIn(
  { typed }: Line,
  fitting: readonly Subject[],
  { command, wording }: Way,
  { references }: WordingSituation,
): Found | undefined {
  const isAwaited = fitting.some(({ awaits = [] }) => awaits.includes(command.name));
  const isAnswer = references.has(wording.letter ?? '') && isAwaited;
  return isAnswer && typed !== '' ? { text: typed, how: 'answer' } : undefined;
}

function isIn({ senses }: Chunk, roles: ReadonlySet<string>): boolean {
  return senses.some(({ role }) => roles.has(role));
}
