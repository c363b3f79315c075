import { namesOf, usage } from '../core/catalog.ts';
import type { AnyCommand } from '../core/command.ts';
import type { Role } from '../core/roles.ts';
import { lines, plain, series, type Text } from '../core/text.ts';
import { texts } from './texts.ts';

/** A post has 8 lines: a title, the commands, and how to learn more. */
const LINES = 6;

/** What somebody can do here, on one screen: each command by what to type. */
export function overview(commands: readonly AnyCommand[], role: Role, place: 'group' | 'private'): Text {
  const here = commands.filter((one) => one.where === 'anywhere' || one.where === place);
  const items = here.map((one) => texts.item(one.zh, one.latin, one.examples[0]));
  const perLine = Math.ceil(items.length / LINES);
  const rows: Text[] = [];
  for (let start = 0; start < items.length; start += perLine) {
    rows.push(series(items.slice(start, start + perLine), plain('　')));
  }
  return lines(texts.title(role), ...rows, texts.more);
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
