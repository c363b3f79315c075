import type { AnyCommand } from '../../core/command.ts';
import { mayActAs } from '../../core/roles.ts';
import { lines, plain, series, type Text } from '../../core/text.ts';
import { latinExample, namesOf, usage } from '../../understanding/catalog.ts';
import { texts } from './texts.ts';

/** A topic with its commands, as far as somebody may use them where they ask. */
export interface Chapter {
  readonly title: Text;
  readonly commands: readonly AnyCommand[];
}

/** So many commands of a topic stand in the overview, of them so many that not everybody has. */
const IN_OVERVIEW = 6;
const OF_ONES_ROLE = 3;
/** A post has 8 lines, two of them for the title and the next words. */
const LINES = 6;
/**
 * Longer than this a sample is cut after its first word in the overview, and a shorter one taken in
 * a topic, characters.
 */
const LONG = 7;
const TOO_LONG = 20;

/** What somebody can do here, on one screen: a line for each topic. */
export function overview(chapters: readonly Chapter[]): Text {
  const shown = chapters.filter(({ commands }) => commands.length > 0).slice(0, LINES);
  const rows = shown.map(({ title, commands }) =>
    texts.row(title, series(firstOf(commands).map(brief), plain('　'))),
  );
  return lines(texts.title, ...rows, texts.more(shown[0]?.title ?? plain('')));
}

/**
 * What everybody uses day by day, and of what a role adds first that which is said without a slash.
 */
function firstOf(commands: readonly AnyCommand[]): readonly AnyCommand[] {
  const rank = ({ shortForms, daily }: AnyCommand) => (shortForms ? 0 : 1) + (daily ? 0 : 1);
  const added = commands
    .filter(({ minRole }) => mayActAs(minRole, 'liaison'))
    .sort((a, b) => rank(a) - rank(b));
  const others = commands.filter((one) => !added.includes(one));
  const daily = others.filter((one) => one.daily);
  if (daily.length === 0) return [...added, ...others].slice(0, IN_OVERVIEW);
  const own = added.slice(0, OF_ONES_ROLE);
  return [...daily.slice(0, IN_OVERVIEW - own.length), ...own];
}

/** All commands of a topic, each by what to type; where they are few, with what they are for. */
export function chapterText({ title, commands }: Chapter): Text {
  const perLine = Math.ceil(commands.length / LINES);
  const rows: Text[] = [];
  for (let start = 0; start < commands.length; start += perLine) {
    const row = commands.slice(start, start + perLine);
    const items = row.flatMap((one) =>
      perLine === 1 ? [sample(one), one.summary] : [sample(one)],
    );
    rows.push(series(items, plain('　')));
  }
  return lines(texts.chapter(title), ...rows, texts.moreOfOne);
}

/** One command: what it is for, its form, other names, examples. */
export function explained(command: AnyCommand): Text {
  const others = {
    zh: namesOf(command).filter((name) => name !== command.zhName),
    en: namesOf(command).slice(1),
  };
  const english = [
    ...new Set(command.examples.flatMap((example) => latinExample(command, example) ?? [])),
  ];
  const examples = {
    zh: command.examples,
    en: english.length > 0 ? english : [`/${command.name}`],
  };
  const listed = (
    { zh, en }: { zh: readonly string[]; en: readonly string[] },
    before: string,
    gap: string,
  ): Text => ({
    zh: zh.map((one) => before + one).join(gap),
    en: en.map((one) => before + one).join(gap),
  });
  return lines(
    series([usage(command), command.summary], { zh: '：', en: ': ' }),
    command.scope === 'private' && texts.inPrivate,
    texts.also(listed(others, '/', ' ')),
    texts.examples(listed(examples, '', '　')),
  );
}

/**
 * What to type, the first example unless it is long; in English with the English name where it is a
 * word.
 */
function sample(command: AnyCommand): Text {
  const [first, ...others] = command.examples;
  const shortest = [...others].sort((a, b) => a.length - b.length)[0] ?? first;
  return { zh: first.length <= TOO_LONG ? first : shortest, en: inEnglish(command) };
}

function inEnglish(command: AnyCommand): string {
  const [first] = command.examples.flatMap((example) => latinExample(command, example) ?? []);
  return first ?? `/${command.name} …`;
}

/** `认领 12`; of a longer one its first word: `需求 …`. */
function brief(command: AnyCommand): Text {
  const [first] = command.examples;
  return { zh: first.length <= LONG ? first : `${first.split(' ')[0]} …`, en: inEnglish(command) };
}
