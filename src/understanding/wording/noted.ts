import type { AnyCommand } from '../../core/command.ts';
import { mayActAs } from '../../core/roles.ts';
import type { Asked, Said, Subject, Wording } from '../../core/wording.ts';
import type { Chunk, Clause } from './clauses.ts';
import type { Worded } from './index.ts';
import { noteOf, timeOf } from './note.ts';
import type { WordingSituation } from './situation.ts';
import { type Strength, wordOf } from './strength.ts';

/*
 * What is said about a thing with the words of whoever says it kept: taken on, finished, good, not
 * good. Such words need not be read to the last one where it is clear what they are about; what
 * would turn them around is asked about.
 */

/** A command that a message may mean of one of these subjects. */
interface Meaning {
  readonly command: AnyCommand;
  readonly wording: Wording;
  readonly strength: Strength;
  readonly subjects: readonly Subject[];
  /** All of the message was read. */
  readonly isWhole: boolean;
  /** Words stand in it that deny or except something. */
  readonly isTurned: boolean;
}

/** How clear it is what a message is about. */
type Clarity = 'explicit' | 'told' | 'topic' | 'fresh' | 'none';

const RANK: Readonly<Record<Strength, number>> = {
  sure: 3,
  strong: 2,
  weak: 1,
  faint: 0,
  none: -1,
};

/** Reads a message for all commands that keep a note; undefined where none of them is meant. */
export function readNoted(
  clauses: readonly Clause[],
  commands: readonly AnyCommand[],
  situation: WordingSituation,
): Worded | undefined {
  // A list has numbers of its own.
  if (clauses.some(({ folded, stop }) => folded.includes('接龙') || stop === '\n'))
    return undefined;
  const message = new Message(clauses, situation);
  const meanings = commands
    .flatMap((command) => message.meaning(command) ?? [])
    .sort((a, b) => RANK[b.strength] - RANK[a.strength]);
  const [best] = meanings;
  if (best === undefined) return message.isQuestion ? undefined : unread(message, commands);
  if (message.isQuestion && best.wording.asks === undefined) {
    const state = meanings.find(({ wording }) => wording.asks === 'only');
    return state && settle(state, message, false);
  }
  const rival = meanings.find(
    (one) => one !== best && one.wording.asks !== 'only' && RANK[one.strength] > 0,
  );
  if (best.wording.asks === 'only' || rival === undefined)
    return settle(best, message, best.isTurned);
  // Two of them cannot both be meant; the one that has a question for it asks.
  const careful = [best, rival].find(({ wording }) => wording.doubt !== undefined);
  return settle(careful ?? best, message, careful !== undefined || best.isTurned);
}

/** Carries out, asks, or lets it be talk. */
function settle(best: Meaning, message: Message, isDoubtful: boolean): Worded | undefined {
  const { command, wording, subjects } = best;
  const [only, ...others] = subjects;
  const read = howSurely(best, message);
  if (only === undefined || read === 'talk') return undefined;
  if (best.isTurned && wording.denied === 'talk') return undefined;
  if (others.length > 0 && !message.names(subjects)) return message.which(best);
  if ((isDoubtful || read === 'nearly') && wording.doubt !== undefined)
    return asked(command, wording.doubt(only, message.said(only, command)));
  return {
    kind: 'acts',
    acts: subjects.map((subject) => ({
      command,
      args: wording.args(message.said(subject, command)),
    })),
  };
}

/** Whether a meaning is sure enough where the message stands, nearly so, or talk. */
function howSurely(best: Meaning, message: Message): 'surely' | 'nearly' | 'talk' {
  const { command, wording, strength, subjects, isWhole } = best;
  const clarity = message.clarityOf(subjects);
  if (!message.isMeantBy(command, clarity)) return 'talk';
  if (clarity === 'explicit') return 'surely';
  if (clarity !== 'told' && isForOthers(best)) return 'talk';
  if (strength === 'weak' && clarity === 'none') return 'talk';
  if (isWhole) return 'surely';
  if (strength !== 'sure' && strength !== 'strong') return 'talk';
  if (clarity === 'told' || clarity === 'topic') return 'surely';
  return clarity === 'fresh' && wording.doubt !== undefined ? 'nearly' : 'talk';
}

/** Words for who answers, and questions of others than those whose thing it is. */
function isForOthers({ wording, strength, subjects, isWhole }: Meaning): boolean {
  if (strength === 'faint') return true;
  return wording.asks === 'only' && !(isWhole && subjects.every(({ isOwn }) => isOwn));
}

/** An answer to its card in which none of its words stands: whoever has it in hand is asked. */
function unread(message: Message, commands: readonly AnyCommand[]): Worded | undefined {
  if (message.isAllFiller) return undefined;
  for (const command of commands) {
    const { wording } = command;
    const subject = message.answered(command);
    if (wording?.doubt !== undefined && subject !== undefined)
      return asked(command, wording.doubt(subject, message.said(subject, command)));
  }
  return undefined;
}

function asked(command: AnyCommand, { text, choices }: Asked): Worded {
  return { kind: 'asks', command, text, choices };
}

function isOneOf<T>(one: T, ...those: readonly T[]): boolean {
  return those.includes(one);
}

/** One message, as far as it is about things with a number. */
class Message {
  readonly isQuestion: boolean;
  /** Nothing but greetings and thanks. */
  readonly isAllFiller: boolean;
  private readonly clauses: readonly Clause[];
  private readonly chunks: readonly Chunk[];
  private readonly situation: WordingSituation;
  private readonly numbered: readonly Subject[];
  private readonly topical: readonly Subject[];
  private readonly isMine: boolean;

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
    this.isMine = this.chunks.some((chunk) => has(chunk, 'me'));
  }

  /** What a command would do here; undefined where its words do not stand in the message. */
  meaning(command: AnyCommand): Meaning | undefined {
    const { wording } = command;
    const words = this.chunks.flatMap((chunk) => wordOf(chunk, command) ?? []);
    if (wording === undefined || words.length === 0) return undefined;
    const subjects = this.subjectsOf(command);
    if (subjects.length === 0) return undefined;
    const strength = words.reduce((one, other) => (RANK[one] >= RANK[other] ? one : other));
    const belongs = (chunk: Chunk) =>
      wordOf(chunk, command) !== undefined ||
      chunk.senses.some(
        ({ role, value }) => READ.has(role) || (role === 'beside' && value === command),
      );
    const isWhole = this.chunks.every(belongs);
    const isTurned = this.chunks.some((chunk) => turns(chunk) && !belongsTo(chunk, command));
    return { command, wording, strength, subjects, isWhole, isTurned };
  }

  /** The subjects that take it from this speaker, as far as the message tells which are meant. */
  private subjectsOf(command: AnyCommand): readonly Subject[] {
    const { subjects, references, fresh } = this.situation;
    const letter = command.wording?.letter ?? '';
    const open = subjects.filter(
      (one) => one.letter === letter && one.invites.includes(command.name),
    );
    if (this.numbered.length > 0) return open.filter((one) => this.numbered.includes(one));
    const answered = references.get(letter);
    if (answered !== undefined) return open.filter(({ number }) => number === answered);
    if (references.size > 0) return [];
    const topical = open.filter((one) => this.topical.includes(one));
    if (topical.length > 0) return topical;
    const own = this.isMine ? open.filter(({ isOwn }) => isOwn) : [];
    if (own.length > 0) return own;
    const latest = open.filter(({ number }) => number === fresh.get(letter));
    return latest.length > 0 ? latest : open;
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
    return mayActAs(this.situation.speaker.role, minRole) || isOneOf(clarity, 'explicit', 'told');
  }

  /** Whether several are meant at once: 1和2. */
  names(subjects: readonly Subject[]): boolean {
    return subjects.every((one) => this.numbered.includes(one));
  }

  /** What the message answers, where it takes this command from the speaker. */
  answered({ name, wording }: AnyCommand): Subject | undefined {
    const { subjects, references } = this.situation;
    return subjects.find(
      (one) =>
        one.letter === wording?.letter &&
        one.number === references.get(one.letter) &&
        one.invites.includes(name),
    );
  }

  which({ command, wording, subjects }: Meaning): Worded {
    return {
      kind: 'which',
      command,
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
  const said = chunks.filter((chunk) => !has(chunk, 'filler') || has(chunk, 'verb'));
  const named: Subject[] = [];
  for (const [at, chunk] of said.entries()) {
    const those = chunk.senses.flatMap(({ role, value }) =>
      role === 'subject' && (value as Subject).letter === '#' ? [value as Subject] : [],
    );
    const isBare = !/[#号①-⑩]/u.test(chunk.folded);
    const before = said[at - 1];
    const behind = said[at + 1];
    const isAtWord = [before, behind].some((one) => one !== undefined && has(one, 'verb'));
    const goesOn = named.length > 0 && before !== undefined && has(before, 'and');
    if (!isBare || at === 0 || isAtWord || goesOn) named.push(...those);
  }
  return named;
}

const MOST_CHOICES = 5;

const NOTHING_SAID = {
  people: [],
  kin: 0,
  proxy: false,
  count: undefined,
  unit: undefined,
  options: [],
  word: undefined,
} as const;

/** What may stand beside the words of any of these commands. */
const READ = new Set([
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

function has({ senses }: Chunk, role: string): boolean {
  return senses.some((one) => one.role === role);
}

/** 没, 但是: words that turn around what is said, where they belong to no word of a command. */
function turns(chunk: Chunk): boolean {
  return (has(chunk, 'not') || has(chunk, 'but')) && !has(chunk, 'verb');
}

function belongsTo({ senses }: Chunk, command: AnyCommand): boolean {
  return senses.some(({ role, value }) => role === 'beside' && value === command);
}
