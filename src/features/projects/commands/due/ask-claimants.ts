import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import { dateOf, monthOf } from '../../../../core/time.ts';
import { liaisonsOf } from '../../../../identity/people/index.ts';
import { type Project, projects } from '../../records.ts';
import { askNext, isPlanned, monthsLater } from '../../rules/asking.ts';
import { pairTexts } from '../../texts/calls.ts';
import { projectTexts } from '../../texts/projects.ts';
import { titleOf } from '../../views/index.ts';

/** On the first of a month: nothing is planned yet. */
export function askClaimants(project: Project, context: DecisionContext): Outcome {
  const next = remember(put(projects, { ...project, asks: askNext(context) }));
  if (isPlanned(project, context)) return next;
  const { month } = monthOf(dateOf(context.now, context.zone));
  const text = projectTexts.askMonth(project.number, titleOf(project), month);
  return together(next, ...doersOf(project, context).map((person) => tell(person, text)));
}

/** A pair has not visited each other for as long as its rhythm is. */
export function askForVisit(project: Project, context: DecisionContext): Outcome {
  const { pair } = project;
  if (pair === undefined) throw new Error(`project ${project.id} is no pair`);
  const due = monthsLater(context.now, pair.everyMonths, context.zone);
  const text = pairTexts.due(project.number, pair.partner);
  return together(
    remember(put(projects, { ...project, pair: { ...pair, due } })),
    ...doersOf(project, context).map((person) => tell(person, text)),
  );
}

/** Of a unit its liaisons, as they are now. */
function doersOf({ claims }: Project, { records }: DecisionContext): readonly string[] {
  const doers = claims.flatMap(({ person, unit }) => {
    const liaisons = liaisonsOf(records).filter((one) => unit !== undefined && one.unit === unit);
    return liaisons.length > 0 ? liaisons.map(({ id }) => id) : [person];
  });
  return [...new Set(doers)];
}
