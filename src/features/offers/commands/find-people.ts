import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { refuse, say } from '../../../core/outcome.ts';
import { lines } from '../../../core/text.ts';
import { categoriesOf, categoryFor } from '../../requests/index.ts';
import { offers } from '../records.ts';
import { offersLike } from '../rules/fitting.ts';
import { readHours } from '../rules/hours.ts';
import { matchTexts } from '../texts/matches.ts';
import { offerLine } from '../views.ts';

const MOST = 6;

export const findPeople = command({
  name: 'find',
  zhName: '找人',
  standsApart: true,
  minRole: 'liaison',
  scope: 'private',
  summary: { zh: '按会什么、什么时候有空找人', en: 'find people by what they can do' },
  examples: ['/找人 电工 周六', '/找人 理发'],
  args: { what: rest({ zh: '会什么，什么时候', en: 'what, and when' }).optional() },
  run: ({ what = '' }, context) => {
    const { records } = context;
    const words = what.split(/[\s,，]+/).filter(Boolean);
    const days = words.flatMap((word) => readHours(word)?.weekdays ?? []);
    const text = words.filter((word) => readHours(word) === undefined).join(' ');
    if (text === '') return refuse(matchTexts.searchWhat);
    const all = records.slice(offers, 'byState', 'inUse');
    const isFree = (weekdays: readonly number[] | undefined) =>
      days.length === 0 || weekdays === undefined || days.some((day) => weekdays.includes(day));
    const there = all.filter(({ hours }) => isFree(hours?.weekdays));
    const named = there.filter((one) => fold(one.text).includes(fold(text)));
    const category = categoryFor(text, categoriesOf(records));
    const found = [...new Set([...named, ...offersLike({ text, category }, there, context)])];
    if (found.length === 0) return say(matchTexts.notFound(text));
    const [first] = found;
    return say(
      lines(
        matchTexts.found(what.trim(), found.length),
        ...found.slice(0, MOST).map((one) => offerLine(one, records)),
        first && matchTexts.seeOne(first.number),
      ),
    );
  },
});
