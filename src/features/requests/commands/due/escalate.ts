import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, together } from '../../../../core/outcome.ts';
import { unitOf } from '../../../../identity/alliance/index.ts';
import { convenorsOf, liaisonsOf, unitOfPerson } from '../../../../identity/people/index.ts';
import type { PromptKind, Request, Use } from '../../records/index.ts';
import { applyEvent } from '../../rules/apply-event.ts';
import { askersOf, doersOf } from '../../rules/permits.ts';
import { workOf } from '../../rules/pictures.ts';
import { nextStep } from '../../rules/timetable.ts';
import { notices } from '../../texts/notices.ts';
import { useTexts } from '../../texts/uses.ts';
import { shownPictures } from '../../views/index.ts';
import { claimantsText, promiseText, shown } from '../../views/words.ts';
import { tellAll, tellAskers } from '../shared/tell.ts';

/**
 * Does what is due about a request that nobody moves: asks somebody, takes it up again, or releases
 * it.
 */
export function escalate(request: Request, context: DecisionContext): Outcome {
  const next = nextStep(request);
  if (next === undefined) throw new Error(`nothing is due for request ${request.id}`);
  const { records } = context;
  const askers = askersOf(request, records);
  const doers = doersOf(request.claimants, context);
  if (next.what === 'resume') {
    const { outcome } = applyEvent(request, { event: 'resume' }, context);
    return together(
      outcome,
      tellAll([...new Set([...askers, ...doers])], notices.resumed(request.number)),
    );
  }
  if (next.what === 'lapse') {
    const { outcome } = applyEvent(request, { event: 'lapse' }, context);
    const told = tellAskers(request, context, (yours) => notices.openAgain(yours, request.number));
    return together(outcome, told, tellAll(doers, notices.notYours(request.number)));
  }
  // After a downtime there is nothing to remind of any more; how it went is asked at once.
  const late = next.what === 'ahead' && (request.promised?.by ?? 0) <= context.now;
  const kind = late ? 'overdue' : next.what;
  const { outcome } = applyEvent(request, { event: 'prompt', prompt: kind }, context);
  return together(outcome, askSomebody(kind, request, context));
}

function askSomebody(kind: PromptKind, request: Request, context: DecisionContext): Outcome {
  const { number, state, claimants, promised } = request;
  const { records } = context;
  const words = shown(request.text, request, records, 30);
  const who = claimantsText(claimants, records);
  if (request.use !== undefined && state === 'open')
    return askAboutUse(kind, request.use, number, words, context);
  const work = shownPictures(request, workOf(request, records), context.zone);
  switch (kind) {
    case 'ahead': {
      const promise = promiseText(promised, context);
      const text =
        promise === undefined
          ? notices.overdue(number, words)
          : notices.ahead(number, words, promise);
      return tellAll(doersOf(claimants, context), text);
    }
    case 'overdue':
      return tellAll(doersOf(claimants, context), notices.overdue(number, words));
    case 'liaison':
      if (state === 'awaiting')
        return tellAll(
          liaisonsFor(request, context),
          notices.checkIt(number, words),
          undefined,
          work,
        );
      return tellAll(liaisonsFor(request, context), notices.lateForLiaison(number, words, who));
    case 'convenor': {
      const convenors = convenorsOf(records).map(({ id }) => id);
      if (state === 'open') return tellAll(convenors, notices.unclaimed(number, words));
      if (state === 'awaiting')
        return tellAll(convenors, notices.checkIt(number, words), undefined, work);
      return tellAll(convenors, notices.lateForConvenor(number, words, who));
    }
  }
}

/** Nobody but the owner of an offer can answer; after three days the convenor may help. */
function askAboutUse(
  kind: PromptKind,
  { owner }: Use,
  number: number,
  words: string,
  context: DecisionContext,
): Outcome {
  if (kind === 'overdue')
    return tellAll(doersOf([owner], context), useTexts.stillAsked(number, words));
  const convenors = convenorsOf(context.records).map(({ id }) => id);
  return tellAll(
    convenors,
    useTexts.noWord(number, words, claimantsText([owner], context.records)),
  );
}

/**
 * The liaisons who can do something about it. Late work is a matter of the claimants' own units; a
 * check is one of the community's, and not of those who did the work. Where there are none such all
 * other liaisons are asked.
 */
function liaisonsFor(request: Request, context: DecisionContext): readonly string[] {
  const { records } = context;
  const doers = doersOf(request.claimants, context);
  const others = liaisonsOf(records).filter(
    ({ id, role }) => role === 'liaison' && !doers.includes(id),
  );
  const units = request.claimants.map(
    ({ person, unit }) => unit ?? unitOfPerson(records, person ?? ''),
  );
  const theirs = others.filter(({ unit }) => unit !== undefined && units.includes(unit));
  const community = others.filter(({ unit }) => unitOf(records, unit)?.kind === 'community');
  const asked = [request.state === 'awaiting' ? [] : theirs, community, others].find(
    (those) => those.length > 0,
  );
  return (asked ?? []).map(({ id }) => id);
}
