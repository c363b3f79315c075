import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { shortened } from '../../../core/names.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import { type Outcome, refuse } from '../../../core/outcome.ts';
import { DAY, dateOf, HOUR, MINUTE, momentOf, timeOf } from '../../../core/time.ts';
import { readWhen } from '../../../core/when/index.ts';
import type { Activity } from '../records/index.ts';
import { allows } from '../rules/transitions.ts';
import { organisingTexts } from '../texts/organising.ts';
import { reschedulePhrases } from '../texts/phrases.ts';
import { signupTexts, stateName } from '../texts/sign-up.ts';
import { headline } from '../views/activity.ts';
import { moveBack, moveTo } from './shared/move.ts';
import { activityNumber, noneOpen, whichActivity } from './shared/which-activity.ts';

/** The longest reason that is told, in characters. */
const LONGEST = 60;

const BY_SO_MUCH = new RegExp(
  `^(?:(?:推迟|延后|延迟|往后|晚)|(提前|往前|早))\\s*(半|${numberSource(2)})\\s*个?(小时|钟头|分钟|天|周|星期)`,
);
const UNITS: Readonly<Record<string, number>> = {
  小时: HOUR,
  钟头: HOUR,
  分钟: MINUTE,
  天: DAY,
  周: 7 * DAY,
  星期: 7 * DAY,
};

export const reschedule = command({
  name: 'reschedule',
  zhName: '改期',
  aliases: ['改时间'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: {
    zh: '活动改期，报了名的都会收到通知',
    en: 'move an activity; everyone signed up is told',
  },
  examples: [
    '/改期 E7 28日9点',
    '/改期 E7 28日9点 下雨',
    '/改期 E7 推迟一小时',
    '/改期 E7 下周六下午3点到5点',
  ],
  phrases: reschedulePhrases,
  args: { activity: activityNumber, when: rest({ zh: '新的时间', en: 'new time' }) },
  run: ({ activity: number, when }, context) => {
    const canBe = (activity: Activity) => allows('reschedule', activity);
    const which = whichActivity(context, number, canBe, {
      none: () => noneOpen(context),
      unfit: (activity) =>
        refuse(signupTexts.cannotChange(activity.number, stateName[activity.state])),
      example: (one) => `/改期 E${one} ${when}`,
    });
    return 'answer' in which ? which.answer : move(which.activity, when, context);
  },
  undo: moveBack,
});

/**
 * A day alone keeps the time of day; the length and the check-in around it stay unless they are
 * said.
 */
function move(activity: Activity, words: string, context: CommandContext): Outcome {
  const to = readMove(activity, words, context);
  if (to === 'unclear') return refuse(organisingTexts.howToMove(activity.number));
  if (to === 'past' || to.start <= context.now)
    return refuse(organisingTexts.movePast(activity.number));
  const { start, end, why } = to;
  if (start === activity.start && end === activity.end)
    return refuse(organisingTexts.sameTime(headline(activity, context)));
  return moveTo(activity, { start, end }, context, why);
}

/** Begins with a time of day, and names no day. */
const CLOCK_ALONE =
  /^(?:上午|下午|早上|晚上|中午|傍晚)? ?(?:\d{1,2}:\d\d|(?:\d{1,2}|[一二两三四五六七八九十]{1,3})点|\d{1,2} ?[ap]m)/;

interface Move {
  readonly start: number;
  readonly end: number;
  readonly why?: string;
}

/** `28日9点 下雨`, `推迟一小时`: the new time, and why. */
function readMove(
  activity: Activity,
  words: string,
  { now, zone }: CommandContext,
): Move | 'past' | 'unclear' {
  const length = activity.end - activity.start;
  const [whole = '', sooner, amount = '', unit = ''] = BY_SO_MUCH.exec(fold(words)) ?? [];
  if (whole !== '') {
    const by =
      (amount === '半' ? 0.5 : readNumber(amount)) *
      (UNITS[unit] ?? 0) *
      (sooner === undefined ? 1 : -1);
    const start = activity.start + by;
    return { start, end: start + length, ...because(words.slice(whole.length)) };
  }
  // A time of day alone is of the day that it is on.
  const from = CLOCK_ALONE.test(fold(words).trim())
    ? momentOf(dateOf(activity.start, zone), '00:00', zone)
    : now;
  const when = readWhen(words, { now: from, zone });
  if (!when.ok) return when.reason === 'past' ? 'past' : 'unclear';
  // Two times, or one that was not read to its end.
  if (/\d|[点号日]|或/.test(when.rest)) return 'unclear';
  const start = when.dateOnly
    ? momentOf(when.date, timeOf(activity.start, zone), zone)
    : when.start;
  return { start, end: when.end ?? start + length, ...because(when.rest) };
}

function because(words: string): Pick<Move, 'why'> {
  const why = words.replace(/^(?:开始|举行|集合|进行)?[\s,，。:：]*(?:原因|因为)?[\s:：]*/, '');
  return why === '' ? {} : { why: shortened(why.replaceAll('\n', ' '), LONGEST) };
}
