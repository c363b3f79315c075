import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import { type Group, groups } from '../../../../identity/alliance/index.ts';
import { convenorsOf } from '../../../../identity/people/index.ts';
import { noticesTexts } from '../../texts/notices.ts';

/** Tells the convenors once that the bot is no longer in a group. */
export function tellGroupGone(group: Group, { records }: DecisionContext): Outcome {
  return together(
    remember(put(groups, { ...group, gone: group.gone && { ...group.gone, told: true } })),
    ...convenorsOf(records).map((person) => tell(person.id, noticesTexts.groupGone(group.title))),
  );
}
