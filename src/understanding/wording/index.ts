import type { AnyCommand } from '../../core/command.ts';
import type { IgnoreReason } from '../../core/ignored.ts';
import type { Line } from '../../core/line.ts';
import type { Said, Subject } from '../../core/wording.ts';
import { type Candidate, candidatesIn } from './candidates.ts';
import { clausesOf } from './clauses.ts';
import { generalLexicon, Lexicon } from './lexicon.ts';
import type { WordingSituation } from './situation.ts';
import { count, days, hours, numbers, plus } from './spotters.ts';
import type { Strength } from './strength.ts';

/** What people's own words come to. */
export type Worded =
  /** Carried out, one after the other. */
  | { readonly kind: 'acts'; readonly acts: readonly Act[] }
  /** Several subjects could be meant: each with the words that mean it. */
  | {
      readonly kind: 'which';
      readonly command: AnyCommand;
      readonly subjects: readonly Subject[];
      readonly typed: (subject: Subject) => string;
    }
  /** It is for the bot and not read whole: how to say it. */
  | { readonly kind: 'hint'; readonly command: AnyCommand; readonly typed: string }
  | { readonly kind: 'talk'; readonly reason: IgnoreReason };

export interface Act {
  readonly command: AnyCommand;
  readonly args: Readonly<Record<string, unknown>>;
}

/** The words of all commands, ready to be found in a sentence. */
export class Wordings {
  readonly commands: readonly AnyCommand[];
  private readonly general = generalLexicon();

  constructor(commands: readonly AnyCommand[]) {
    this.commands = commands.filter(({ wording }) => wording !== undefined);
    for (const command of this.commands) {
      const { sure = [], strong = [], weak = [], beside = [] } = command.wording ?? {};
      for (const [strength, words] of Object.entries({ sure, strong, weak }))
        for (const word of words)
          this.general.add(word, { role: 'verb', value: { command, strength } });
      for (const word of beside) this.general.add(word, { role: 'beside', value: command });
    }
  }

  /** Reads a message in people's own words. Pure. */
  read(line: Line, situation: WordingSituation): Worded {
    if (situation.answersPerson) return { kind: 'talk', reason: 'answers-person' };
    const spotters = [plus, count, days(situation), hours, numbers(situation)];
    const clauses = clausesOf(line, [this.general, lexiconOf(situation)], spotters);
    const candidates = candidatesIn(clauses, this.commands, situation);
    return judge(candidates, situation);
  }
}

/** The words of what is open now. */
function lexiconOf({ subjects, units, speaker }: WordingSituation): Lexicon {
  const lexicon = new Lexicon();
  for (const subject of subjects) {
    for (const called of subject.called)
      lexicon.addWord(called, { role: 'subject', value: subject });
    for (const [at, option] of (subject.options ?? []).entries()) {
      const sense = { role: 'option', value: [at] } as const;
      lexicon.addWord(option, sense);
      lexicon.addWord(String.fromCharCode(97 + at), sense);
    }
    if (subject.word !== undefined)
      lexicon.addWord(subject.word, { role: 'word', value: subject.word });
  }
  for (const { id, called } of units)
    for (const name of called) lexicon.addWord(name, { role: 'unit', value: id });
  lexicon.addWord(speaker.name, { role: 'me' });
  return lexicon;
}

/** The one meaning of the candidates, as sure as the place asks for. */
function judge(candidates: readonly Candidate[], situation: WordingSituation): Worded {
  const [best] = [...candidates].sort((a, b) => rank(b) - rank(a));
  if (best === undefined) return { kind: 'talk', reason: 'talk' };
  const fitting = subjectsFor(best, situation);
  if (best.wording.letter !== undefined && fitting.length === 0)
    return { kind: 'talk', reason: 'nothing-open' };
  const isClear = isClearFor(best, situation);
  if (best.asks || best.isDoubtful) return aside(best, fitting, situation, 'question');
  if (!best.isWhole) return aside(best, fitting, situation, 'not-whole');
  if (!isOneOf(best.strength, 'strong', 'sure') && !isClear)
    return { kind: 'talk', reason: 'weak' };
  if (best.remarks.length > 0 && best.strength !== 'sure' && !isClear)
    return { kind: 'talk', reason: 'remarks' };
  const named = fitting.filter((one) => best.named.includes(one));
  const meant = named.length > 0 ? named : fitting;
  if (best.wording.letter !== undefined && meant.length > 1 && named.length < 2)
    return {
      kind: 'which',
      command: best.command,
      subjects: meant,
      typed: (subject) => best.wording.typed(subject, saidOf(best, subject)),
    };
  const subjects = best.wording.letter === undefined ? [undefined] : meant;
  return {
    kind: 'acts',
    acts: subjects.map((subject) => ({
      command: best.command,
      args: best.wording.args(saidOf(best, subject)),
    })),
  };
}

function isOneOf(strength: Strength, ...those: readonly Strength[]): boolean {
  return those.includes(strength);
}

function rank({ isWhole, strength, remarks, isDoubtful }: Candidate): number {
  return (
    (isWhole ? 8 : 0) +
    { sure: 4, strong: 3, weak: 1, none: 0 }[strength] -
    remarks.length -
    (isDoubtful ? 2 : 0)
  );
}

function saidOf(best: Candidate, subject: Subject | undefined): Said {
  return { ...best.said, subject };
}

/** The subjects that take it now: those that are answered, else all. */
function subjectsFor(
  { wording, command }: Candidate,
  { subjects, references }: WordingSituation,
): readonly Subject[] {
  const open = subjects.filter(
    (one) => one.letter === wording.letter && one.invites.includes(command.name),
  );
  const answered = references.get(wording.letter ?? '');
  const those = open.filter(({ number }) => number === answered);
  return those.length > 0 ? those : open;
}

/** Whether there is no doubt what it is about. */
function isClearFor(best: Candidate, { addressed, references, fresh }: WordingSituation): boolean {
  const letter = best.wording.letter ?? '';
  return addressed || references.has(letter) || fresh.has(letter) || best.named.length > 0;
}

/** Not carried out: said to the bot it is told how, elsewhere only where it is clearly about a subject. */
function aside(
  best: Candidate,
  fitting: readonly Subject[],
  situation: WordingSituation,
  reason: IgnoreReason,
): Worded {
  const isAbout = best.named.some((one) => fitting.includes(one));
  const isClear = isOneOf(best.strength, 'strong', 'sure');
  // Of a word that may mean anything and one that was not read, nothing follows: 报 is no 报修.
  const isMeant = situation.addressed ? isClear || isAbout : isClear && isAbout;
  if (!isMeant) return { kind: 'talk', reason };
  const subject = fitting.find((one) => best.named.includes(one)) ?? fitting[0];
  return {
    kind: 'hint',
    command: best.command,
    typed: best.wording.typed(subject, saidOf(best, subject)),
  };
}
