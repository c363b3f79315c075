import type { AnyCommand } from '../../core/command.ts';
import type { Slot, Subject, Wording } from '../../core/wording.ts';
import type { Candidate } from './candidates.ts';
import type { Chunk, Clause } from './clauses.ts';
import type { Sense } from './lexicon.ts';
import type { WordingSituation } from './situation.ts';
import { hasWord, isWordOf, type Strength, stronger, wordOf } from './strength.ts';

/** What a command's clause may hold beside its words and slots. */
const ALWAYS = new Set(['filler', 'time', 'reason', 'subject']);

/** Reads the clauses of one message for one command. */
export class Collector {
  private readonly command: AnyCommand;
  private readonly wording: Wording;
  private readonly situation: WordingSituation;
  private readonly slots: ReadonlySet<Slot>;
  private readonly people: string[] = [];
  private readonly named: Subject[] = [];
  private readonly options: number[] = [];
  private readonly times: string[] = [];
  private readonly unread: string[] = [];
  private readonly remarks: string[] = [];
  private kin = 0;
  private proxy = false;
  private me = false;
  private count: number | undefined;
  private unit: string | undefined;
  private word: string | undefined;
  private text = '';
  private strength: Strength = 'none';
  private asks = false;
  private isDoubtful = false;
  /** A colon stands before this clause: names may follow. */
  private opensList = false;

  constructor(command: AnyCommand, wording: Wording, situation: WordingSituation) {
    this.command = command;
    this.wording = wording;
    this.situation = situation;
    this.slots = new Set(wording.slots ?? []);
  }

  read(clauses: readonly Clause[]): Candidate {
    let isBehind = false;
    for (const clause of clauses) {
      if (isBehind && this.wording.text === 'behind') {
        this.text = [this.text, clause.typed].filter(Boolean).join('，');
        continue;
      }
      const isCore = hasWord(clause, this.command);
      if (isCore || this.fits(clause)) this.take(clause, isCore);
      else this.remark(clause);
      isBehind ||= isCore;
      this.opensList = isCore && /[:：(（]/.test(clause.stop);
    }
    return this.candidate();
  }

  private candidate(): Candidate {
    const { command, wording, named, strength, unread, asks, isDoubtful, remarks } = this;
    const { people, kin, proxy, me, count, unit, options, word, text } = this;
    const time = this.times.join(' ');
    const said = { people, kin, proxy, me, count, unit, options, word, time, text };
    const isWhole = unread.length === 0;
    return { command, wording, said, named, strength, isWhole, unread, asks, isDoubtful, remarks };
  }

  /** A clause without its words belongs to it where all of it can. */
  private fits({ chunks, stop }: Clause): boolean {
    return (
      stop !== '?' && stop !== '？' && chunks.every((chunk, at) => this.canTake(chunk, chunks, at))
    );
  }

  private canTake(chunk: Chunk, chunks: readonly Chunk[], at: number): boolean {
    return chunk.senses.some((sense) => this.accepts(sense)) || this.isName(chunk, chunks, at);
  }

  private accepts({ role, value }: Sense): boolean {
    switch (role) {
      case 'me':
        return true;
      case 'kin':
      case 'name':
      case 'for':
        return this.slots.has('people');
      case 'and':
        return this.slots.has('people') || this.slots.has('option') || this.slots.has('unit');
      case 'past':
        return true;
      case 'count':
      case 'plus':
        return this.slots.has('count');
      case 'unit':
      case 'option':
      case 'word':
      case 'topic':
        return this.slots.has(role);
      case 'verb':
        return (value as { command: AnyCommand }).command === this.command;
      case 'beside':
        return value === this.command;
      default:
        return ALWAYS.has(role);
    }
  }

  private take({ chunks, stop }: Clause, isCore: boolean): void {
    if (stop === '?' || stop === '？') this.asks = true;
    let behindWord = false;
    for (const [at, chunk] of chunks.entries()) {
      const word = wordOf(chunk, this.command);
      if (word !== undefined) {
        this.strength = stronger(this.strength, word);
        const plus = chunk.senses.find(({ role }) => role === 'plus');
        if (plus !== undefined) this.count = (plus.value as number) + (this.count ?? 0);
        behindWord = true;
        continue;
      }
      if (behindWord && this.wording.text === 'behind') {
        this.text += chunk.typed;
        continue;
      }
      this.takeChunk(chunk, chunks, at, isCore);
    }
  }

  private takeChunk(chunk: Chunk, chunks: readonly Chunk[], at: number, isCore: boolean): void {
    const sense = chunk.senses.find((one) => this.accepts(one) && one.role !== 'filler');
    if (sense !== undefined) {
      this.note(sense, chunk, chunks[at - 1]);
      return;
    }
    if (chunk.senses.some((one) => this.accepts(one))) return;
    if (this.isName(chunk, chunks, at)) {
      this.people.push(chunk.typed);
      return;
    }
    if (chunk.senses.some(({ role }) => role === 'question')) this.asks = true;
    else if (chunk.senses.some(({ role }) => role === 'not' || role === 'verb'))
      this.isDoubtful = true;
    if (isCore) this.unread.push(chunk.typed);
  }

  private note({ role, value }: Sense, chunk: Chunk, before: Chunk | undefined): void {
    if (role === 'subject') this.named.push(...this.subjectsOf(chunk));
    else if (role === 'me') this.me = true;
    else if (role === 'kin') this.kin += 1;
    else if (role === 'for') this.proxy = true;
    else if (role === 'name') this.people.push(chunk.typed);
    else if (role === 'count') this.count = value as number;
    else if (role === 'unit') this.unit = value as string;
    else if (role === 'option') this.options.push(...(value as readonly number[]));
    else if (role === 'word') this.word = value as string;
    else if (role === 'past' && this.wording.past === 'talk' && isWordOf(before, this.command))
      this.isDoubtful = true;
    if (role === 'time' || chunk.senses.some((one) => one.role === 'time')) this.noteTime(chunk);
  }

  private noteTime(chunk: Chunk): void {
    this.times.push(chunk.typed);
    this.named.push(...this.subjectsOf(chunk).filter((one) => !this.named.includes(one)));
  }

  private subjectsOf({ senses }: Chunk): readonly Subject[] {
    return senses.flatMap(({ role, value }) => (role === 'subject' ? [value as Subject] : []));
  }

  private remark({ typed, chunks }: Clause): void {
    this.remarks.push(typed);
    for (const chunk of chunks) this.named.push(...this.subjectsOf(chunk));
  }

  /** An unread piece where only a name can stand. */
  private isName(chunk: Chunk, chunks: readonly Chunk[], at: number): boolean {
    if (!this.slots.has('people') || chunk.senses.length > 0 || !isNameShaped(chunk.typed))
      return false;
    const before = chunks[at - 1];
    const behind = chunks[at + 1];
    const isAfter = (role: string) => before?.senses.some((sense) => sense.role === role) === true;
    const afterWord = before !== undefined && wordOf(before, this.command) !== undefined;
    const joins = (one: Chunk | undefined) =>
      one?.senses.some(({ role }) => role === 'and') === true;
    if (this.opensList || isAfter('for') || isAfter('and') || joins(behind)) return true;
    if (afterWord && !chunk.glued) return true;
    return chunk.typed === this.situation.speaker.name;
  }
}

/** Two to eight letters without the little words that only sentences have. */
function isNameShaped(typed: string): boolean {
  return /^[\p{L}·.\- ]{2,12}$/u.test(typed) && !/[的了吗呢不没是有在这那么怎什]/.test(typed);
}
