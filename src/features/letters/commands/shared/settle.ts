import { put, type Records, remove } from '../../../../core/collection.ts';
import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { sayBack } from '../../../../core/edits.ts';
import {
  changed,
  type Outcome,
  refuse,
  remember,
  say,
  tell,
  together,
} from '../../../../core/outcome.ts';
import { deliveries } from '../../../../core/records.ts';
import { nameOf } from '../../../../identity/people/index.ts';
import { type Letter, letters } from '../../records.ts';
import { aboutLetter, letterSaid } from '../../rules/letters.ts';
import { letterAfter, standing } from '../../rules/transitions.ts';
import { letterTexts } from '../../texts/letters.ts';
import { letterText, writerText } from '../../views.ts';
import { findLetter } from './find-letter.ts';

/*
 * What is said of a letter with the words for requests. Each is undefined where the number is not
 * that of a letter of the speaker's.
 */

/** `/详情 21` */
export function showLetter(number: number, context: CommandContext): Outcome | undefined {
  const found = letterSaid(number, context);
  return found && say(letterText(found.letter, found.part, context));
}

/** `满意 21` */
export function acceptLetter(number: number, context: CommandContext): Outcome | undefined {
  if (letterSaid(number, context) === undefined) return undefined;
  const found = findLetter(number, 'settle', 'writer', context);
  if ('answer' in found) return found.answer;
  return together(
    kept(letterAfter('settle', found.letter)),
    say(letterTexts.settled(number)),
    tell(found.letter.reader, letterTexts.settledFor(number)),
  );
}

/** `未解决 21 还是不给票` */
export function reopenLetter(
  number: number,
  note: string | undefined,
  context: CommandContext,
): Outcome | undefined {
  if (letterSaid(number, context) === undefined) return undefined;
  const found = findLetter(number, 'add', 'writer', context);
  if ('answer' in found) return found.answer;
  if (note === undefined) return refuse(letterTexts.whatIsLeft(number));
  return passOn(found.letter, 'writer', note, context);
}

/** `撤回 21` */
export function withdrawLetter(number: number, context: CommandContext): Outcome | undefined {
  if (letterSaid(number, context) === undefined) return undefined;
  const found = findLetter(number, 'withdraw', 'writer', context);
  return 'answer' in found ? found.answer : takeBack(found.letter, context.records);
}

export function takeBack(letter: Letter, records: Records): Outcome {
  const { number, reader } = letter;
  const waiting = records.slice(deliveries, 'about', aboutLetter(letter));
  return together(
    kept(letterAfter('withdraw', letter)),
    remember(...waiting.map(({ id }) => remove(deliveries, id))),
    say(letterTexts.withdrawn(number)),
    tell(reader, letterTexts.withdrawnFor(number)),
  );
}

/** What one of the two says goes to the other, and to nobody else. */
export function passOn(
  letter: Letter,
  by: 'writer' | 'reader',
  text: string,
  { now, records }: CommandContext,
): Outcome {
  const { number, writer, reader, said } = letter;
  const after = letterAfter(by === 'reader' ? 'answer' : 'add', letter, {
    said: [...said, { by, text, at: now }],
  });
  const readerName = nameOf(records, reader);
  const about = aboutLetter(letter);
  return by === 'reader'
    ? together(
        kept(after),
        say(letterTexts.passedOn(number, letterTexts.toWriter.zh)),
        tell(writer, letterTexts.answered(number, readerName, text), { about }),
      )
    : together(
        kept(after),
        say(letterTexts.passedOn(number, readerName)),
        tell(reader, letterTexts.added(number, writerText(letter, records), text), { about }),
      );
}

/**
 * Remembers a letter as changed. Its words stand in no other record: what is noted of the change is
 * the letter's id.
 */
export function kept(letter: Letter): Outcome {
  return together(remember(put(letters, letter)), changed(letter.id));
}

/** What was said of a letter has been passed on; undefined where the change was of something else. */
export function undoReopened(change: LastChange, { records }: CommandContext): Outcome | undefined {
  const letter = records.get(letters, change.name);
  return letter && refuse(letterTexts.sentForGood);
}

/** `满意` or `撤回` of a letter taken back; undefined where the change was of something else. */
export function undoSettled(change: LastChange, context: CommandContext): Outcome | undefined {
  const letter = context.records.get(letters, change.name);
  if (letter === undefined) return undefined;
  const { number, state } = letter;
  if (state !== 'settled' && state !== 'withdrawn')
    return refuse(letterTexts.notNow(number, state));
  return together(
    remember(put(letters, { ...letter, state: standing(letter) })),
    sayBack(letterText({ ...letter, state: standing(letter) }, 'writer', context)),
    tell(letter.reader, letterTexts.openAgain(number)),
  );
}
