import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { nothing, type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import { groups, groupsOf, kindOfGroup } from '../../../../identity/alliance/index.ts';
import { convenorsOf } from '../../../../identity/people/index.ts';
import { groupTexts } from '../../texts/groups.ts';

/**
 * Asks the convenors, once for each group, what the groups are that have not said so: what is sent
 * to several groups now goes to all of these.
 */
export function askKinds({ records, reaches }: DecisionContext): Outcome {
  const all = groupsOf(records);
  const unsaid = all.filter((group) => kindOfGroup(group) === undefined && group.asked !== true);
  const reached = convenorsOf(records).filter(({ id }) => reaches(id));
  if (all.length < 2 || unsaid.length === 0 || reached.length === 0) return nothing;
  return together(
    remember(...unsaid.map((group) => put(groups, { ...group, asked: true }))),
    ...reached.map(({ id }) => tell(id, groupTexts.whatAreThey(unsaid))),
  );
}
