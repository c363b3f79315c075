import { command } from '../../../core/command.ts';
import { say } from '../../../core/outcome.ts';
import { ONLY_AHEAD } from '../rules/activities-here.ts';
import { isAhead } from '../rules/states.ts';
import { listPhrases } from '../texts/phrases.ts';
import { rosterText } from '../views/activity.ts';
import { activityNumber, noneOpen, whichActivity } from './shared/which-activity.ts';

export const list = command({
  name: 'list',
  zhName: '名单',
  aliases: ['空缺', '报名名单'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '谁报了名，还有几个名额', en: 'who is in, who waits, what is free' },
  daily: true,
  examples: ['名单', '名单 E7', '/空缺'],
  phrases: listPhrases,
  args: { activity: activityNumber.optional() },
  shortForms: ['名单 {activity}', '空缺 {activity}'],
  run: ({ activity: number }, context) => {
    const which = whichActivity(
      context,
      number,
      (activity) => number !== undefined || isAhead(activity),
      {
        none: () => noneOpen(context),
        unfit: () => noneOpen(context),
        example: (one) => `名单 E${one}`,
        since: ONLY_AHEAD,
      },
    );
    if ('answer' in which) return which.answer;
    return say(rosterText(which.activity, context, context.place.kind === 'private'));
  },
});
