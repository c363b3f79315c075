import { fold } from '../../../core/line.ts';
import { mayActAs } from '../../../core/roles.ts';
import type { Text } from '../../../core/text.ts';
import { DAY } from '../../../core/time.ts';
import type { Subject, SubjectContext } from '../../../core/wording.ts';
import { type Request, requests } from '../records.ts';
import { claimOf, isAsker, worksOn } from './permits.ts';
import { allows, isAlive } from './transitions.ts';

/** So long after it was resolved people still say that it is broken again. */
const REMEMBERED = 30 * DAY;

/** What this very person may say of requests now. */
export function requestSubjects(
  context: SubjectContext,
  labelOf: (request: Request) => Text,
): readonly Subject[] {
  const { records, now, person } = context;
  return records
    .all(requests)
    .filter((one) => isAlive(one) || one.state === 'noted' || isRecent(one, now))
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

function isRecent({ state, since }: Request, now: number): boolean {
  return state === 'resolved' && now - since < REMEMBERED;
}

/** Names of the commands that may be said of it: by who asked, who has it in hand, and the others. */
function invitesOf(request: Request, { person }: SubjectContext): string[] {
  const isTheirs = isAsker(request, person);
  const isWriter = request.asker === person.id || request.reporter === person.id;
  const isDoing = worksOn(request, person) && mayActAs(person.role, 'member');
  const may = (event: Parameters<typeof allows>[0]) => allows(event, request);
  return [
    'show',
    ...(isTheirs && may('accept') && claimOf(request, person) === undefined ? ['accept'] : []),
    ...(isTheirs && may('reopen') ? ['reopen'] : []),
    ...(isWriter && may('withdraw') ? ['withdraw'] : []),
    ...(!isTheirs && may('second') ? ['metoo'] : []),
    ...(may('claim') ? ['claim'] : []),
    ...(isDoing && may('done') ? ['done', 'progress', 'promise', 'release'] : []),
    ...(claimOf(request, person) === undefined && may('join') ? ['join'] : []),
  ];
}
