import type { Records } from '../../core/collection.ts';
import { shortened } from '../../core/names.ts';
import type { Figure, ReportPart } from '../../core/reporting.ts';
import { lines, plain, type Text } from '../../core/text.ts';
import type { ViewContext } from '../../core/view-context.ts';
import { shortDate } from '../../core/when/index.ts';
import { nameOf } from '../../identity/people/index.ts';
import { type Letter, letters } from './records.ts';
import type { Part } from './rules/letters.ts';
import { allows } from './rules/transitions.ts';
import { figureTexts } from './texts/figures.ts';
import { letterTexts } from './texts/letters.ts';

/** Of what both have said, the latest; and of each so many characters. */
const SAID = 5;
const LONGEST = 120;

/** So many characters of the first words tell which one it is. */
const LABEL = 15;

/** Who wrote it, as its reader may know. */
export function writerText({ writer, anonymous }: Letter, records: Records): Text {
  return anonymous ? letterTexts.somebody : plain(nameOf(records, writer));
}

/** What was written, as others read it who may. */
export function firstWords({ said }: Letter): string {
  return said[0]?.text ?? '';
}

/** How its writer tells it from others. */
export function letterLabel(letter: Letter): Text {
  return letterTexts.label(letter.number, shortened(firstWords(letter), LABEL));
}

/** Both sides of a letter, for one of the two. */
export function letterText(letter: Letter, part: Part, context: ViewContext): Text {
  const { number, state, said, reader } = letter;
  const { records, zone } = context;
  const writer = writerText(letter, records);
  if (state === 'withdrawn') return letterTexts.head(number, writer, state);
  const latest = said.slice(-SAID);
  const earlier = said.length - latest.length;
  return lines(
    letterTexts.head(number, part === 'writer' ? plain(nameOf(records, reader)) : writer, state),
    earlier > 0 && letterTexts.earlier(earlier),
    ...latest.map(({ by, text, at }) =>
      letterTexts.line(
        shortDate(at, zone),
        by === 'writer' ? writer : plain(nameOf(records, reader)),
        shortened(text, LONGEST),
      ),
    ),
    allows('answer', letter) && letterTexts.nextFor[part](number),
  );
}

/** How many letters came, and how many were answered: never which, or whose. */
export const letterReport: ReportPart = {
  figures: () => [written, answered],
  lines: (amountOf) => {
    const count = amountOf('letters').value;
    return count === 0 ? [] : [figureTexts.counted(count, amountOf('letters answered').value)];
  },
};

const written: Figure = {
  name: 'letters',
  words: ['信箱', '来信数'],
  measure: figureTexts.measure,
  ...figureTexts.written,
  rows: ({ from, to }, { records }) => counted('all', from, to, records),
};

const answered: Figure = {
  name: 'letters answered',
  words: ['回信', '回信数'],
  measure: figureTexts.measure,
  ...figureTexts.answeredOf,
  outOf: 'letters',
  rows: ({ from, to }, { records }) => counted('answered', from, to, records),
};

/** One row for all of them, so that none is listed. */
function counted(key: 'all' | 'answered', from: number, to: number, records: Records) {
  const [first, last] = [from, to].map((at) => records.countBefore(letters, 'written', key, at));
  const amount = (last ?? 0) - (first ?? 0);
  if (amount === 0) return [];
  return [{ thing: 'letters', amount, units: [], line: () => figureTexts.notListed(amount) }];
}
