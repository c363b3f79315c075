import { feature } from '../../core/feature.ts';
import { keeps, stays } from '../../core/keeping.ts';
import { commands } from './commands/index.ts';
import { leaveLetters } from './commands/shared/leave.ts';
import { letterboxes, letters } from './records.ts';
import { letterSubjects } from './rules/subjects.ts';
import { letterLabel, letterReport } from './views.ts';

export {
  acceptLetter,
  reopenLetter,
  showLetter,
  undoReopened,
  undoSettled,
  withdrawLetter,
} from './commands/shared/settle.ts';
export { type Letter, letters } from './records.ts';
export { readerFor } from './rules/letters.ts';
export { firstWords } from './views.ts';

/**
 * Letters: what somebody tells one person and nobody else. The words for requests (满意, 未解决, 撤回,
 * /详情) hold for letters too, so requests ask here first; with the writer's yes they make a request
 * of one.
 */
export const lettersFeature = feature({
  name: 'letters',
  collections: [letters, letterboxes],
  commands,
  // In private only, where every message is read.
  spokenOf: [],
  subjects: (context) => letterSubjects(context, letterLabel),
  report: letterReport,
  keeps: [
    keeps({
      collection: letters,
      as: 'letters',
      // An answer that nobody says anything to ends it, too.
      since: ({ state, said, at }) => (state === 'received' ? undefined : (said.at(-1)?.at ?? at)),
    }),
  ],
  stays: [stays('alliance', letterboxes)],
  leave: leaveLetters,
});
