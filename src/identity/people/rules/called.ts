import type { Records } from '../../../core/collection.ts';
import { nameKey } from '../../../core/names.ts';
import { unitNamed } from '../../alliance/index.ts';
import { people } from '../records.ts';

/** Where a name stands in a text. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Longer names are rare, and are converted. */
const LONGEST = 8;

/** The longest name of somebody, or of a unit, that a character of a text stands in. */
export function nameAround(text: string, at: number, records: Records): Span | undefined {
  for (let length = LONGEST; length > 1; length--)
    for (let from = Math.max(0, at - length + 1); from <= at; from++) {
      const piece = text.slice(from, from + length);
      if (piece.length === length && isName(piece, records)) return { from, to: from + length };
    }
  return undefined;
}

function isName(piece: string, records: Records): boolean {
  if (!/^[\p{L}·•・‧]+$/u.test(piece)) return false;
  if (records.where(people, nameKey(piece)).some(({ name }) => name === piece)) return true;
  // 社区 and 物业 are short names that are words, too; 天星广场 is a place.
  const unit = PLACE.test(piece) ? undefined : unitNamed(records, piece);
  return unit?.name.startsWith(piece) === true;
}

const PLACE = /(社区|小区|广场|公园|大厦|中心)$/;
