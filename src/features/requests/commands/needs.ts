import { name } from '../../../core/arguments.ts';
import type { Records } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { type Outcome, refuse, say } from '../../../core/outcome.ts';
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
    page: pageArgument(),
  },
  run: ({ filter, page }, context) => {
    const wanted = filterFor(filter, context);
    if (wanted === undefined) return refuse(refusals.noSuchCategory(filter ?? ''), '/类别');
    return list(wanted, pageNumber(page ?? (isPage(filter) ? filter : undefined)), context);
  },
});

function pageArgument() {
  return name({ zh: '页', en: 'page' }).optional();
}

function isPage(word: string | undefined): word is string {
  return word !== undefined && /^第\d{1,4}页$/.test(fold(word));
}

function pageNumber(word: string | undefined): number {
  return Math.max(1, Number(/\d+/.exec(fold(word ?? ''))?.[0] ?? 1));
}

interface Filter {
  readonly title: Text;
  /** What to type for it. */
  readonly word: string;
  readonly index: 'byState' | 'livingByCategory';
  readonly key: string;
}

const STATES = Object.keys(stateName) as RequestState[];

function filterFor(filter: string | undefined, { records }: CommandContext): Filter | undefined {
  if (filter === undefined || isPage(filter))
    return { title: cardTexts.allOpen, word: '', index: 'byState', key: 'open' };
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

function list({ title, word, index, key }: Filter, page: number, context: CommandContext): Outcome {
  const { records } = context;
  const count = records.count(requests, index, key);
  const pages = Math.ceil(count / PER_PAGE);
  const current = Math.max(1, Math.min(page, pages));
  const from = (current - 1) * PER_PAGE;
  const here = records.slice(requests, index, key, from, from + PER_PAGE);
  const [first] = here;
  if (first === undefined) return say(cardTexts.none(title));
  const next = ['/需求列表', word, `第${current + 1}页`].filter(Boolean).join(' ');
  return say(
    lines(
      cardTexts.title(title, count),
      ...here.map((request) => line(request, context)),
      word === '' && perCategory(records),
      current < pages ? cardTexts.page(current, pages, next) : cardTexts.pick(first.number),
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
