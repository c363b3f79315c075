import { command } from '../../../core/command.ts';
import { refuse } from '../../../core/outcome.ts';
import { DAY } from '../../../core/time.ts';
import { sayWhen } from '../../../core/when/index.ts';
import { minutes, recaps } from '../records/index.ts';
import { hasBegun } from '../rules/states.ts';
import { recapTexts } from '../texts/recap.ts';
import { showRecap } from './shared/recap-draft.ts';
import { activityNumber, whichActivity } from './shared/which-activity.ts';

export const recap = command({
  name: 'recap',
  zhName: '战报',
  aliases: ['成果'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: {
    zh: '活动的成果，先给您看，回「发」再发到群里',
    en: 'what came of it, for its groups',
  },
  examples: ['/战报 E7', '/战报'],
  args: { activity: activityNumber.optional() },
  run: ({ activity: number }, context) => {
    const { records, now } = context;
    const which = whichActivity(
      context,
      number,
      (one) =>
        hasBegun(one) && (number !== undefined || records.get(minutes, one.id) !== undefined),
      {
        none: () => refuse(recapTexts.noneHeld),
        unfit: (one) => refuse(recapTexts.noRecord(one.number)),
        example: (one) => `/战报 E${one}`,
        since: now - 7 * DAY,
      },
    );
    if ('answer' in which) return which.answer;
    const { activity } = which;
    const kept = records.get(minutes, activity.id);
    if (kept?.text === undefined && kept?.served === undefined)
      return refuse(recapTexts.noRecord(activity.number));
    const sent = records.get(recaps, activity.id)?.sent;
    return sent === undefined
      ? showRecap(activity, context)
      : refuse(recapTexts.sentAlready(activity.number, sayWhen({ start: sent }, context)));
  },
  undo: recapTexts.waits,
});
