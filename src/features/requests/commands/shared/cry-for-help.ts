import { put } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { shortened } from '../../../../core/names.ts';
import { nothing, type Outcome, remember, say, tell, together } from '../../../../core/outcome.ts';
import { lines, type Text } from '../../../../core/text.ts';
import { MINUTE } from '../../../../core/time.ts';
import { allianceOf } from '../../../../identity/alliance/index.ts';
import { convenorsOf, helperFor } from '../../../../identity/people/index.ts';
import { cries, type Emergency } from '../../records/index.ts';
import { isForAllEars } from '../../rules/emergency.ts';
import { emergencyTexts } from '../../texts/emergency.ts';

/**
 * Of one emergency in one chat the convenor hears once in this time, and a group that does not ask
 * is told once.
 */
const ONCE_IN = 10 * MINUTE;

/** Answers what was cried out, and passes it on. */
export function cry(kind: Emergency, words: string, context: CommandContext): Outcome {
  return together(answer(kind, words, context), passOnOnce(kind, words, context));
}

/** The convenors hear of it now, and not again for a while. */
export function passOnOnce(kind: Emergency, words: string, context: CommandContext): Outcome {
  const { chat, now } = context;
  return isKnown(kind, context)
    ? nothing
    : together(remember(put(cries, { id: chat, kind, at: now })), passOn(kind, words, context));
}

export function isKnown(kind: Emergency, { records, chat, now }: CommandContext): boolean {
  const known = records.get(cries, chat);
  return known?.kind === kind && Math.abs(now - known.at) < ONCE_IN;
}

function answer(kind: Emergency, words: string, context: CommandContext): Outcome {
  if (kind === 'life') {
    const helper = helperFor(context.person, context.records)?.name;
    return say(emergencyTexts.youAreNotAlone(helper, duty(context)));
  }
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

export function duty({ records }: CommandContext): string | undefined {
  return allianceOf(records).dutyPhone;
}

/** Tells the convenors now, in quiet hours too. */
export function tellConvenors(text: Text, { records, person }: CommandContext): Outcome {
  const others = convenorsOf(records).filter(({ id }) => id !== person.id);
  return together(...others.map(({ id }) => tell(id, text, { urgent: true })));
}
