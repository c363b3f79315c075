import type { AnyCommand } from '../../core/command.ts';
import type { Line } from '../../core/line.ts';
import type { Phrase } from '../../core/phrase.ts';
import { mayActAs } from '../../core/roles.ts';
import type { WordingSituation } from '../wording/situation.ts';
import { type Matched, matchPhrase } from './match.ts';
import { neededIn, type Piece, piecesOf } from './pattern.ts';
import { type Phrased, resolved } from './resolve.ts';
import { slotReader } from './slots.ts';

interface Known {
  readonly command: AnyCommand;
  readonly phrase: Phrase;
  readonly pieces: readonly Piece[];
  readonly needed: readonly string[];
}

/** Longer messages are no such sentence, unless what they say is taken over to its end. */
const LONGEST = 60;

/** Whoever asks orders nothing. */
const ASKS = /[?？]|[吗呢么]\s*[。!！~]*$|是不是|会不会|要不要|能不能|可不可以|有没有/;

/** What has to stand in a message beside a phrase's rarest words. */
export interface PhraseNeeds {
  /** One of each of these. */
  readonly others: readonly (readonly string[])[];
  /** A number, too. */
  readonly isNumbered: boolean;
}

/** What a message holds that is a phrase: one of the words that are looked for, and more. */
export function phraseNeeds({ says }: Phrase): {
  readonly needed: readonly string[];
  readonly needs: PhraseNeeds;
} {
  const pieces = piecesOf(says);
  const needed = neededIn(pieces);
  const others = pieces.flatMap((piece) =>
    piece.kind === 'words' && !piece.optional && piece.words !== needed ? [piece.words] : [],
  );
  const isNumbered = pieces.some(
    (piece) =>
      piece.kind === 'slot' &&
      !piece.optional &&
      (piece.name === 'request' || piece.name === 'count'),
  );
  return { needed, needs: { others, isNumbered } };
}

/** The phrases of all commands, ready to be found. */
export class Phrases {
  private readonly known: readonly Known[];

  constructor(commands: readonly AnyCommand[]) {
    this.known = commands.flatMap((command) =>
      (command.phrases ?? []).map((phrase) => {
        const pieces = piecesOf(phrase.says);
        return { command, phrase, pieces, needed: neededIn(pieces) };
      }),
    );
  }

  /** The phrase that a line is, of those that this speaker may use, the one it holds most of. */
  read(line: Line, situation: WordingSituation): Phrased | undefined {
    if (situation.answersPerson) return undefined;
    const reader = slotReader(situation);
    const asks = ASKS.test(line.folded);
    let best: (Known & { readonly matched: Matched }) | undefined;
    for (const one of this.known) {
      if ((asks && !one.phrase.asks) || !isAllowed(one, line, situation)) continue;
      if (!one.needed.some((word) => line.folded.includes(word))) continue;
      const matched = matchPhrase(one.pieces, line, reader);
      if (matched !== undefined && matched.weight > (best?.matched.weight ?? 0))
        best = { ...one, matched };
    }
    return best && resolved(best, best.matched, situation);
  }
}

function isAllowed({ command, phrase }: Known, line: Line, situation: WordingSituation): boolean {
  const { addressed, references, place, speaker } = situation;
  const isTo = addressed || references.size > 0;
  if (phrase.only === 'toBot' && !isTo) return false;
  if (phrase.only === 'private' && place !== 'private') return false;
  if (phrase.only === 'reply' && references.size === 0) return false;
  if (line.folded.length > LONGEST && !phrase.says.endsWith('{rest}')) return false;
  const invited = situation.subjects.some(({ invites }) => invites.includes(command.name));
  if (phrase.open && !invited) return false;
  if (addressed) return true;
  const isHere = command.scope === 'anywhere' || command.scope === place;
  return isHere && mayActAs(speaker.role, command.minRole);
}

export type { Phrased };
