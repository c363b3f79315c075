import { fold } from '../../../core/line.ts';
import { mayActAs, type Role } from '../../../core/roles.ts';
import type { Text } from '../../../core/text.ts';
import { DAY } from '../../../core/time.ts';
import type { SpokenOf, Subject, SubjectContext } from '../../../core/wording.ts';
import { type Request, type RequestEvent, type RequestState, requests } from '../records/index.ts';
import { claimOf, isAsker, mayKnowOf, worksOn } from './permits.ts';
import { mayHappen } from './transitions.ts';

/** So long after it was resolved people still say that it is broken again. */
const REMEMBERED = 30 * DAY;

/** More of them in one state are told apart by their numbers only. */
const MOST = 50;

const SPOKEN_OF = [
  'open',
  'claimed',
  'underway',
  'held',
  'awaiting',
  'noted',
  'resolved',
] as const satisfies readonly RequestState[];

/** What this very person may say of requests now. */
export function requestSubjects(
  context: SubjectContext,
  labelOf: (request: Request) => Text,
): readonly Subject[] {
  const { person, group } = context;
  return spokenOf(context)
    .filter((one) => !one.kept || (group === undefined && mayKnowOf(one, person)))
    .flatMap((request) => {
      const invites = invitesOf(request, context);
      if (invites.length === 0) return [];
      return [
        {
          letter: '#',
          number: request.number,
          // Made when somebody has to choose: most sentences are about none of them.
          get label() {
            return labelOf(request);
          },
          called: [],
          invites,
          text: fold(request.text),
          isOwn: isAsker(request, person),
        },
      ];
    });
}

/** What may be said of requests by anybody: people know them by what stands in them. */
export const requestsSpokenOf: readonly SpokenOf[] = [
  {
    letter: '#',
    isAny: ({ records, now }) =>
      SPOKEN_OF.some((state) => {
        const old = state === 'resolved' ? now - REMEMBERED : 0;
        const before = records.countBefore(requests, 'sinceInState', state, old);
        return before < records.count(requests, 'sinceInState', state);
      }),
  },
];

/** The latest of everybody's, and of the speaker's own: these must not drown among many. */
function spokenOf(context: SubjectContext): readonly Request[] {
  const { id, unit } = context.person;
  const found = SPOKEN_OF.flatMap((state) => [
    ...latest('sinceInState', state, state, context),
    ...latest('ofParty', `${id} ${state}`, state, context),
    ...(unit === undefined ? [] : latest('ofParty', `${unit} ${state}`, state, context)),
  ]);
  return [...new Map(found.map((one) => [one.number, one])).values()].sort(
    (a, b) => a.number - b.number,
  );
}

function latest(
  index: 'sinceInState' | 'ofParty',
  key: string,
  state: RequestState,
  { records, now }: SubjectContext,
): readonly Request[] {
  const old =
    state === 'resolved' ? records.countBefore(requests, index, key, now - REMEMBERED) : 0;
  const first = Math.max(old, records.count(requests, index, key) - MOST);
  return records.slice(requests, index, key, first);
}

/** What only liaisons settle. */
function settledBy(role: Role, isOpen: boolean): readonly string[] {
  return isOpen && mayActAs(role, 'liaison') ? ['assign'] : [];
}

/** Names of the commands that may be said of it: by who asked, who has it in hand, and the others. */
function invitesOf(request: Request, { person }: SubjectContext): string[] {
  const isTheirs = isAsker(request, person);
  const isWriter = request.asker === person.id || request.reporter === person.id;
  const isDoing = worksOn(request, person) && mayActAs(person.role, 'member');
  const may = (event: RequestEvent) => mayHappen(event, request);
  return [
    'show',
    ...(isTheirs && may('accept') && claimOf(request, person) === undefined ? ['accept'] : []),
    ...(isTheirs && may('reopen') ? ['reopen'] : []),
    ...(isWriter && may('withdraw') ? ['withdraw'] : []),
    ...(!isTheirs && may('second') ? ['metoo'] : []),
    ...(may('claim') ? ['claim'] : []),
    ...settledBy(person.role, may('assign')),
    ...(isDoing && may('done') ? ['done', 'progress', 'promise', 'release'] : []),
    ...(claimOf(request, person) === undefined && may('join') ? ['join'] : []),
  ];
}
