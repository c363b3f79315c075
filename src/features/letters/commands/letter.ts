import { rest } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { type CommandContext, command, type LastChange } from '../../../core/command.ts';
import { edit, editsOf, sayBack, undoEdits } from '../../../core/edits.ts';
import {
  ask,
  changed,
  type Outcome,
  refuse,
  remember,
  say,
  tell,
  together,
} from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { plain } from '../../../core/text.ts';
import { nextNumber } from '../../../identity/alliance/index.ts';
import { convenorsOf, nameOf, type Person, peopleCalled } from '../../../identity/people/index.ts';
import { type Letter, letterboxes, letters } from '../records.ts';
import { aboutLetter, readerFor, readLetter } from '../rules/letters.ts';
import { allows } from '../rules/transitions.ts';
import { letterInPrivate, letterTexts } from '../texts/letters.ts';
import { letterPhrases } from '../texts/phrases.ts';
import { takeBack } from './shared/settle.ts';

/** The longest letter, in characters. */
const LONGEST = 500;

/** Letters of one writer that wait for an answer. */
const MOST = 5;

export const letter = command({
  name: 'letter',
  zhName: '信箱',
  aliases: ['来信', '写信'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: {
    zh: '私聊：写信给一个人看；召集人定谁看',
    en: 'in private: a letter that one person reads; convenors name them',
  },
  examples: ['信箱 物业收停车费不给票', '信箱 匿名 楼下有人乱收费', '/信箱 李雪梅'],
  args: { text: rest({ zh: '要说的话', en: 'what to say' }).optional() },
  phrases: letterPhrases,
  // In a group it is answered so that nobody writes it there again.
  shortForms: ['信箱 {text!}'],
  run: ({ text }, context) => {
    if (context.place.kind === 'group') return refuse(letterInPrivate);
    if (mayActAs(context.person.role, 'convenor')) {
      const named = text === undefined ? undefined : readerCalled(text, context);
      if (named !== undefined) return nameReader(named, context);
      if (text === undefined) return showReader(context);
    }
    return writeLetter(text, context);
  },
  undo: (change, context) => undoReader(change, context) ?? undoWritten(change, context),
});

/** The one person of this very name who may read letters. */
function readerCalled(text: string, { records }: CommandContext): Person | undefined {
  const called = peopleCalled(records, text.trim()).filter(({ role }) => mayActAs(role, 'liaison'));
  return called.length === 1 ? called[0] : undefined;
}

function nameReader({ id, name }: Person, { records, person }: CommandContext): Outcome {
  const before = records.get(letterboxes, 'letterbox');
  return together(
    edit(letterboxes, before, { id: 'letterbox', reader: id }),
    say(letterTexts.readerSet(name)),
    id === person.id ? remember() : tell(id, letterTexts.youRead(person.name)),
  );
}

function showReader(context: CommandContext): Outcome {
  const reader = readerFor('', context);
  return reader === undefined
    ? refuse(letterTexts.nobodyReads)
    : say(letterTexts.readerIs(reader.name));
}

/** A new letter; without words they are asked for. */
function writeLetter(typed: string | undefined, context: CommandContext): Outcome {
  const { records, person, now, message, newId } = context;
  const reader = readerFor(person.id, context);
  if (reader === undefined) return refuse(letterTexts.nobodyReads);
  if (typed === undefined || !/[\p{L}\p{N}]/u.test(typed))
    return ask(letterTexts.needsText(reader.name), [], { open: '信箱 {}' });
  const waiting = records.count(letters, 'waiting', person.id);
  if (waiting >= MOST) return refuse(letterTexts.tooMany(waiting));
  const { text, anonymous } = readLetter(typed);
  if (text.length > LONGEST) return refuse(letterTexts.tooLong);
  const { number, remember: counted } = nextNumber(records, 'request');
  const written: Letter = {
    id: newId(),
    number,
    writer: person.id,
    reader: reader.id,
    ...(anonymous ? { anonymous } : {}),
    state: 'received',
    at: now,
    message,
    said: [{ by: 'writer', text, at: now }],
  };
  const who = anonymous ? letterTexts.somebody : plain(person.name);
  return together(
    remember(counted, put(letters, written)),
    changed(written.id),
    say(letterTexts.received(number, reader.name, anonymous)),
    tell(reader.id, letterTexts.forReader(number, who, text), { about: aboutLetter(written) }),
  );
}

function undoReader(change: LastChange, context: CommandContext): Outcome | undefined {
  if (editsOf(letterboxes, change, context.records).length === 0) return undefined;
  return undoEdits(letterboxes, change, context, {
    gone: () => refuse(letterTexts.readerChanged),
    back: ([box]) => {
      const reader = box?.before?.reader ?? convenorsOf(context.records)[0]?.id;
      return sayBack(letterTexts.readerIs(nameOf(context.records, reader ?? '')));
    },
  });
}

/** A letter that was just written is taken back. */
function undoWritten(change: LastChange, context: CommandContext): Outcome {
  const found = context.records.get(letters, change.name);
  if (found === undefined) throw new Error('a letter does not go away');
  if (found.said.length > 1 || !allows('withdraw', found))
    return refuse(letterTexts.notNow(found.number, found.state));
  return { ...takeBack(found, context.records), change: undefined };
}
