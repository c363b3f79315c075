import { name, pageNumber } from '../../../core/arguments.ts';
import type { Records } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { type Outcome, refuse, say } from '../../../core/outcome.ts';
import { nextPage, pageOf, readPage } from '../../../core/pages.ts';
import { lines, plain, series, type Text } from '../../../core/text.ts';
import { dateOf, daysBetween } from '../../../core/time.ts';
import { type Request, type RequestState, requests } from '../records/index.ts';
import { categoriesOf, OTHER } from '../rules/reading.ts';
import { cardTexts } from '../texts/cards.ts';
import { categoryText } from '../texts/categories.ts';
import { stateName } from '../texts/history.ts';
import { needsPhrases } from '../texts/phrases.ts';
import { refusals } from '../texts/refusals.ts';
import { claimantsText, shown } from '../views/words.ts';

const PER_PAGE = 5;

export const needs = command({
  name: 'needs',
  zhName: '需求列表',
  aliases: ['待认领'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '看待认领的，也可以按分类、状态看', en: 'open requests, by category or state' },
  examples: ['/需求列表', '/需求列表 环境卫生', '/需求列表 办理中 第2页'],
  daily: true,
  phrases: needsPhrases,
  args: {
    filter: name({ zh: '分类或状态', en: 'category or state' }).optional(),
    page: pageNumber().optional(),
  },
  run: ({ filter: typed = '', page = 1 }, context) => {
    const { what, page: early } = readPage(typed);
    const wanted = filterFor(what, context);
    if (wanted === undefined) return refuse(refusals.noSuchCategory(what), '/类别');
    return list(wanted, Math.max(page, early), context);
  },
});

interface Filter {
  readonly title: Text;
  /** What to type for it. */
  readonly word: string;
  readonly index: 'byState' | 'livingByCategory';
  readonly key: string;
}

const STATES = Object.keys(stateName) as RequestState[];

function filterFor(filter: string, { records }: CommandContext): Filter | undefined {
  if (filter === '') return { title: cardTexts.allOpen, word: '', index: 'byState', key: 'open' };
  const word = fold(filter);
  const state = STATES.find((one) => stateName[one].zh === word || stateName[one].en === word);
  if (state !== undefined)
    return { title: stateName[state], word: filter, index: 'byState', key: state };
  const names = [...categoriesOf(records).map(({ name: category }) => category), OTHER];
  const category = names.find((one) => fold(one) === word);
  if (category === undefined) return undefined;
  return {
    title: categoryText(category),
    word: category,
    index: 'livingByCategory',
    key: category,
  };
}

function list(
  { title, word, index, key }: Filter,
  wanted: number,
  context: CommandContext,
): Outcome {
  const { records } = context;
  const count = records.count(requests, index, key);
  const page = pageOf(count, wanted, PER_PAGE);
  const here = records.slice(requests, index, key, page.from, page.to);
  const [first] = here;
  if (first === undefined) return say(cardTexts.none(title));
  return say(
    lines(
      cardTexts.title(title, count),
      ...here.map((request) => line(request, context)),
      word === '' && perCategory(records),
      nextPage(page, '/需求列表', word) ?? cardTexts.pick(first.number),
    ),
  );
}

function line(request: Request, context: CommandContext): Text {
  const { number, text, state, claimants, category, at } = request;
  const { records, now, zone } = context;
  const by =
    claimants.length > 0
      ? claimantsText(claimants, records)
      : cardTexts.age(daysBetween(dateOf(at, zone), dateOf(now, zone)));
  const tail = series(
    [state === 'open' ? categoryText(category) : stateName[state], by],
    plain(' '),
  );
  return cardTexts.line(number, shown(text, request, records, 20), tail);
}

/** How many are open in each category, the one with the oldest of them first. */
function perCategory(records: Records): Text | undefined {
  const counted = records
    .keys(requests, 'openByCategory')
    .map((name) => ({
      name,
      first: records.slice(requests, 'openByCategory', name, 0, 1)[0]?.number ?? 0,
      count: records.count(requests, 'openByCategory', name),
    }))
    .sort((a, b) => a.first - b.first);
  return counted.length < 2
    ? undefined
    : cardTexts.perCategory(counted.map(({ name, count }) => `${name} ${count}`));
}
