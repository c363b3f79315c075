import type { Records } from '../../../../core/collection.ts';
import { type CommandContext, type DecisionContext, groupHere } from '../../../../core/command.ts';
import { editsOf, noted } from '../../../../core/edits.ts';
import type { Edit } from '../../../../core/last-changes.ts';
import { nothing, type Outcome, say, tell, together } from '../../../../core/outcome.ts';
import type { Text } from '../../../../core/text.ts';
import { sayWhen } from '../../../../core/when/index.ts';
import { nameOf } from '../../../../identity/people/index.ts';
import {
  type Claimant,
  type Request,
  type RequestEntry,
  requestEntries,
  requests,
} from '../../records/index.ts';
import { applyEvent, type NewEntry } from '../../rules/apply-event.ts';
import { requestNumbered } from '../../rules/reading.ts';
import { allows } from '../../rules/transitions.ts';
import { stateName } from '../../texts/history.ts';
import { notices } from '../../texts/notices.ts';
import { workTexts } from '../../texts/work.ts';
import { newsText } from '../../views/index.ts';
import { sentence } from '../../views/sentence.ts';
import { hidesSomething, shown } from '../../views/words.ts';
import { tellAskers } from './tell.ts';
import { withoutEntry } from './undo-entry.ts';

/** An activity as requests know it: what does them, when, and who runs it. */
export interface Doing {
  readonly id: string;
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly by?: string | undefined;
}

type Situation = DecisionContext & Partial<Pick<CommandContext, 'person' | 'place' | 'message'>>;

/** The requests that an activity does or has done, as their claimants say. */
export function requestsOf({ id }: Pick<Doing, 'id'>, records: Records): readonly Request[] {
  return records.slice(requests, 'byActivity', id);
}

/** Why an activity cannot take a request on: there is none, it is over, or it has it already. */
export type NotTaken = { readonly number: number; readonly state?: Text };

/**
 * The request of a number that an activity may take on; of one that was merged into another, the
 * other.
 */
export function requestToDo(number: number, records: Records): Request | NotTaken {
  let found = requestNumbered(records, number);
  for (let step = 0; found?.state === 'duplicate' && step < 9; step++)
    found = records.get(requests, found.of ?? '');
  if (found === undefined || found.kept || found.kind === 'voice') return { number };
  return allows('take', found) ? found : { number: found.number, state: stateName[found.state] };
}

/** What a request is called where an activity has its name: its words, without the number. */
export function requestTitle(number: number, records: Records): string | undefined {
  const found = requestNumbered(records, number);
  return found === undefined || found.kept ? undefined : shown(found.text, found, records, 30);
}

/** An activity takes requests on: they are its to do at its time, and who asked is told. */
export function takeOn(all: readonly Request[], doing: Doing, context: CommandContext): Outcome {
  const { start, end } = doing;
  const promised = { start, end, dateOnly: false, by: end };
  const when = sayWhen({ start, end }, context);
  const free = all.filter((one) => claimBy(doing, one) === undefined);
  return together(
    ...free.map((before) => {
      const claimant = claimantOf(doing, context);
      const { request, outcome } = apply(before, { event: 'take', claimant, promised }, context);
      const text = (yours: Text) => workTexts.planned(yours, request.number, doing.number, when);
      return together(
        outcome,
        tellAskers(request, context, text, context.person.id),
        detailsFor(request, claimant.person, context),
      );
    }),
  );
}

/** What groups do not get goes to whoever runs the activity. */
function detailsFor(request: Request, person: string | undefined, context: Situation): Outcome {
  if (person === undefined || !hidesSomething(request)) return nothing;
  const { number, text, asker } = request;
  if (context.reaches(person))
    return tell(person, notices.details(number, text, nameOf(context.records, asker)));
  return context.person === undefined ? nothing : say(notices.howToReach(number));
}

/** The activity has begun: what it does is under way. */
export function beginWork(doing: Doing, context: DecisionContext): Outcome {
  return each(doing, ['claimed'], context, (before, claimant) => {
    return apply(before, { event: 'begin', claimant }, context).outcome;
  });
}

/** The activity was moved: what it alone does is promised for its new time. */
export function moveWork(doing: Doing, context: CommandContext): Outcome {
  const { start, end } = doing;
  const promised = { start, end, dateOnly: false, by: end };
  const when = sayWhen({ start, end }, context);
  return each(doing, ['claimed', 'underway'], context, (before, claimant) => {
    if (before.claimants.length > 1) return nothing;
    const { request, outcome } = apply(before, { event: 'promise', claimant, promised }, context);
    const text = (yours: Text) => workTexts.plannedAnew(yours, request.number, doing.number, when);
    return together(outcome, tellAskers(request, context, text, context.person.id));
  });
}

/** It was done, as the record says: who asked is asked whether it is solved. */
export function finishWork(doing: Doing, note: string | undefined, context: Situation): Outcome {
  return each(doing, ['claimed', 'underway'], context, (before, claimant) => {
    const event = { event: 'done' as const, claimant, note };
    const { request, outcome } = apply(before, event, context, { at: homeOf(before) });
    const what = sentence(
      { id: '', request: request.id, at: context.now, ...event },
      request,
      context,
    );
    const text = (yours: Text) => notices.done(yours, request.number, what);
    return together(outcome, tellAskers(request, context, text, context.person?.id));
  });
}

/** The activity does not do these, or none of them: others may, and who asked is told. */
export function giveBack(doing: Doing, context: CommandContext, only?: readonly number[]): Outcome {
  return each(doing, ['claimed', 'underway'], context, (before, claimant) => {
    if (only !== undefined && !only.includes(before.number)) return nothing;
    const { request, outcome } = apply(before, { event: 'release', claimant }, context);
    const text = (yours: Text) => workTexts.notPlanned(yours, request.number, doing.number);
    return together(outcome, tellAskers(request, context, text, context.person.id));
  });
}

/**
 * What a command changed in the requests of an activity is as it was before, unless something has
 * come of it since; who asked is told.
 */
export function undoWork(
  change: { readonly edits: readonly Edit[] },
  context: CommandContext,
): Outcome {
  const { records } = context;
  return together(
    ...editsOf(requestEntries, change, records).map(({ now: entry }) => {
      const request = entry && records.get(requests, entry.request);
      if (entry === undefined || request === undefined) return nothing;
      if (isBuiltOn(entry, records)) return nothing;
      const { now, undone, outcome } = withoutEntry(entry, request, context);
      const text = newsText(undone, now, context);
      return together(
        outcome,
        tellAskers(now, context, () => text, context.person.id),
      );
    }),
  );
}

/** The numbers of the requests of an activity that a command changed. */
export function worksIn(
  change: { readonly edits: readonly Edit[] },
  records: Records,
): readonly number[] {
  const changed = editsOf(requestEntries, change, records);
  return changed.flatMap(({ now }) => records.get(requests, now?.request ?? '')?.number ?? []);
}

function isBuiltOn(entry: RequestEntry, records: Records): boolean {
  if (entry.undone !== undefined) return true;
  const history = records.where(requestEntries, entry.request);
  const later = history.slice(history.findIndex(({ id }) => id === entry.id) + 1);
  return later.some(({ event, undone }) => undone === undefined && event !== 'photos');
}

function each(
  doing: Doing,
  states: readonly Request['state'][],
  context: Pick<DecisionContext, 'records'>,
  what: (request: Request, claimant: Claimant) => Outcome,
): Outcome {
  const theirs = requestsOf(doing, context.records).filter(({ state }) => states.includes(state));
  return together(
    ...theirs.map((request) => {
      const claimant = claimBy(doing, request);
      return claimant === undefined ? nothing : what(request, claimant);
    }),
  );
}

function claimBy({ id }: Doing, { claimants }: Request): Claimant | undefined {
  return claimants.find(({ activity }) => activity?.id === id);
}

function claimantOf({ id, number, by }: Doing, { person }: CommandContext): Claimant {
  return { person: by ?? person.id, activity: { id, number } };
}

/**
 * Its card is told elsewhere only: here the card of the activity says so. The entry is noted, so
 * that the command of the activity can take it back.
 */
function apply(
  before: Request,
  event: Omit<NewEntry, 'by' | 'message'>,
  context: Situation,
  shows?: { readonly at: readonly string[] },
) {
  const { place, person, message } = context;
  const here = groupHere(place);
  const at = homeOf(before).filter((group) => group !== here);
  const said = person === undefined ? {} : { by: person.id, message };
  const { request, entry, outcome } = applyEvent(
    before,
    { ...event, ...said },
    context,
    shows ?? { at: person === undefined ? [] : at, resend: false, acknowledged: true },
  );
  return {
    request,
    outcome: together({ ...outcome, change: undefined }, noted(requestEntries, undefined, entry)),
  };
}

function homeOf({ group }: Request): readonly string[] {
  return group === undefined ? [] : [group];
}
