import { expand } from '../wording/expand.ts';

/** What is taken over from a sentence. */
export type SlotName = (typeof SLOT_NAMES)[number];

const SLOT_NAMES = [
  'activity',
  'request',
  'unit',
  'who',
  'option',
  'count',
  'place',
  'when',
  'period',
  'text',
  'tail',
  'rest',
] as const;

export type Piece =
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly optional: boolean }
  | { readonly kind: 'gap' }
  | { readonly kind: 'sign' }
  | { readonly kind: 'slot'; readonly name: SlotName; readonly optional: boolean };

const SLOTS: ReadonlySet<string> = new Set(SLOT_NAMES);

/** @throws Error where a slot has a name that nothing reads. */
export function piecesOf(says: string): readonly Piece[] {
  return says.split(/\s+/).map((token): Piece => {
    if (token === '…') return { kind: 'gap' };
    if (token === '_') return { kind: 'sign' };
    const [, name, optional] = /^\{(\w+)(\??)\}$/.exec(token) ?? [];
    if (name !== undefined) {
      if (!SLOTS.has(name)) throw new Error(`${says}: nothing reads {${name}}`);
      return { kind: 'slot', name: name as SlotName, optional: optional !== '' };
    }
    const isOptional = token.startsWith('~');
    const words = expand(isOptional ? token.slice(1) : token).map((word) =>
      word.replaceAll('.', ' '),
    );
    return { kind: 'words', words, optional: isOptional };
  });
}

/** Words of which one has to stand in the message; the rarest piece is not looked for. */
export function neededIn(pieces: readonly Piece[]): readonly string[] {
  const needed = pieces.flatMap((piece) =>
    piece.kind === 'words' && !piece.optional ? [piece.words] : [],
  );
  return needed.toSorted((a, b) => shortest(b) - shortest(a))[0] ?? [];
}

function shortest(words: readonly string[]): number {
  return Math.min(...words.map(({ length }) => length));
}
