import { rest } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { ignore } from '../../../core/ignored.ts';
import { shortened } from '../../../core/names.ts';
import {
  changed,
  nothing,
  type Outcome,
  remember,
  say,
  tell,
  together,
} from '../../../core/outcome.ts';
import { lines, type Text } from '../../../core/text.ts';
import { MINUTE } from '../../../core/time.ts';
import { allianceOf } from '../../../identity/alliance/index.ts';
import { convenorsOf } from '../../../identity/people/index.ts';
import { cries, type Emergency } from '../records.ts';
import { criedOut, emergencyIn, isForAllEars } from '../rules/emergency.ts';
import { emergencyTexts } from '../texts/emergency.ts';

/**
 * Of one emergency in one chat the convenor hears once in this time, and a group that does not ask
 * is told once.
 */
const ONCE_IN = 10 * MINUTE;

/**
 * The first answer to an emergency, wherever the bot is spoken to, and to an unmistakable cry in a
 * group. It makes no request of it: what somebody says in private goes to all groups only when they
 * say so.
 */
export const emergency = command({
  name: 'emergency',
  zhName: '紧急情况',
  aliases: ['救命', 'sos'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '出了急事先打什么电话', en: 'what to call first in an emergency' },
  examples: ['/紧急情况', '/救命 有人晕倒了'],
  args: { words: rest({ zh: '什么地方怎么了', en: 'what, and where' }).optional() },
  unlisted: true,
  // Whoever belongs to no alliance, or to several, is answered too.
  resolveAlliance: (_, { here, current }) => here ?? current,
  parseWhole: ({ typed }) => (emergencyIn(typed) === undefined ? undefined : { words: typed }),
  run: ({ words = '' }, context) => {
    const unasked = context.trigger === 'guess';
    const kind = unasked ? criedOut(words) : emergencyIn(words);
    const inDirectory = context.records === context.directory;
    if (unasked && (kind === undefined || inDirectory)) return undefined;
    if (kind === undefined || inDirectory)
      return say(emergencyTexts.first(kind, inDirectory ? undefined : duty(context)));
    if (unasked && isKnown(kind, context)) return ignore('nothing-new');
    return together(cry(kind, words, context), changed(context.chat));
  },
  undo: emergencyTexts.passedOn,
});

/** Answers what was cried out, and passes it on. */
export function cry(kind: Emergency, words: string, context: CommandContext): Outcome {
  const { chat, now } = context;
  const told = isKnown(kind, context)
    ? nothing
    : together(remember(put(cries, { id: chat, kind, at: now })), passOn(kind, words, context));
  return together(answer(kind, words, context), told);
}

function isKnown(kind: Emergency, { records, chat, now }: CommandContext): boolean {
  const known = records.get(cries, chat);
  return known?.kind === kind && Math.abs(now - known.at) < ONCE_IN;
}

function answer(kind: Emergency, words: string, context: CommandContext): Outcome {
  const first = emergencyTexts.first(kind, duty(context));
  if (context.place.kind === 'group') return say(first);
  if (!isForAllEars(kind)) return say(lines(first, emergencyTexts.inConfidence));
  const choices = words.length <= 40 && !words.includes('\n') ? [`需求 ${words.trim()}`] : [];
  return say(lines(first, emergencyTexts.toAllGroups), ...choices);
}

function passOn(kind: Emergency, words: string, context: CommandContext): Outcome {
  const { person, place } = context;
  const where = place.kind === 'group' ? (place.title ?? '') : undefined;
  return tellConvenors(
    emergencyTexts.cried(person.name, where, shortened(words.trim(), 120), kind),
    context,
  );
}

function duty({ records }: CommandContext): string | undefined {
  return allianceOf(records).dutyPhone;
}

/** Tells the convenors now, in quiet hours too. */
export function tellConvenors(text: Text, { records, person }: CommandContext): Outcome {
  const others = convenorsOf(records).filter(({ id }) => id !== person.id);
  return together(...others.map(({ id }) => tell(id, text, { urgent: true })));
}
