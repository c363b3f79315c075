/*
 * A regular expression as a tree. What one character may be is left as it is written: JavaScript's
 * own engine answers whether a character belongs to it. Back references are in no pattern here.
 */

/** Characters that may stand in one place, as they are written: `a`, `\d`, `[^,]`, `.`. */
export interface Place {
  readonly kind: 'place';
  readonly written: string;
}

export interface Repeat {
  readonly kind: 'repeat';
  readonly of: Node;
  readonly min: number;
  readonly max: number;
  readonly isLazy: boolean;
}

export type Node =
  | Place
  | Repeat
  | { readonly kind: 'row'; readonly of: readonly Node[] }
  | { readonly kind: 'choice'; readonly of: readonly Node[] }
  | { readonly kind: 'edge'; readonly written: '^' | '$' | '\\b' | '\\B' }
  | {
      readonly kind: 'look';
      readonly of: Node;
      readonly isBehind: boolean;
      readonly isNegative: boolean;
    };

export function parse(source: string, isUnicode: boolean): Node {
  return new Parser(source, isUnicode).whole();
}

const LOOKS = ['(?<=', '(?<!', '(?=', '(?!'];

class Parser {
  private readonly source: string;
  private readonly isUnicode: boolean;
  private at = 0;

  constructor(source: string, isUnicode: boolean) {
    this.source = source;
    this.isUnicode = isUnicode;
  }

  whole(): Node {
    const node = this.choice();
    if (this.at < this.source.length) throw this.unknown();
    return node;
  }

  private choice(): Node {
    const of = [this.row()];
    while (this.took('|')) of.push(this.row());
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'choice', of };
  }

  private row(): Node {
    const of: Node[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at)))
      of.push(this.repeated(this.term()));
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'row', of };
  }

  private term(): Node {
    const look = LOOKS.find((sign) => this.took(sign));
    if (look !== undefined)
      return {
        kind: 'look',
        of: this.closed(),
        isBehind: look.includes('<'),
        isNegative: look.includes('!'),
      };
    if (this.take(/\((?:\?:|\?<\w+>|(?!\?))/y) !== undefined) return this.closed();
    const edge = this.take(/\^|\$|\\[bB]/y);
    if (edge !== undefined) return { kind: 'edge', written: edge as '^' };
    if (this.isAt(/\\[1-9k]|[(*+?]/y)) throw this.unknown();
    const written = this.take(
      this.isUnicode
        ? /\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]+\}|\\u\{[^}]+\}|\\u\w{4}|\\x\w{2}|\\.|./suy
        : /\[(?:\\.|[^\]\\])*\]|\\u\w{4}|\\x\w{2}|\\.|./sy,
    );
    if (written === undefined) throw this.unknown();
    return { kind: 'place', written };
  }

  private repeated(of: Node): Node {
    const sign = this.take(/[*+?]|\{\d+(?:,\d*)?\}/y);
    if (sign === undefined) return of;
    const isLazy = this.took('?');
    const known = {
      '*': [0, Number.POSITIVE_INFINITY],
      '+': [1, Number.POSITIVE_INFINITY],
      '?': [0, 1],
    };
    const [min = 0, max = min] = known[sign as '*'] ?? boundsIn(sign);
    return { kind: 'repeat', of, min, max, isLazy };
  }

  private closed(): Node {
    const node = this.choice();
    if (!this.took(')')) throw this.unknown();
    return node;
  }

  private took(sign: string): boolean {
    const is = this.source.startsWith(sign, this.at);
    if (is) this.at += sign.length;
    return is;
  }

  private isAt(form: RegExp): boolean {
    form.lastIndex = this.at;
    return form.test(this.source);
  }

  private take(form: RegExp): string | undefined {
    form.lastIndex = this.at;
    const found = form.exec(this.source)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private unknown(): Error {
    return new Error(`cannot read /${this.source}/ from ${this.at} on`);
  }
}

/** `{3}`, `{3,}`, `{3,5}` */
function boundsIn(sign: string): readonly number[] {
  const [min = '', max] = sign.slice(1, -1).split(',');
  if (max === undefined) return [Number(min)];
  return [Number(min), max === '' ? Number.POSITIVE_INFINITY : Number(max)];
}
