import { activityNumber, headline, whichActivity } from '../../activities/index.ts';
import { command } from '../../core/command.ts';
import { refuse, say } from '../../core/outcome.ts';
import { texts } from '../texts.ts';
import { missingText } from '../views.ts';

export const missing = command({
  latin: 'missing',
  zh: '还差谁',
  also: ['谁没到', '没到'],
  who: 'guest',
  where: 'anywhere',
  summary: { zh: '报了名还没到的人', en: 'who signed up and is not here yet' },
  examples: ['/还差谁 E7', '/还差谁'],
  args: { activity: activityNumber.optional() },
  run: ({ activity: number }, spoken) => {
    const which = whichActivity(spoken, number, ({ state }) => state === 'underway' || state === 'held', {
      none: () => refuse(texts.noneOpen(undefined), '日程'),
      unfit: (activity) => refuse(texts.notBegun(headline(activity, spoken)), `名单 E${activity.number}`),
      example: (one) => `/还差谁 E${one}`,
    });
    return 'answer' in which ? which.answer : say(missingText(which.activity, spoken.records));
  },
});
