import type { AnyCommand } from '../../core/command.ts';
import type { IgnoreReason } from '../../core/ignored.ts';
import { fold, type Line } from '../../core/line.ts';
import type { Text } from '../../core/text.ts';
import type { Asked, Said, Subject, Wording } from '../../core/wording.ts';
import { type Candidate, candidatesIn } from './candidates.ts';
import { clausesOf } from './clauses.ts';
import { generalLexicon, Lexicon } from './lexicon.ts';
import type { WordingSituation } from './situation.ts';
import { age, count, days, denied, hours, minus, more, number, numbers, plus } from './spotters.ts';
import { type Strength, type Verb, wordingsOf } from './strength.ts';

/** What people's own words come to. */
export type Worded =
  /** Carried out, one after the other. */
  | { readonly kind: 'acts'; readonly acts: readonly Act[] }
  /** Several subjects could be meant: each with the words that mean it. */
  | {
      readonly kind: 'which';
      readonly command: AnyCommand;
      readonly text: Text | undefined;
      readonly subjects: readonly Subject[];
      readonly typed: (subject: Subject) => string;
    }
  /** Something is missing, and any words answer. */
  | ({ readonly kind: 'open'; readonly command: AnyCommand } & Asked)
  /** It is for the bot and not read whole: how to say it. */
  | { readonly kind: 'hint'; readonly command: AnyCommand; readonly typed: string }
  | { readonly kind: 'talk'; readonly reason: IgnoreReason };

export interface Act {
  readonly command: AnyCommand;
  readonly args: Readonly<Record<string, unknown>>;
}

const FIXED = [plus, minus, more, denied, age, count, number, hours];

/** The words of all commands, ready to be found in a sentence. */
export class Wordings {
  readonly commands: readonly AnyCommand[];
  private readonly general = generalLexicon();

  constructor(commands: readonly AnyCommand[]) {
    this.commands = commands.filter(({ wording }) => wording !== undefined);
    for (const command of this.commands)
      for (const wording of wordingsOf(command)) this.learn(command, wording);
  }

  private learn(command: AnyCommand, wording: Wording): void {
    const { sure = [], strong = [], weak = [], beside = [] } = wording;
    for (const [strength, words] of Object.entries({ sure, strong, weak }))
      for (const word of words)
        this.general.add(word, {
          role: 'verb',
          value: { command, wording, strength: strength as Strength } satisfies Verb,
        });
    for (const word of beside) this.general.add(word, { role: 'beside', value: wording });
  }

  /** Reads a message in people's own words. Pure. */
  read(line: Line, situation: WordingSituation): Worded {
    if (situation.answersPerson) return { kind: 'talk', reason: 'answers-person' };
    const spotters = [...FIXED, days(situation), numbers(situation)];
    const clauses = clausesOf(line, [this.general, lexiconOf(situation)], spotters);
    const candidates = candidatesIn(clauses, this.commands, situation);
    return judge(candidates, situation);
  }
}

const OWN_UNIT =
  '(我|我们|咱|咱们|俺们|本)(单位|公司|集团|社区|学校|银行|医院|店|所|超市|物业|药房|这边单位)';

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
    for (const name of called) lexicon.addWord(fold(name), { role: 'unit', value: id });
  if (speaker.unit !== undefined) lexicon.add(OWN_UNIT, { role: 'unit', value: speaker.unit });
  // 石头爸 calls himself 石头爸爸, too.
  const own = fold(speaker.name);
  for (const name of [own, `${own}${own.slice(-1)}`]) lexicon.addWord(name, { role: 'me' });
  return lexicon;
}

/** The one meaning of the candidates, as sure as the place asks for. */
function judge(candidates: readonly Candidate[], situation: WordingSituation): Worded {
  const sorted = [...candidates].sort((a, b) => rank(b) - rank(a));
  const best = sorted.find((one) => isPossible(one, situation));
  if (best === undefined)
    return { kind: 'talk', reason: sorted.length > 0 ? 'nothing-open' : 'talk' };
  const fitting = subjectsFor(best, situation);
  const doubt = doubtOf(best, situation);
  if (doubt === 'weak' || doubt === 'remarks') return { kind: 'talk', reason: doubt };
  if (doubt !== undefined) return aside(best, fitting, situation, doubt);
  if (best.wording.letter === undefined) return carriedOut(best, [undefined]);
  const named = fitting.filter((one) => best.named.includes(one));
  const meant = named.length > 0 ? named : fitting;
  const isAll = named.length > 1 || (best.every && !speaksOfSeveral(best));
  if (meant.length === 1 || isAll) return carriedOut(best, meant);
  return {
    kind: 'which',
    command: best.command,
    text: best.wording.which,
    subjects: meant,
    typed: (subject) => best.wording.typed(subject, saidOf(best, subject)),
  };
}

function isPossible(one: Candidate, situation: WordingSituation): boolean {
  return one.wording.letter === undefined || subjectsFor(one, situation).length > 0;
}

/** Why a candidate is not carried out. */
function doubtOf(best: Candidate, situation: WordingSituation): IgnoreReason | undefined {
  const isClear = isClearFor(best, situation);
  if (best.asks || best.isDoubtful) return 'question';
  if (!best.isWhole) return 'not-whole';
  if (best.otherDay && best.named.length === 0 && best.strength !== 'sure' && !situation.addressed)
    return 'weak';
  if (!isOneOf(best.strength, 'strong', 'sure') && !isClear) return 'weak';
  const isAside = best.remarks.length > 0 && best.strength !== 'sure' && !isClear;
  return isAside ? 'remarks' : undefined;
}

/** 我和老公都报名: 都 is of people. */
function speaksOfSeveral({ said }: Candidate): boolean {
  return said.kin > 0 || said.people.length > 0 || said.count !== undefined;
}

function carriedOut(best: Candidate, subjects: readonly (Subject | undefined)[]): Worded {
  const { command, wording } = best;
  const [first] = subjects;
  const asked = wording.asks?.(first, saidOf(best, first));
  if (asked !== undefined) return { kind: 'open', command, ...asked };
  return {
    kind: 'acts',
    acts: subjects.map((subject) => ({ command, args: wording.args(saidOf(best, subject)) })),
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
    (one) => one.letter === wording.letter && one.invites.includes(wording.invite ?? command.name),
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
  const isMeant =
    situation.addressed ||
    (isOneOf(best.strength, 'strong', 'sure') && best.named.some((one) => fitting.includes(one)));
  if (!isMeant) return { kind: 'talk', reason };
  const subject = fitting.find((one) => best.named.includes(one)) ?? fitting[0];
  return {
    kind: 'hint',
    command: best.command,
    typed: best.wording.typed(subject, saidOf(best, subject)),
  };
}
