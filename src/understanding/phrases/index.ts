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

/** So much more a question has to hold where nobody seems to ask, characters. */
const TOLD = 3;

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
    let best: (Known & { readonly matched: Matched; readonly weight: number }) | undefined;
    for (const one of this.known) {
      if (!mayBe(one, line, asks, situation)) continue;
      const matched = matchPhrase(one.pieces, line, reader);
      if (matched === undefined) continue;
      // A question is one only where nothing that is told fits: 明天下雨服务日取消.
      const weight = matched.weight - (one.phrase.asks && !asks ? TOLD : 0);
      if (best === undefined || weight > best.weight) best = { ...one, matched, weight };
    }
    return best && resolved(best, best.matched, situation);
  }
}

/** Before it is read: whether it may be, and its rarest piece stands in it. */
function mayBe(one: Known, line: Line, asks: boolean, situation: WordingSituation): boolean {
  if ((asks && !one.phrase.asks) || !isAllowed(one, line, situation)) return false;
  return one.needed.some((word) => line.folded.includes(word));
}

/** Whether it may be said where the message stands: to the bot, in private, as an answer. */
function fitsPlace(
  { only, besides }: Phrase,
  { addressed, references, place }: WordingSituation,
): boolean {
  const isAnswer = references.size > 0;
  if (only === 'toBot' && !addressed && !isAnswer) return false;
  if (only === 'private' && place !== 'private') return false;
  if (only === 'reply' && !isAnswer) return false;
  return besides === undefined || !references.has(besides);
}

function isAllowed({ command, phrase }: Known, line: Line, situation: WordingSituation): boolean {
  const { addressed, place, speaker } = situation;
  if (!fitsPlace(phrase, situation)) return false;
  if (line.folded.length > LONGEST && !phrase.says.endsWith('{rest}')) return false;
  const invited = situation.subjects.some(({ invites }) => invites.includes(command.name));
  if (phrase.open && !invited) return false;
  if (addressed) return true;
  const isHere = command.scope === 'anywhere' || command.scope === place;
  return isHere && mayActAs(speaker.role, command.minRole);
}

export type { Phrased };
