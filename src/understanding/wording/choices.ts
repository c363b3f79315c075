import type { Subject } from '../../core/wording.ts';
import type { Pick } from './options.ts';

/** A piece that chooses, and the question that was named before it. */
export interface Chosen extends Pick {
  readonly about: Subject | undefined;
}

/** Which options of which questions were chosen: of all that it could be where that is unclear. */
export interface Choices {
  readonly subjects: readonly Subject[];
  readonly isClear: boolean;
  of(subject: Subject): readonly number[];
}

/**
 * The questions that the pieces choose in. A piece is of the question that was named before it; of
 * the only one that has it; of the one that another piece or the sentence names.
 */
export function choicesIn(
  chosen: readonly Chosen[],
  open: readonly Subject[],
  named: readonly Subject[],
): Choices {
  const options = new Map<Subject, Set<number>>();
  const note = (subject: Subject, { of }: Pick) => {
    const known = options.get(subject) ?? new Set();
    for (const place of of.get(subject) ?? []) known.add(place);
    options.set(subject, known);
  };
  const unclear: Chosen[] = [];
  for (const piece of chosen) {
    const having = open.filter((one) => piece.of.has(one));
    const [only] = having;
    if (only === undefined) continue;
    if (piece.about !== undefined && having.includes(piece.about)) note(piece.about, piece);
    else if (having.length === 1) note(only, piece);
    else unclear.push(piece);
  }
  const certain =
    options.size > 0 ? [...options.keys()] : named.filter((one) => open.includes(one));
  const having = (certain.length > 0 ? certain : open).filter((one) =>
    unclear.every((piece) => piece.of.has(one)),
  );
  for (const piece of unclear) for (const subject of having) note(subject, piece);
  const subjects = open.filter((one) => options.has(one));
  return {
    subjects,
    isClear: unclear.length === 0 || having.length === 1,
    of: (subject) => [...(options.get(subject) ?? [])].sort((a, b) => a - b),
  };
}

/** What sorts of pieces leave no doubt that somebody chooses, without any word that says so. */
export function isPlainlyChosen(chosen: readonly Pick[]): boolean {
  return chosen.length > 0 && chosen.every(({ by }) => by === 'letter' || by === 'text');
}
