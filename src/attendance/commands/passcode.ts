import { type Activity, activities, activityNumber, headline, isAhead, whichActivity } from '../../activities/index.ts';
import { oneOf, spokenWord } from '../../core/arguments.ts';
import { put } from '../../core/collection.ts';
import { command } from '../../core/command.ts';
import { refuse, remember, say, sayLink, together } from '../../core/outcome.ts';
import { texts } from '../texts.ts';

export const passcode = command({
  latin: 'passcode',
  zh: '口令',
  also: ['签到口令'],
  who: 'liaison',
  where: 'private',
  summary: { zh: '看签到口令，或换一个', en: 'see the check-in word, or change it' },
  examples: ['/口令', '/口令 桂花', '/口令 E7 不用'],
  args: {
    activity: activityNumber.optional(),
    off: oneOf({ zh: '不用', en: 'off' }, ['不用', '取消', 'off']).optional(),
    word: spokenWord({ zh: '新口令', en: 'word' }).optional(),
  },
  run: ({ activity: number, off, word }, spoken) => {
    const which = whichActivity(spoken, number, isAhead, {
      none: () => refuse(texts.noneOpen(undefined), '日程'),
      unfit: () => refuse(texts.noneOpen(undefined), '日程'),
      example: (one) => ['/口令', `E${one}`, word].filter((part) => part !== undefined).join(' '),
    });
    if ('answer' in which) return which.answer;
    const { activity } = which;
    if (off !== undefined) {
      const without: Activity = { ...activity, passcode: undefined };
      return together(remember(put(activities, without)), say(texts.wordOff(activity.number)));
    }
    if (word !== undefined)
      return together(
        remember(put(activities, { ...activity, passcode: word })),
        say(texts.wordChanged(activity.number, word)),
      );
    const head = headline(activity, spoken);
    if (activity.passcode === undefined) return say(texts.noWord(head));
    return sayLink(texts.wordForBoard(head, activity.passcode), `/签到 E${activity.number} ${activity.passcode}`);
  },
});
