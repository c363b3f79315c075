import { name, rest } from '../../../core/arguments.ts';
import { type Change, type CommandContext, command } from '../../../core/command.ts';
import { edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { type Categories, digests, requestCategories } from '../records.ts';
import { firstDigest, nextMorning } from '../rules/morning.ts';
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

export const digest = command({
  name: 'digest',
  zhName: '早报',
  minRole: 'convenor',
  scope: 'anywhere',
  summary: { zh: '早上几点发待认领的需求', en: 'when the morning digest comes' },
  examples: ['/早报 8:30', '/早报 停'],
  args: { time: rest({ zh: '几点', en: 'time' }) },
  run: ({ time: typed }, context) => {
    const known = context.records.get(digests, 'morning');
    const before = known ?? firstDigest(context);
    const said = fold(typed);
    if (said === '停' || said === '关' || said === 'off') {
      const { next: _, ...stopped } = before;
      return together(edit(digests, known, stopped), say(answers.digestOff));
    }
    const [, hour, minute = '00'] = /^(\d{1,2})(?:[:点](\d{2})?分?)?$/.exec(said) ?? [];
    if (hour === undefined || Number(hour) > 23 || Number(minute) > 59)
      return refuse(refusals.badHour);
    const time = `${hour.padStart(2, '0')}:${minute}`;
    const next = nextMorning(time, context.now, context.zone);
    return together(edit(digests, known, { ...before, time, next }), say(answers.digestAt(time)));
  },
  undo: digestBack,
});

/** Where the digest has come in between, its next one lies elsewhere, and the setting stays. */
function digestBack(change: Change, context: CommandContext): Outcome {
  return undoEdits(digests, change, context, {
    gone: () => refuse(refusals.settingChanged),
    back: ([edited]) => {
      const { next, time } = edited?.before ?? firstDigest(context);
      return sayBack(next === undefined ? answers.digestOff : answers.digestAt(time));
    },
  });
}
