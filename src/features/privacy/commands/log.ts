import { actKinds } from '../../../core/act.ts';
import { acts } from '../../../core/acts.ts';
import { rest } from '../../../core/arguments.ts';
import type { Records } from '../../../core/collection.ts';
import { type AnyCommand, command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { refuse, say } from '../../../core/outcome.ts';
import { pageOf } from '../../../core/pages.ts';
import { lines, plain, type Text } from '../../../core/text.ts';
import { peopleCalled } from '../../../identity/people/index.ts';
import { kindName, logTexts } from '../texts/log.ts';
import { actText } from '../views/log.ts';

const PER_PAGE = 6;

/** The log of acts, for the convenor. Commands tell the names of what was refused. */
export function logCommand(others: readonly AnyCommand[]): AnyCommand {
  const byName = new Map(others.map((one) => [one.name, one]));
  return command({
    name: 'log',
    zhName: '记录',
    aliases: ['操作记录'],
    minRole: 'convenor',
    scope: 'private',
    summary: { zh: '谁改了角色、规则、到场，谁没获准', en: 'who changed what for whom' },
    examples: ['/记录', '/记录 角色', '/记录 张伟 第2页'],
    args: { words: rest({ zh: '种类或姓名 第几页', en: 'kind or name, page' }).optional() },
    run: ({ words = '' }, context) => {
      const { records } = context;
      const { wanted, page } = readWords(words);
      const filter = filterFor(wanted, records);
      if (filter === undefined) return refuse(logTexts.noSuch(wanted), '/记录');
      const { index, key, title } = filter;
      const count = records.count(acts, index, key);
      if (count === 0) return say(logTexts.none(title), '/记录');
      // The newest first.
      const { number, pages, from, to } = pageOf(count, page, PER_PAGE);
      const shown = records.slice(acts, index, key, count - to, count - from).toReversed();
      const next = ['/记录', wanted, `第${number + 1}页`].filter(Boolean).join(' ');
      return say(
        lines(
          logTexts.title(title, count),
          ...shown.map((act) => actText(act, byName, context)),
          number < pages ? logTexts.more(number, pages, next) : logTexts.last,
        ),
      );
    },
  });
}

/** `角色 第2页`: what is wanted, and the page. */
function readWords(words: string): { readonly wanted: string; readonly page: number } {
  const all = words.split(/\s/u).filter(Boolean);
  const [, number] = /^第?(\d{1,4})页?$/u.exec(fold(all.at(-1) ?? '')) ?? [];
  const wanted = number === undefined ? all : all.slice(0, -1);
  return { wanted: wanted.join(' '), page: Math.max(1, Number(number ?? 1)) };
}

interface Filter {
  readonly index: 'byKind' | 'byPerson';
  readonly key: string;
  readonly title: Text | undefined;
}

function filterFor(wanted: string, records: Records): Filter | undefined {
  if (wanted === '') return { index: 'byKind', key: 'all', title: undefined };
  const word = fold(wanted);
  const kind = actKinds.find((one) => kindName[one].zh === word || kindName[one].en === word);
  if (kind !== undefined) return { index: 'byKind', key: kind, title: kindName[kind] };
  const [person] = peopleCalled(records, wanted).toSorted(
    (a, b) => records.count(acts, 'byPerson', b.id) - records.count(acts, 'byPerson', a.id),
  );
  return person && { index: 'byPerson', key: person.id, title: plain(person.name) };
}
