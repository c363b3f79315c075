import type { AnyCommand } from '../../core/command.ts';
import { mayActAs } from '../../core/roles.ts';
import type { Said, Subject, Wording } from '../../core/wording.ts';
import type { Chunk, Clause } from './clauses.ts';
import type { Worded } from './index.ts';
import type { Role } from './lexicon.ts';
import { NOTHING_SAID, noteOf, timeOf } from './note.ts';
import { has, hasAny, hasFor, subjectsIn } from './senses.ts';
import type { WordingSituation } from './situation.ts';
import { type Strength, stronger, taking, type Verb, type Way, wordOf } from './strength.ts';

/** A command that a message may mean of one of these subjects. */
export interface Meaning extends Way {
  readonly strength: Strength;
  readonly subjects: readonly Subject[];
  /** All of the message was read. */
  readonly isWhole: boolean;
  /** Words stand in it that deny or except something. */
  readonly isTurned: boolean;
}

/** How clear it is what a message is about. */
export type Clarity = 'explicit' | 'told' | 'topic' | 'fresh' | 'none';

/** One message, as far as it is about things with a number. */
export class Message {
  readonly isQuestion: boolean;
  /** Nothing but greetings and thanks. */
  readonly isAllFiller: boolean;
  private readonly clauses: readonly Clause[];
  private readonly chunks: readonly Chunk[];
  private readonly situation: WordingSituation;
  private readonly numbered: readonly Subject[];
  private readonly topical: readonly Subject[];
  /** The speaker speaks of themselves. */
  readonly isMine: boolean;
  /** It is about a thing of others: 隔壁楼的灯. */
  readonly isElsewhere: boolean;
  readonly answersSeveral: boolean;

  constructor(clauses: readonly Clause[], situation: WordingSituation) {
    this.clauses = clauses;
    this.situation = situation;
    this.chunks = clauses.flatMap(({ chunks }) => chunks);
    const isFiller = (chunk: Chunk) => has(chunk, 'filler') || has(chunk, 'past');
    this.isAllFiller = this.chunks.every(isFiller);
    this.isQuestion =
      clauses.some(({ stop }) => stop === '?' || stop === '？') ||
      this.chunks.some((chunk) => has(chunk, 'question') && !has(chunk, 'verb'));
    this.numbered = numberedIn(this.chunks);
    this.topical = this.chunks.flatMap(({ senses }) =>
      senses.flatMap((one) => (one.role === 'topic' ? [one.value as Subject] : [])),
    );
    this.answersSeveral = situation.answersSeveral === true;
    this.isElsewhere = this.chunks.some((chunk) => has(chunk, 'elsewhere'));
    this.isMine = this.chunks.some((chunk) => has(chunk, 'me') || isOfSpeaker(chunk));
  }

  /** What a command would do here; undefined where its words do not stand in the message. */
  meaning(way: Way): Meaning | undefined {
    const { command, wording } = way;
    const words = this.chunks.flatMap((chunk) => wordOf(chunk, wording) ?? []);
    if (words.length === 0 || this.isTalkOf(wording)) return undefined;
    const subjects = this.subjectsOf(way);
    if (subjects.length === 0) return undefined;
    const strength = words.reduce(stronger);
    const isWhole = this.chunks.every((chunk) => isRead(chunk, wording));
    const isTurned = this.chunks.some((chunk) => turns(chunk) && !hasFor(chunk, 'beside', wording));
    return { command, wording, strength, subjects, isWhole, isTurned };
  }

  /** The subjects that take it from this speaker, as far as the message tells which are meant. */
  private subjectsOf(way: Way): readonly Subject[] {
    const { subjects, references } = this.situation;
    const open = taking(way, subjects);
    if (this.numbered.length > 0) return open.filter((one) => this.numbered.includes(one));
    const answered = references.get(way.wording.letter ?? '');
    if (answered !== undefined) return open.filter(({ number }) => number === answered);
    if (references.size > 0) return [];
    const topical = open.filter((one) => this.topical.includes(one));
    if (topical.length > 0) return topical;
    const own = this.isMine ? open.filter(({ isOwn }) => isOwn) : [];
    if (own.length > 0) return own;
    return open;
  }

  /** 1也是最小的自然数: a bare number and a word for answers, and more that was not read. */
  isBare({ subjects, wording, strength }: Meaning): boolean {
    if (strength !== 'faint') return false;
    if (this.situation.references.size > 0 || this.situation.addressed) return false;
    const isNumber = (chunk: Chunk) => subjectsIn(chunk).some((one) => subjects.includes(one));
    const clause = this.clauses.find(({ chunks }) => chunks.some(isNumber));
    const number = clause?.chunks.find(isNumber);
    if (clause === undefined || number === undefined || /[#号①-⑩]/u.test(number.folded))
      return false;
    return !clause.chunks.every((chunk) => isRead(chunk, wording));
  }

  clarityOf(subjects: readonly Subject[]): Clarity {
    const { references, addressed, fresh } = this.situation;
    const letter = subjects[0]?.letter ?? '';
    if (this.numbered.length > 0 || references.has(letter)) return 'explicit';
    if (addressed) return 'told';
    if (subjects.some((one) => this.topical.includes(one))) return 'topic';
    return fresh.has(letter) ? 'fresh' : 'none';
  }

  /** Whoever may not use it is answered where there is no doubt that they mean it. */
  isMeantBy({ minRole }: AnyCommand, clarity: Clarity): boolean {
    return (
      mayActAs(this.situation.speaker.role, minRole) || clarity === 'explicit' || clarity === 'told'
    );
  }

  /** Whether several are meant at once: 1和2, 两个都. */
  names(subjects: readonly Subject[]): boolean {
    if (subjects.every((one) => this.numbered.includes(one))) return true;
    return this.chunks.some((chunk) => has(chunk, 'every') && counts(chunk, subjects.length));
  }

  /** What the message answers, where it takes this command from the speaker. */
  answered(way: Way): Subject | undefined {
    const { subjects, references } = this.situation;
    return taking(way, subjects).find((one) => one.number === references.get(one.letter));
  }

  /** A word of a command that is about something else stands in it: 报名. */
  isOfOthers(ways: readonly Way[]): boolean {
    const isOther = ({ role, value }: Chunk['senses'][number]) =>
      role === 'verb' && !ways.some(({ command }) => command === (value as Verb).command);
    return this.chunks.some(
      ({ senses }) =>
        senses.some(isOther) && senses.every((one) => one.role !== 'verb' || isOther(one)),
    );
  }

  /** It talks about what its word says: 完成得不错. */
  isTalkOf(wording: Wording): boolean {
    return this.chunks.some(
      (chunk, at) =>
        hasFor(chunk, 'talk', wording) &&
        [chunk.folded.length > 1 ? this.chunks[at + 1] : undefined, this.chunks[at - 1]].some(
          (word) => word !== undefined && wordOf(word, wording) !== undefined,
        ),
    );
  }

  which({ command, wording, subjects }: Meaning): Worded {
    return {
      kind: 'which',
      command,
      text: wording.which,
      subjects: subjects.slice(-MOST_CHOICES),
      typed: (subject) => wording.typed(subject, this.said(subject, command)),
    };
  }

  said(subject: Subject, command: AnyCommand): Said {
    return {
      ...NOTHING_SAID,
      subject,
      me: this.isMine,
      time: timeOf(this.clauses, command),
      text: noteOf(this.clauses, command),
    };
  }
}

/** 1 in 1修好了, 认领1 and 1和2: a numeral alone opens the message, or stands at a word. */
function numberedIn(chunks: readonly Chunk[]): readonly Subject[] {
  const said = chunks.filter(
    (chunk) => (!has(chunk, 'filler') && !isOnlyTime(chunk)) || has(chunk, 'verb'),
  );
  const named: Subject[] = [];
  for (const [at, chunk] of said.entries()) {
    const those = subjectsIn(chunk).filter(({ letter }) => letter === '#');
    const isBare = !/[#号①-⑩]/u.test(chunk.folded);
    const before = said[at - 1];
    const behind = said[at + 1];
    const isAtWord = [before, behind].some((one) => one !== undefined && has(one, 'verb'));
    const goesOn =
      named.length > 0 && before !== undefined && (has(before, 'and') || has(before, 'subject'));
    if (!isBare || at === 0 || isAtWord || goesOn) named.push(...those);
  }
  return named;
}

/** 认领 周六上午 2: a time may stand between. */
function isOnlyTime(chunk: Chunk): boolean {
  return has(chunk, 'time') && !has(chunk, 'subject');
}

const MOST_CHOICES = 5;

/** A word of the wording, or what may stand beside any. */
function isRead(chunk: Chunk, wording: Wording): boolean {
  const isWord = wordOf(chunk, wording) !== undefined;
  return isWord || hasAny(chunk, READ) || hasFor(chunk, 'beside', wording);
}

/** 两个都 of two, 都 of any. */
function counts({ folded }: Chunk, all: number): boolean {
  const numeral = /[两三四]/.exec(folded)?.[0];
  return numeral === undefined || '两三四'.indexOf(numeral) + 2 === all;
}

/** What may stand beside the words of any of these commands. */
const READ: ReadonlySet<Role> = new Set([
  'every',
  'filler',
  'me',
  'past',
  'subject',
  'topic',
  'time',
  'and',
  'for',
  'kin',
  'unit',
]);

/** 我来: the word of a command says who. */
function isOfSpeaker(chunk: Chunk): boolean {
  return has(chunk, 'verb') && /[我咱俺]/.test(chunk.folded);
}

/** 没, 但是: words that turn around what is said, where they belong to no word of a command. */
function turns(chunk: Chunk): boolean {
  return (has(chunk, 'not') || has(chunk, 'but')) && !has(chunk, 'verb');
}
