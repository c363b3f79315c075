import type { Line } from '../../core/line.ts';
import type { Kept, Subject, Wording } from '../../core/wording.ts';
import { type Clause, LEADING_SIGNS, withoutLeadingSigns } from './clauses.ts';
import type { Worded } from './index.ts';
import type { Role } from './lexicon.ts';
import { has, hasAny, subjectsIn } from './senses.ts';
import type { WordingSituation } from './situation.ts';
import { taking, type Way, wordOf } from './strength.ts';

/*
 * Commands that keep a text about a subject: the record of a day. It stands behind their word, or it
 * is an answer to the message of the bot that asks for it.
 */

/** What may stand before the word that opens the text. */
const BEFORE: ReadonlySet<Role> = new Set([
  'filler',
  'me',
  'subject',
  'time',
  'day',
  'every',
  'place',
]);

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

function fittingFor(way: Way, { subjects, references }: WordingSituation): readonly Subject[] {
  const open = taking(way, subjects);
  const answered = open.filter(({ letter, number }) => number === references.get(letter));
  return answered.length > 0 ? answered : open;
}

type Found = Kept & { readonly named?: Subject | undefined };

function behindWord(line: Line, clauses: readonly Clause[], wording: Wording): Found | undefined {
  const clause = clauses.find(({ chunks }) => !chunks.every((one) => hasAny(one, BEFORE)));
  const at = clause?.chunks.findIndex((chunk) => wordOf(chunk, wording) !== undefined) ?? -1;
  const word = clause?.chunks[at];
  const before = clause?.chunks.slice(0, Math.max(0, at)) ?? [];
  if (word === undefined || !before.every((one) => hasAny(one, BEFORE))) return undefined;
  const behind = line.typed.slice(line.folded.indexOf(word.folded) + word.folded.length);
  const said = clause?.chunks.slice(at + 1) ?? [];
  const number = has(said[0], 'subject') ? said[0] : undefined;
  const text = withoutLeadingSigns(
    number === undefined ? behind : withoutLeadingSigns(behind).slice(number.typed.length),
  );
  if (text === '') return undefined;
  const [named] = [...before, ...(number === undefined ? [] : [number])].flatMap(subjectsIn);
  const isApart = number !== undefined || LEADING_SIGNS.test(behind);
  return { text, how: isApart ? 'behind' : 'glued', named };
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
