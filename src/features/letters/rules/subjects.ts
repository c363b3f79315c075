import { fold } from '../../../core/line.ts';
import type { Subject, SubjectContext } from '../../../core/wording.ts';
import { type Letter, letters } from '../records.ts';

/** More of them are told apart by their numbers only. */
const MOST = 10;

/** What its writer may say of a letter in private, without its number: 满意, 还没好. */
export function letterSubjects(
  { records, person, group }: SubjectContext,
  labelOf: (letter: Letter) => Subject['label'],
): readonly Subject[] {
  if (group !== undefined) return [];
  return records.slice(letters, 'waiting', person.id, -MOST).map((letter) => ({
    letter: '#',
    number: letter.number,
    label: labelOf(letter),
    called: [],
    invites: ['show', 'withdraw', ...(letter.state === 'answered' ? ['accept', 'reopen'] : [])],
    text: fold(letter.said[0]?.text ?? ''),
    isOwn: true,
  }));
}
