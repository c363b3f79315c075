import { oneOf, rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { type Outcome, refuse, say, sayOwn } from '../../../core/outcome.ts';
import { lines, plain } from '../../../core/text.ts';
import { whoText } from '../../../identity/people/index.ts';
import { attendedBy, openToJoin, signedUpFor } from '../../activities/index.ts';
import { readPeriod } from '../../reports/index.ts';
import { ownRequests, ownRequestsIn } from '../../requests/index.ts';
import { mePhrases, texts, yearTexts } from '../texts.ts';

/** So many lines of each kind. */
const MOST = 2;

/** The same of what somebody did in a year. */
const MOST_OF_YEAR = 20;

export const me = command({
  name: 'me',
  zhName: '我的',
  aliases: ['我的报名', '我的需求', '我的活动'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: {
    zh: '我报了什么、提了什么、认领了什么',
    en: 'what I signed up for, asked for and took on',
  },
  examples: ['/我的', '/我的 今年', '/我的 文件'],
  phrases: mePhrases,
  args: {
    file: oneOf({ zh: '文件', en: 'file' }, ['文件', 'file', 'json']).optional(),
    when: rest({ zh: '哪一年或哪个月', en: 'which year or month' }).optional(),
  },
  run: ({ file, when }, context) => {
    const { person, place } = context;
    if (file !== undefined)
      return place.kind === 'private' ? sayOwn(texts.file, person.id) : refuse(texts.fileInPrivate);
    if (when !== undefined) return doneIn(when, context);
    const going = signedUpFor(person, context);
    const { asked, inHand } = ownRequests(person, context, context.place.kind);
    const [open] = openToJoin(person, context);
    // What others need not read stands in private only.
    const who =
      place.kind === 'private' && person.role !== 'guest'
        ? whoText(person, context.records)
        : plain(person.name);
    return say(
      lines(
        going.length > 0 ? texts.going(who) : texts.notGoing(who),
        ...going.slice(0, MOST),
        asked.length > 0 && texts.asked,
        ...asked.slice(0, MOST),
        inHand.length > 0 && texts.inHand,
        ...inHand.slice(0, MOST),
        open === undefined ? texts.moreOfMine(place.kind === 'private') : texts.alsoOpen(open),
      ),
    );
  },
});

/** What the speaker did in a year or a month, for themselves alone. */
function doneIn(when: string, context: CommandContext): Outcome {
  const { person, place, records } = context;
  const period = readPeriod(when, context);
  if (period === undefined) return refuse(yearTexts.notRead);
  if (place.kind === 'group') return refuse(yearTexts.inPrivate(period.title));
  const attended = attendedBy(person.id, period, context);
  const { resolved, asked, answered } = ownRequestsIn(person, period, context);
  const who = person.role === 'guest' ? plain(person.name) : whoText(person, records);
  if (attended.length + resolved.length + asked === 0)
    return say(yearTexts.nothing(who, period.title));
  const most = MOST_OF_YEAR;
  return say(
    lines(
      yearTexts.title(who, period.title),
      yearTexts.attended(attended.length),
      ...attended.slice(0, most).map(yearTexts.row),
      attended.length > most && yearTexts.more(attended.length - most),
      resolved.length > 0 && yearTexts.resolved(resolved.length),
      ...resolved.slice(0, most).map(yearTexts.row),
      resolved.length > most && yearTexts.more(resolved.length - most),
      asked > 0 && yearTexts.asked(asked, answered),
      period.length === 'month' ? yearTexts.wholeYear : yearTexts.another,
    ),
  );
}
