import { command } from '../../../core/command.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { isAsker } from '../rules/permits.ts';
import { refusals } from '../texts/refusals.ts';
import { secondWording } from '../texts/wording-checking.ts';
import { requestNumber } from './shared/arguments.ts';
import { findRequest, unlessGuess } from './shared/find-request.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const second = command({
  name: 'metoo',
  zhName: '也是',
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '我也有同样的情况', en: 'say that you need the same' },
  examples: ['12 也是', '#12 也是', '/也是 12'],
  args: { number: requestNumber },
  shortForms: ['{number} 也是'],
  // Glued, with a sign, the other way round: meant if there is such a request, and the speaker is
  // not in it yet.
  parseWhole: ({ folded }) => {
    const [, before, behind] =
      /^(?:#?(\d{1,6})号?\s*也是|我也是\s*#?(\d{1,6})号?)[!.。~]*$/.exec(folded) ?? [];
    const number = before ?? behind;
    return number === undefined ? undefined : { number: Number(number) };
  },
  wording: secondWording,
  run: ({ number }, context) => {
    const picked = findRequest(number, context, 'second', '也是');
    if ('answer' in picked) return picked.answer;
    if (isAsker(picked.request, context.person))
      return unlessGuess(context, refusals.alreadySecond(number));
    return applyEvent(picked.request, saidBy(context, 'second'), context).outcome;
  },
  undo: undoEntry,
});
