import { rest } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { type CommandContext, command, type LastChange } from '../../../core/command.ts';
import { edit, editsOf, noted, sayBack } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { shortened, shownName } from '../../../core/names.ts';
import { type Outcome, refuse, remember, say, together } from '../../../core/outcome.ts';
import { HOUR, momentOf } from '../../../core/time.ts';
import { readWhen } from '../../../core/when/index.ts';
import { readPast } from '../../../core/when/past.ts';
import { activities, attendance, minutes } from '../records/index.ts';
import { kindOf } from '../rules/kinds.ts';
import { servedIn } from '../rules/minutes.ts';
import { pastActivity } from '../rules/new-activity.ts';
import { transition } from '../rules/transitions.ts';
import { enteringTexts } from '../texts/entering.ts';
import { headline } from '../views/activity.ts';

/** The longest text of what was done that is kept, in characters. */
const LONGEST = 1_000;

export const enter = command({
  name: 'enter',
  zhName: '补录',
  aliases: ['补记活动'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '把办过的活动补记下来', en: 'enter an activity that was held' },
  examples: ['/补录 11月18日 入户宣传 20户，惠及20人次', '/补录 昨天下午3点 座谈 @社区会议室'],
  args: { words: rest({ zh: '日期 名称 做了什么', en: 'date title what was done' }).optional() },
  run: ({ words = '' }, context) => {
    const when = readPast(words, context);
    if (!when.ok) return refuse(whyNot(words, context));
    const { title, place, text } = readHeld(when.rest);
    if (title === '') return refuse(enteringTexts.howTo);
    const { date, dateOnly } = when;
    const start = dateOnly ? momentOf(date, '09:00', context.zone) : when.start;
    const { activity, remember: changes } = pastActivity(
      {
        title,
        place,
        kind: kindOf(title),
        start,
        end: when.end ?? start + 2 * HOUR,
        late: dateOnly ? 'day' : 'hours',
        by: context.person.id,
        message: context.message,
      },
      context,
    );
    const served = text === undefined ? undefined : servedIn(fold(text));
    const { now: at, person, message, photos } = context;
    const record = {
      id: activity.id,
      text,
      served,
      photos: [...photos],
      by: person.id,
      at,
      message,
    };
    const hasRecord = text !== undefined || photos.length > 0;
    return together(
      remember(...changes),
      noted(activities, undefined, activity),
      hasRecord ? edit(minutes, undefined, record) : remember(),
      say(enteringTexts.entered(headline(activity, context), activity.number, served, hasRecord)),
    );
  },
  undo: takeBack,
});

/** What lies ahead is planned, not entered. */
function whyNot(words: string, context: CommandContext) {
  const ahead = readWhen(words, context);
  return ahead.ok && ahead.start > context.now
    ? enteringTexts.notYet(words.trim())
    : enteringTexts.howTo;
}

/** The name is the first word, with the place wherever it stands; what is left is what was done. */
function readHeld(words: string) {
  const all = words.split(/[\s，,；;]+/).filter(Boolean);
  const place = all.find((word) => /^[@＠]./.test(word));
  const title = all.find((word) => word !== place) ?? '';
  const left = words
    .replace(place ?? '', ' ')
    .replace(title, ' ')
    .replace(/^[\s，,；;]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    title: title === '' ? '' : shownName(title),
    place: place === undefined ? undefined : shownName(place.slice(1)),
    text: left === '' ? undefined : shortened(left, LONGEST),
  };
}

/** It is struck, unless somebody has gone on with it. */
function takeBack(change: LastChange, context: CommandContext): Outcome {
  const { records } = context;
  const [made] = editsOf(activities, change, records);
  const activity = made?.now;
  if (made === undefined || activity === undefined) throw new Error('an activity does not go away');
  const record = editsOf(minutes, change, records);
  const goneOn =
    made.since.length > 0 ||
    record.some(({ since }) => since.length > 0) ||
    records.where(attendance, activity.id).length > 0;
  if (goneOn) return refuse(enteringTexts.goneOn(activity.number), `/活动 E${activity.number}`);
  return together(
    remember(
      put(activities, transition(activity, 'strike', context.now)),
      ...record.map(({ back }) => back),
    ),
    sayBack(enteringTexts.struck(headline(activity, context))),
  );
}
