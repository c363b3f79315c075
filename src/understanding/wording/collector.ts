import type { Slot, Subject, Wording } from '../../core/wording.ts';
import type { Candidate } from './candidates.ts';
import type { Chosen } from './choices.ts';
import type { Chunk, Clause } from './clauses.ts';
import { Heads } from './heads.ts';
import type { Role, Sense } from './lexicon.ts';
import { Namer, withoutWhere } from './namer.ts';
import type { Pick } from './options.ts';
import { Room } from './room.ts';
import { has, hasFor, subjectsIn } from './senses.ts';
import { asks, isForMeToo, offersChoice, takesNumber } from './shapes.ts';
import type { WordingSituation } from './situation.ts';
import { type Strength, strengthOf, stronger, wordOf } from './strength.ts';

const FLAGGED = ['they', 'for', 'every', 'urge'] as const;
const FLAGS: ReadonlySet<Role> = new Set(FLAGGED);
type Flags = [boolean, boolean, boolean, boolean];

/** Reads the clauses of one message for one way to say a command. */
export class Collector {
  private readonly wording: Wording;
  private readonly room: Room;
  private readonly slots: ReadonlySet<Slot>;
  private readonly namer: Namer;
  private readonly heads = new Heads();
  private readonly people: string[] = [];
  private readonly named: Subject[] = [];
  private readonly namedBeside: Subject[] = [];
  private chosen: Chosen[] = [];
  private readonly times: string[] = [];
  private readonly unread: string[] = [];
  private readonly remarks: string[] = [];
  /** Roles whose mere presence tells something. */
  private readonly flags = new Set<Role>();
  private me = false;
  private brings = false;
  private otherDay = false;
  private everyCount: number | undefined;
  private unit: string | undefined;
  /** Their own unit, by the name of the place where it is. */
  private unitThere: string | undefined;
  private word: string | undefined;
  private text = '';
  private strength: Strength = 'none';
  private asks = false;
  private isDoubtful = false;
  private isToOthers = false;
  private isOver = false;
  private isExclaimed = false;
  private isLast = false;

  constructor(wording: Wording, situation: WordingSituation) {
    this.wording = wording;
    this.room = new Room(wording, situation);
    this.slots = new Set(wording.slots ?? []);
    this.namer = new Namer(wording, situation);
  }

  read(clauses: readonly Clause[]): Omit<Candidate, 'command'> {
    let isBehind = false;
    const surest = clauses
      .map((clause) => strengthOf(clause, this.wording))
      .reduce(stronger, 'none');
    for (const [at, clause] of clauses.entries()) {
      this.isLast = at === clauses.length - 1;
      if (isBehind && this.wording.text === 'behind') {
        this.text = [this.text, clause.typed].filter(Boolean).join('，');
        continue;
      }
      const strength = strengthOf(clause, this.wording);
      this.room.isInCore = strength !== 'none' && this.room.hasNeeded(clause, strength);
      const fits = this.fits(clause);
      // 带苹果过去 says nothing beside 报名4人.
      const isCore = this.room.isInCore && (fits || strength === surest);
      if (isCore || fits) this.take(clause, isCore);
      else this.remark(clause);
      isBehind ||= isCore;
      this.namer.opensList = isCore && /[:：(（]/.test(clause.stop);
    }
    return this.candidate();
  }

  private candidate(): Omit<Candidate, 'command'> {
    const { wording, flags, otherDay, strength, unread, asks, isDoubtful, remarks } = this;
    const { people, me, brings, chosen, word, text } = this;
    const [they, proxy, every, urges] = FLAGGED.map((role) => flags.has(role)) as Flags;
    const named = this.named.length > 0 ? this.named : this.namedBeside;
    const time = this.times.join(' ');
    const said = this.heads.said();
    const isOfPeople = said.kin > 0 || people.length > 0;
    const heads = isOfPeople ? { ...said, count: said.count ?? this.everyCount } : said;
    const unit = this.unit ?? (heads.count === undefined ? undefined : this.unitThere);
    const told = { people, proxy, me, brings, they, ...heads, unit, word, time, text };
    const isWhole = unread.length === 0;
    const { isToOthers, isOver, isExclaimed } = this;
    const doubt = { asks, isDoubtful, isToOthers, isOver, isExclaimed, remarks, otherDay, urges };
    return { wording, said: told, chosen, named, every, strength, isWhole, unread, ...doubt };
  }

  /** A clause without its words belongs to it where all of it can. */
  private fits(clause: Clause): boolean {
    const { chunks } = clause;
    return (
      !asks(clause, this.wording) &&
      chunks.every(
        (chunk, at) =>
          this.accepted(chunk) || this.namer.isName(chunks, at) || this.isCount(chunks, at),
      )
    );
  }

  private accepted({ senses }: Chunk): boolean {
    return senses.some((sense) => this.room.takes(sense));
  }

  private take(clause: Clause, isCore: boolean): void {
    const { chunks, stop } = clause;
    if (asks(clause, this.wording) || offersChoice(chunks, this.slots)) this.asks = true;
    const isSurprise = clause.folded === '我去' && stop !== '';
    if (isCore && !this.isLast && (isSurprise || /[!！]/.test(stop))) this.isExclaimed = true;
    const before = this.chosen.length;
    let behindWord = false;
    for (const [at, chunk] of chunks.entries()) {
      const word = wordOf(chunk, this.wording);
      if (word !== undefined) {
        this.takeWord(chunk, word, chunks[at - 1]);
        behindWord = true;
      } else if (behindWord && this.wording.text === 'behind') this.text += chunk.typed;
      else this.takeChunk(chunks, at, isCore);
    }
    if (chunks.some((chunk) => hasFor(chunk, 'void', this.wording))) this.chosen.length = before;
  }

  private takeWord(chunk: Chunk, word: Strength, before: Chunk | undefined): void {
    // 算我一个 says who.
    this.me ||= /[我俺咱]/.test(chunk.folded);
    // 槐花到了 is said of the thing, not of who is there.
    const isOfThing = word === 'weak' && chunk.glued && chunk.folded.length > 1;
    if (isOfThing && has(before, 'word')) this.isDoubtful = true;
    if (/[都全]/.test(chunk.folded)) this.flags.add('every');
    this.strength = stronger(this.strength, word);
    this.heads.note(chunk);
    if (hasFor(chunk, 'instead', this.wording)) this.chosen = [];
  }

  private takeChunk(chunks: readonly Chunk[], at: number, isCore: boolean): void {
    const chunk = chunks[at] as Chunk;
    const sense = chunk.senses.find((one) => this.room.takes(one) && one.role !== 'filler');
    this.isToOthers ||= hasFor(chunk, 'talk', this.wording);
    if (sense !== undefined && this.isLooseNumber(sense, chunks[at - 1])) this.leave(chunk, isCore);
    else if (sense !== undefined && !isForMeToo(chunks, at))
      this.note(sense, chunk, chunks[at - 1]);
    else if (this.accepted(chunk)) return;
    else if (this.namer.isName(chunks, at)) this.takeName(chunk, chunks[at - 1]);
    else if (this.isCount(chunks, at)) this.heads.note(chunk);
    else this.leave(chunk, isCore);
  }

  private takeName(chunk: Chunk, before: Chunk | undefined): void {
    const typed = withoutWhere(chunk.typed);
    if (has(before, 'contact')) return;
    if (this.namer.isSpeaker(typed) || has(before, 'own')) this.me = true;
    else this.people.push(typed);
  }

  /** What nobody can read here. */
  private leave(chunk: Chunk, isCore: boolean): void {
    if (has(chunk, 'question')) this.asks = true;
    else if (has(chunk, 'not') || has(chunk, 'verb')) this.isDoubtful = true;
    if (isCore) this.unread.push(chunk.typed);
  }

  /** 律所2: behind a unit a number alone says how many. */
  private isCount(chunks: readonly Chunk[], at: number): boolean {
    return (
      has(chunks[at], 'number') &&
      this.slots.has('count') &&
      takesNumber(chunks[at - 1], this.wording)
    );
  }

  private note({ role, value }: Sense, chunk: Chunk, before: Chunk | undefined): void {
    if (role === 'subject') this.named.push(...subjectsIn(chunk));
    else if (role === 'me') this.me = true;
    else if (role === 'beside') this.me ||= /[我俺咱]/.test(chunk.folded);
    else if (FLAGS.has(role)) this.noteFlag(role, chunk);
    else if (role === 'name') this.people.push(chunk.typed);
    else if (role === 'unit') this.noteUnit(value as string);
    else if (role === 'and') this.noteCompany(chunk);
    else if (role === 'place') this.unitThere = this.room.unitIn(chunk);
    else if (role === 'option') this.choose(value as Pick);
    else if (role === 'word') this.word = value as string;
    else if (role === 'past') this.notePast(before);
    else this.heads.note(chunk);
    if (has(chunk, 'time')) this.noteTime(chunk);
  }

  /** 我和老伴两个都去: of people it counts. */
  private noteFlag(role: Role, { folded }: Chunk): void {
    this.flags.add(role);
    const numeral = role === 'every' ? /^[两三四](?=个)/.exec(folded)?.[0] : undefined;
    if (numeral !== undefined) this.everyCount = '两三四'.indexOf(numeral) + 2;
  }

  /** 选2 chooses; a number elsewhere counts something. */
  private isLooseNumber({ role, value }: Sense, before: Chunk | undefined): boolean {
    if (role !== 'option' || (value as Pick).by !== 'number') return false;
    const isBehindWord = before !== undefined && wordOf(before, this.wording) !== undefined;
    return !isBehindWord && !has(before, 'and');
  }

  /** Of two units nobody knows whose the number is. */
  private noteUnit(unit: string): void {
    this.isDoubtful ||= this.unit !== undefined && this.unit !== unit;
    this.unit = unit;
  }

  private noteCompany({ folded }: Chunk): void {
    this.brings ||= this.people.length === 0 && /^[带和跟与同]/.test(folded);
  }

  /** Of the question that was named last. */
  private choose(pick: Pick): void {
    const about = this.named.findLast((one) => pick.of.has(one));
    this.chosen.push({ ...pick, about });
  }

  private notePast(before: Chunk | undefined): void {
    this.isOver = true;
    const isOfWord = before !== undefined && wordOf(before, this.wording) !== undefined;
    this.isDoubtful ||= this.wording.past === 'talk' && isOfWord;
  }

  private noteTime(chunk: Chunk): void {
    this.times.push(chunk.typed);
    const those = subjectsIn(chunk);
    if (those.length === 0 && has(chunk, 'day')) this.otherDay = true;
    this.named.push(...those.filter((one) => !this.named.includes(one)));
  }

  private remark({ typed, chunks }: Clause): void {
    this.remarks.push(typed);
    for (const chunk of chunks) this.namedBeside.push(...subjectsIn(chunk));
  }
}
