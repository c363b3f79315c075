import type { AnyCommand } from '../core/command.ts';
import type { Feature } from '../core/feature.ts';
import { type Effect, type Outcome, say, together } from '../core/outcome.ts';
import { lines, type Text } from '../core/text.ts';
import type { ViewContext } from '../core/view-context.ts';

/** So many lines are still one message. */
const MOST_LINES = 8;

/**
 * The first answer that somebody gets in private tells them, once, what features have to tell
 * everybody. It goes with the answer; beside a question, a card or a long text it goes by itself.
 */
export function withFirstWord(
  outcome: Outcome,
  command: AnyCommand,
  context: ViewContext,
  features: readonly Feature[],
): Outcome {
  const words = features.flatMap((one) =>
    one.firstWord === undefined || one.commands.includes(command) ? [] : [one.firstWord(context)],
  );
  if (words.length === 0 || outcome.erase !== undefined) return outcome;
  const word = lines(...words);
  const at = outcome.effects.findLastIndex((effect) => canTake(effect, word));
  if (at < 0) return together(outcome, say(word));
  const effects = outcome.effects.map((effect, index) =>
    index === at && effect.kind === 'answer'
      ? { ...effect, text: lines(effect.text, word) }
      : effect,
  );
  return { ...outcome, effects };
}

function canTake(effect: Effect, word: Text): boolean {
  if (effect.kind !== 'answer') return false;
  const { zh } = lines(effect.text, word);
  return zh.split('\n').length <= MOST_LINES;
}
