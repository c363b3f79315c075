import { put, type Records } from '../../core/collection.ts';
import { dueRule, feature, follow } from '../../core/feature.ts';
import { keeps, stays } from '../../core/keeping.ts';
import { remember } from '../../core/outcome.ts';
import type { Text } from '../../core/text.ts';
import { letters } from '../letters/index.ts';
import { escalate } from './commands/due/escalate.ts';
import { followLetter } from './commands/due/follow-letter.ts';
import { sendMorningDigest } from './commands/due/morning-digest.ts';
import { commands } from './commands/index.ts';
import { aboutRequests, leaveRequests } from './commands/shared/leave.ts';
import { cries, digests, requestCategories, requestEntries, requests } from './records/index.ts';
import { digestBy } from './rules/morning.ts';
import { joinedPersons } from './rules/persons.ts';
import { requestSubjects, requestsSpokenOf } from './rules/subjects.ts';
import { nextStep, promptedBy } from './rules/timetable.ts';
import { isUnfinished } from './rules/transitions.ts';
import { stateName } from './texts/history.ts';
import { requestRows } from './views/board.ts';
import { requestExport } from './views/exports.ts';
import { requestReport } from './views/figures.ts';
import { changesText, headline, nextWords, requestText } from './views/index.ts';
import { shown } from './views/words.ts';

export {
  beginWork,
  finishWork,
  giveBack,
  moveWork,
  requestsOf,
  requestTitle,
  requestToDo,
  takeOn,
  undoWork,
  worksIn,
} from './commands/shared/activity-work.ts';
export { undoEntry } from './commands/shared/undo-entry.ts';
export {
  agreeToUse,
  offerPlace,
  refuseUse,
  submitUse,
  undoAnswer,
} from './commands/shared/use.ts';
export { type Request, requests, type Use } from './records/index.ts';
export { answersForUse } from './rules/permits.ts';
export { categoriesOf, categoryFor, requestNumbered } from './rules/reading.ts';
export { useTexts } from './texts/uses.ts';
export { ownRequests, ownRequestsIn } from './views/mine.ts';
export { shown as shownText, useTime } from './views/words.ts';

export const requestsFeature = feature({
  name: 'requests',
  collections: [requests, requestEntries, requestCategories, digests, cries],
  commands,
  spokenOf: requestsSpokenOf,
  report: requestReport,
  exports: [requestExport],
  board: requestRows,
  subjects: (context) => requestSubjects(context, (request) => headline(request, context.records)),
  dueRules: [
    dueRule({
      name: 'nobody moves a request',
      collection: requests,
      at: (request) => nextStep(request)?.at,
      fire: escalate,
    }),
    dueRule({
      name: 'the morning digest',
      collection: digests,
      at: ({ next }) => next,
      fire: sendMorningDigest,
    }),
  ],
  follows: [follow({ collection: letters, decide: followLetter })],
  onClockCorrected: ({ records, now, zone }) => [
    ...records.all(digests).map((digest) => put(digests, digestBy(digest, now, zone))),
    ...records.all(requests).flatMap((request) => promptedBy(request, now)),
  ],
  merge: (from, to, { records }) => remember(...joinedPersons(from, to, records)),
  keeps: [
    keeps({
      collection: requests,
      as: 'requests',
      since: (request) => (isUnfinished(request) ? undefined : request.since),
    }),
    keeps({
      collection: requestEntries,
      as: 'requests',
      // The history goes with its request.
      since: (entry, records) => {
        const request = records.get(requests, entry.request);
        if (request === undefined) return entry.at;
        return isUnfinished(request) ? undefined : request.since;
      },
    }),
  ],
  stays: [stays('alliance', requestCategories, digests), stays('passing', cries)],
  leave: leaveRequests,
  beforeLeaving: aboutRequests,
  cards: [
    {
      name: 'request',
      view: (id, changes, context) => {
        const request = context.records.get(requests, id);
        if (request === undefined) return undefined;
        const text =
          changes.length > 0
            ? changesText(request, changes, context)
            : requestText(request, context);
        return { text, choices: nextWords(request, context.records)?.choices ?? [] };
      },
    },
  ],
});

/** `#12` of a request by its id; empty where there is none. */
export function requestNumber(records: Records, id: string): string {
  const found = records.get(requests, id);
  return found === undefined ? '' : `#${found.number}`;
}

/**
 * A request that is still to be done in one line, as every group may read it: `#12 3号楼楼道灯坏了`; the
 * state of one that is not; nothing where there is none.
 */
export function requestLine(
  records: Records,
  number: number,
  longest: number,
): { readonly line: string } | { readonly state: Text } | undefined {
  const [found] = records.where(requests, String(number));
  if (found === undefined || found.kept) return undefined;
  if (!isUnfinished(found)) return { state: stateName[found.state] };
  return { line: `#${number} ${shown(found.text, found, records, longest)}` };
}
