import type { Records } from '../../core/collection.ts';
import { shortened } from '../../core/names.ts';
import { lines, plain, type Text } from '../../core/text.ts';
import type { ViewContext } from '../../core/view-context.ts';
import { shortDate } from '../../core/when/index.ts';
import { nameOf } from '../../identity/people/index.ts';
import type { Letter } from './records.ts';
import type { Part } from './rules/letters.ts';
import { allows } from './rules/transitions.ts';
import { letterTexts } from './texts.ts';

/** Of what both have said, the latest; and of each so many characters. */
const SAID = 5;
const LONGEST = 120;

/** Who wrote it, as its reader may know. */
export function writerText({ writer, anonymous }: Letter, records: Records): Text {
  return anonymous ? letterTexts.somebody : plain(nameOf(records, writer));
}

/** What was written, as others read it who may. */
export function firstWords({ said }: Letter): string {
  return said[0]?.text ?? '';
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
