import { minutesCount, oneOf, spokenWord } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { allBack, edit, editsOf, sayBack } from '../../../core/edits.ts';
import { ignore } from '../../../core/ignored.ts';
import { type Outcome, refuse, say, sayLink, tell, together } from '../../../core/outcome.ts';
import type { Text } from '../../../core/text.ts';
import { MINUTE, timeOf } from '../../../core/time.ts';
import { type Activity, activities } from '../records/index.ts';
import { activitiesHere, underwayFirst } from '../rules/activities-here.ts';
import { isAhead } from '../rules/states.ts';
import { checkinTexts } from '../texts/checkin.ts';
import { checkinSettingTexts } from '../texts/checkin-setting.ts';
import { passcodePhrases } from '../texts/phrases.ts';
import { headline } from '../views/activity.ts';
import { activityNumber, whichActivity } from './shared/which-activity.ts';

/** How often it changes when no number is said, minutes. */
const ROTATION = 5;

export const passcode = command({
  name: 'passcode',
  zhName: '口令',
  aliases: ['签到口令'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '看签到口令，或换一个', en: 'see the check-in word, or change it' },
  daily: true,
  examples: ['口令', '/口令 桂花', '/口令 E7 不用', '/口令 轮换 5'],
  args: {
    activity: activityNumber.optional(),
    off: oneOf({ zh: '不用', en: 'off' }, ['不用', '取消', 'off']).optional(),
    rotate: oneOf({ zh: '轮换', en: 'rotate' }, ['轮换', 'rotate']).optional(),
    minutes: minutesCount({ zh: '几分钟', en: 'minutes' }).optional(),
    word: spokenWord({ zh: '新口令', en: 'word' }).optional(),
  },
  phrases: passcodePhrases,
  shortForms: ['口令 {activity}'],
  run: ({ activity: number, off, rotate, minutes, word }, context) => {
    const ahead = underwayFirst(context, number, isAhead);
    if (context.trigger === 'short' && activitiesHere(context, ahead).length === 0)
      return ignore('nothing-open');
    const isPublic = context.place.kind === 'group';
    if (isPublic && [off, rotate, minutes, word].some((one) => one !== undefined))
      return refuse(checkinSettingTexts.wordInPrivate);
    const which = whichActivity(context, number, ahead, {
      none: () => refuse(checkinTexts.noneOpen(undefined), '日程'),
      unfit: () => refuse(checkinTexts.noneOpen(undefined), '日程'),
      example: (one) => ['/口令', `E${one}`, word].filter((part) => part !== undefined).join(' '),
    });
    if ('answer' in which) return which.answer;
    const { activity } = which;
    if (rotate !== undefined) return rotated(activity, minutes ?? ROTATION, context);
    if (off !== undefined) {
      const without: Activity = { ...activity, ...noRotation, passcode: undefined };
      return together(
        edit(activities, activity, without),
        say(checkinSettingTexts.wordOff(activity.number)),
      );
    }
    if (word !== undefined)
      return together(
        edit(activities, activity, { ...activity, ...noRotation, passcode: word }),
        say(checkinSettingTexts.wordChanged(activity.number, word)),
      );
    const head = headline(activity, context);
    if (activity.passcode === undefined) return say(checkinSettingTexts.noWord(head));
    if (isPublic)
      return inPrivate(
        activity,
        checkinSettingTexts.wordForBoard(head, activity.passcode),
        context,
      );
    return sayLink(
      checkinSettingTexts.wordForBoard(head, activity.passcode),
      `/签到 E${activity.number} ${activity.passcode}`,
    );
  },
  undo: (change, { records }) => {
    const edited = editsOf(activities, change, records);
    const [before] = edited.flatMap((one) => one.before ?? []);
    if (before === undefined) throw new Error('an activity does not go away');
    const { number, passcode: word, rotation } = before;
    const back = isAhead(before) ? allBack(edited) : undefined;
    if (back === undefined)
      return refuse(checkinSettingTexts.wordChangedSince(number), `/口令 E${number}`);
    return together(
      back,
      sayBack(
        word === undefined
          ? checkinSettingTexts.wordOff(number)
          : checkinSettingTexts.wordIs(number, word, rotation?.minutes),
      ),
    );
  },
});

/** Said in a group the word would be worth nothing. */
function inPrivate({ number }: Activity, text: Text, { person, reaches }: CommandContext): Outcome {
  if (!reaches(person.id)) return refuse(checkinSettingTexts.wordInPrivate);
  return together(
    tell(person.id, text, { urgent: true }),
    say(checkinSettingTexts.wordSent(number)),
  );
}

const noRotation = { rotation: undefined, rotatesAt: undefined, former: undefined };

/** Before check-in opens it is only noted; 0 ends it. */
function rotated(
  activity: Activity,
  minutes: number,
  { now, person, zone }: CommandContext,
): Outcome {
  if (activity.passcode === undefined)
    return refuse(
      checkinSettingTexts.noWordToRotate(activity.number),
      `/口令 E${activity.number} 桂花`,
    );
  if (minutes === 0)
    return together(
      edit(activities, activity, { ...activity, ...noRotation }),
      say(checkinSettingTexts.rotationOff(activity.number, activity.passcode)),
    );
  const rotatesAt = Math.max(now, activity.opens) + minutes * MINUTE;
  return together(
    edit(activities, activity, {
      ...activity,
      rotation: { minutes, person: person.id },
      rotatesAt,
    }),
    say(
      checkinSettingTexts.rotationOn(
        activity.number,
        minutes,
        timeOf(rotatesAt, zone),
        activity.passcode,
      ),
    ),
  );
}
