import { namesOf, usage } from '../core/catalog.ts';
import type { AnyCommand } from '../core/command.ts';
import { lines, plain, series, type Text } from '../core/text.ts';
import { texts } from './texts.ts';

/** A topic with its commands, as far as somebody may use them where they ask. */
export interface Chapter {
  readonly title: Text;
  readonly commands: readonly AnyCommand[];
}

/** So many commands of a topic stand in the overview; one that is used day by day stands with what to type. */
const IN_OVERVIEW = 6;
/** A post has 8 lines, two of them for the title and the next words. */
const LINES = 6;

/** What somebody can do here, on one screen: a line for each topic. */
export function overview(chapters: readonly Chapter[]): Text {
  const shown = chapters.filter(({ commands }) => commands.length > 0).slice(0, LINES);
  const rows = shown.map(({ title, commands }) => {
    const daily = commands.filter((one) => one.daily);
    const those = (daily.length > 0 ? daily : commands).slice(0, IN_OVERVIEW);
    return texts.row(title, series(those.map(brief), plain('　')));
  });
  return lines(texts.title, ...rows, texts.more(shown[0]?.title ?? plain('')));
}

/** All commands of a topic, each by what to type. */
export function chapterText({ title, commands }: Chapter): Text {
  const perLine = Math.ceil(commands.length / LINES);
  const rows: Text[] = [];
  for (let start = 0; start < commands.length; start += perLine) {
    rows.push(
      series(
        commands.slice(start, start + perLine).map((one) => plain(shortest(one))),
        plain('　'),
      ),
    );
  }
  return lines(texts.chapter(title), ...rows, texts.moreOfOne);
}

/** One command: what it is for, its form, other names, examples. */
export function explained(command: AnyCommand): Text {
  const others = namesOf(command).filter((name) => name !== command.zh);
  return lines(
    series([usage(command), command.summary], { zh: '：', en: ': ' }),
    command.where === 'private' && texts.inPrivate,
    texts.also(others.map((name) => `/${name}`).join(' ')),
    texts.examples(command.examples.join('　')),
  );
}

/** The shortest of its examples that does something, without a slash where there is one. */
function shortest(command: AnyCommand): string {
  const plainly = command.examples.filter((example) => !example.startsWith('/'));
  const candidates = plainly.length > 0 ? plainly : command.examples;
  return [...candidates].sort((a, b) => a.length - b.length)[0] ?? `/${command.zh}`;
}

/** `认领 12`; of a longer one its first word: `需求 …`. */
function brief(command: AnyCommand): Text {
  const example = shortest(command);
  return plain(example.length <= 10 ? example : `${example.split(' ')[0]} …`);
}
