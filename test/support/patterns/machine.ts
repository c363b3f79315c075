import { type Node, type Place, parse, type Repeat } from './syntax.ts';

/** One step: false where the pattern does not go on like this. */
type Step = () => boolean;

export interface Found {
  readonly index: number;
  readonly end: number;
}

/**
 * Looks for a pattern as JavaScript's engine does, one step after another, so that the steps can be
 * counted: at each place of the text, each way in its order, back to the last choice when one
 * fails.
 */
export class Machine {
  /** Since it was made. */
  steps = 0;
  /** It gives up, and finds nothing, when it has gone so many. */
  limit = Number.POSITIVE_INFINITY;
  private readonly program: Step[] = [];
  private readonly flags: string;
  private readonly isUnicode: boolean;
  /** It can stand at the beginning only, so that no other place is looked at. */
  private readonly isBound: boolean;
  private text = '';
  /** The step that is next, and where in the text. */
  private next = 0;
  private at = 0;
  /** Of each loop how often it went round, and where it did so last. */
  private readonly marks: number[] = [];
  /**
   * What can be taken back, three numbers each: another way is a step and a place, and -1; a mark
   * that was set is its old value, and its number.
   */
  private readonly backs: number[] = [];

  constructor(source: string, flags: string) {
    this.flags = flags.replace(/[gyd]/g, '');
    this.isUnicode = flags.includes('u');
    const tree = parse(source, this.isUnicode);
    this.isBound = !this.flags.includes('m') && beginsWithEdge(tree);
    this.add(tree, 1);
    this.program.push(() => false);
  }

  /** The first place from `from` on where the pattern stands. */
  search(text: string, from = 0, isSticky = false): Found | undefined {
    this.text = text;
    for (let index = from; index <= text.length; index += this.widthAt(index)) {
      if (this.steps > this.limit) break;
      this.next = 0;
      this.at = index;
      this.backs.length = 0;
      if (this.run(this.program.length - 1)) return { index, end: this.at };
      if (isSticky || this.isBound) break;
    }
    return undefined;
  }

  /** All places, one behind the other, as `matchAll` finds them. */
  searchAll(text: string): readonly Found[] {
    const all: Found[] = [];
    for (let from = 0; from <= text.length; ) {
      const found = this.search(text, from);
      if (found === undefined) break;
      all.push(found);
      from = found.end > found.index ? found.end : found.end + this.widthAt(found.end);
    }
    return all;
  }

  /** Goes on until the program is at this step, or every way has failed since. */
  private run(end: number): boolean {
    const ground = this.backs.length;
    while (this.next !== end) {
      this.steps += 1;
      const step = this.program[this.next];
      if (step === undefined) throw new Error('a pattern has an end');
      this.next += 1;
      if (this.steps > this.limit) return false;
      if (!step() && !this.goBack(ground)) return false;
    }
    return true;
  }

  /** To the last choice that was made above this ground, if there is one. */
  private goBack(ground: number): boolean {
    while (this.backs.length > ground) {
      const mark = this.backs.pop() ?? 0;
      const at = this.backs.pop() ?? 0;
      const value = this.backs.pop() ?? 0;
      if (mark < 0) {
        this.next = value;
        this.at = at;
        return true;
      }
      this.marks[mark] = value;
    }
    return false;
  }

  private leave(step: number): void {
    this.backs.push(step, this.at, -1);
  }

  private mark(mark: number, value: number): void {
    this.backs.push(this.marks[mark] ?? 0, 0, mark);
    this.marks[mark] = value;
  }

  private add(node: Node, by: 1 | -1): void {
    switch (node.kind) {
      case 'place':
        this.addPlace(node, by);
        break;
      case 'edge':
        this.addEdge(node.written);
        break;
      case 'row':
        for (const part of by === 1 ? node.of : node.of.toReversed()) this.add(part, by);
        break;
      case 'choice':
        this.addChoice(node.of, by);
        break;
      case 'look':
        this.addLook(node);
        break;
      case 'repeat':
        this.addRepeat(node, by);
        break;
    }
  }

  private addPlace({ written }: Place, by: 1 | -1): void {
    const isOf = membership(written, this.flags);
    this.program.push(() => {
      const start = by === 1 ? this.at : this.at - this.widthBefore(this.at);
      if (start < 0 || start >= this.text.length) return false;
      const width = this.widthAt(start);
      if (!isOf(this.text.slice(start, start + width))) return false;
      this.at = by === 1 ? start + width : start;
      return true;
    });
  }

  private addEdge(written: string): void {
    const isWord = membership('\\w', this.flags);
    const is: Record<string, () => boolean> = {
      '^': () => this.at === 0 || (this.flags.includes('m') && this.text[this.at - 1] === '\n'),
      $: () =>
        this.at === this.text.length || (this.flags.includes('m') && this.text[this.at] === '\n'),
      '\\b': () => isWord(this.text.charAt(this.at - 1)) !== isWord(this.text.charAt(this.at)),
      '\\B': () => isWord(this.text.charAt(this.at - 1)) === isWord(this.text.charAt(this.at)),
    };
    this.program.push(is[written] ?? (() => false));
  }

  /** Each way but the last leaves the one after it to come back to, and goes to the end of all. */
  private addChoice(ways: readonly Node[], by: 1 | -1): void {
    const { program } = this;
    const exits: number[] = [];
    for (const [index, way] of ways.entries()) {
      const isLast = index === ways.length - 1;
      const choice = program.length;
      if (!isLast) program.push(() => false);
      this.add(way, by);
      if (isLast) break;
      exits.push(program.push(() => false) - 1);
      const other = program.length;
      program[choice] = () => {
        this.leave(other);
        return true;
      };
    }
    const end = program.length;
    for (const exit of exits) program[exit] = this.jump(end);
  }

  private addLook({ of, isBehind, isNegative }: Extract<Node, { kind: 'look' }>): void {
    const { program } = this;
    const first = program.push(() => false);
    this.add(of, isBehind ? -1 : 1);
    const end = program.push(() => true) - 1;
    program[first - 1] = () => {
      const { at } = this;
      const ground = this.backs.length;
      const isThere = this.run(end);
      // What it found is settled: no other way through it is tried, and no mark in it is read again.
      this.backs.length = ground;
      this.next = end + 1;
      this.at = at;
      return isThere !== isNegative;
    };
  }

  private addRepeat({ of, min, max, isLazy }: Repeat, by: 1 | -1): void {
    const { program } = this;
    const rounds = this.marks.push(0, 0) - 2;
    const last = rounds + 1;
    program.push(() => {
      this.mark(rounds, 0);
      return true;
    });
    const again = program.push(() => false) - 1;
    program.push(() => {
      this.mark(rounds, (this.marks[rounds] ?? 0) + 1);
      this.mark(last, this.at);
      return true;
    });
    this.add(of, by);
    // A round beyond those that have to be may not be empty.
    program.push(() => this.marks[last] !== this.at || (this.marks[rounds] ?? 0) <= min);
    program.push(this.jump(again));
    const end = program.length;
    program[again] = () => {
      const done = this.marks[rounds] ?? 0;
      if (done < min) return true;
      if (done >= max || isLazy) this.next = end;
      if (done < max) this.leave(isLazy ? again + 1 : end);
      return true;
    };
  }

  private jump(to: number): Step {
    return () => {
      this.next = to;
      return true;
    };
  }

  private widthAt(at: number): number {
    return this.isUnicode && (this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }

  private widthBefore(at: number): number {
    return at > 1 && this.widthAt(at - 2) === 2 ? 2 : 1;
  }
}

function beginsWithEdge(node: Node | undefined): boolean {
  if (node?.kind === 'edge') return node.written === '^';
  if (node?.kind === 'row') return beginsWithEdge(node.of[0]);
  return node?.kind === 'choice' && node.of.every(beginsWithEdge);
}

/** Whether a character may stand in a place; asked once for each character. */
export function membership(written: string, flags: string): (character: string) => boolean {
  const pattern = new RegExp(`^(?:${written})$`, flags.replace('m', ''));
  const known = new Map<string, boolean>();
  return (character) => {
    let is = known.get(character);
    if (is === undefined) {
      is = pattern.test(character);
      known.set(character, is);
    }
    return is;
  };
}
