import { name, rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { refuse, say, together } from '../../../core/outcome.ts';
import { type Categories, requestCategories } from '../records/index.ts';
import { categoriesOf } from '../rules/reading.ts';
import { answers, refusals } from '../texts/refusals.ts';

export const categories = command({
  name: 'categories',
  zhName: '类别',
  aliases: ['分类'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: {
    zh: '看需求分类和认得的词；召集人可以改',
    en: 'categories and their words; the convenor changes them',
  },
  examples: ['/类别', '/类别 安全 飞线', '/类别 安全 -飞线'],
  args: {
    category: name({ zh: '分类', en: 'category' }).optional(),
    words: rest({ zh: '词', en: 'words' }).optional(),
  },
  run: ({ category, words }, context) => {
    const table = categoriesOf(context.records);
    if (category === undefined || words === undefined) {
      const shown = table.filter((one) => category === undefined || one.name === category);
      if (category !== undefined && shown.length === 0)
        return refuse(refusals.noSuchCategory(category), '/类别');
      const most = category === undefined ? 3 : 40;
      const list = shown.map(
        ({ name: one, words: its }) => `${one}：${its.slice(0, most).join(' ')}`,
      );
      return say(
        answers.categories(category === undefined ? paired(list).join('\n') : list.join('\n')),
      );
    }
    if (context.person.role !== 'convenor') return refuse(refusals.onlyConvenor);
    const said = words
      .split(/[\s、，,]+/)
      .filter(Boolean)
      .slice(0, 20);
    const less = said.filter((word) => word.startsWith('-')).map((word) => fold(word.slice(1)));
    const more = said.filter((word) => !word.startsWith('-'));
    const before = context.records.get(requestCategories, 'categories');
    const changed = {
      id: 'categories' as const,
      categories: changedTable(table, category, more, less),
    };
    const answer =
      more.length > 0
        ? answers.learnt(category, more.join(' '))
        : answers.forgotten(category, less.join(' '));
    return together(edit(requestCategories, before, changed), say(answer));
  },
  undo: (change, context) =>
    undoEdits(requestCategories, change, context, {
      gone: () => refuse(refusals.settingChanged, '/类别'),
      back: () => sayBack(answers.categoriesBack),
    }),
});

/** Words belong to one category; a category without words is gone. */
function changedTable(
  table: Categories,
  category: string,
  more: readonly string[],
  less: readonly string[],
): Categories {
  const named = table.some((one) => one.name === category)
    ? table
    : [...table, { name: category, words: [] }];
  return named
    .map((one) => {
      const kept = one.words.filter(
        (word) => !more.includes(word) && !(one.name === category && less.includes(fold(word))),
      );
      return { name: one.name, words: one.name === category ? [...kept, ...more] : kept };
    })
    .filter(({ words }) => words.length > 0);
}

/** Two in a line, so that all fit into a post. */
function paired(list: readonly string[]): readonly string[] {
  return list.flatMap((line, at) =>
    at % 2 === 0 ? [[line, list[at + 1]].filter(Boolean).join('；')] : [],
  );
}
