import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import { type BroadcastRow, broadcasts } from '../../../../core/records.ts';
import { liaisonsOf } from '../../../../identity/people/index.ts';
import { missedText } from '../../views/missed.ts';

/** Tells the liaisons once about everything that did not reach a group. */
export function reportMissed(_: BroadcastRow, context: DecisionContext): Outcome {
  const { records } = context;
  const missed = records.slice(broadcasts, 'missed', 'missed');
  const text = missedText(missed, context);
  return together(
    remember(...missed.map((row) => put(broadcasts, { ...row, reported: true }))),
    ...liaisonsOf(records).map((person) => tell(person.id, text)),
  );
}
