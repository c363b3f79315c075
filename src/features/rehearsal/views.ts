import { lines, plain, series, type Text } from '../../core/text.ts';
import type { ViewContext } from '../../core/view-context.ts';
import { sayWhen } from '../../core/when/index.ts';
import { allianceTexts, groupsOf } from '../../identity/alliance/index.ts';
import type { Rehearsed } from './rules.ts';
import { texts } from './texts.ts';

/** A post has 8 lines: a title, the messages, what is left and how to see one whole. */
const LINES = 6;

/** One line for each message, whichever groups it goes to. */
export function spanText(messages: readonly Rehearsed[], context: ViewContext): Text {
  const all = together(messages);
  if (all.length === 0) return texts.nothing;
  const shown = all.slice(0, LINES).map(({ first, groups }) => {
    const [line = ''] = first.text.split('\n');
    return series(
      [sayWhen({ start: first.at }, context), plain(line), ...sentTo(groups, context)],
      plain(' '),
    );
  });
  return lines(texts.title(all.length), ...shown, texts.more(all.length - shown.length));
}

/** The first messages of one day, whole. */
export function dayText(messages: readonly Rehearsed[], context: ViewContext): Text {
  const [one, ...others] = together(messages);
  if (one === undefined) return texts.nothing;
  const head = series(
    [sayWhen({ start: one.first.at }, context), ...sentTo(one.groups, context)],
    plain(' '),
  );
  return lines(head, plain(one.first.text), others.length > 0 && texts.alsoThatDay(others.length));
}

/** The groups that get it, by name where they are not all. */
function sentTo(ids: readonly string[], { records }: ViewContext): readonly Text[] {
  const all = groupsOf(records);
  if (all.length < 2) return [];
  if (ids.length === all.length) return [texts.groups(ids.length)];
  return [texts.onlyTo(allianceTexts.titles(all.filter(({ id }) => ids.includes(id))))];
}

/** Messages of the same notice, which differ by their groups only. */
function together(
  messages: readonly Rehearsed[],
): readonly { readonly first: Rehearsed; readonly groups: readonly string[] }[] {
  const found = new Map<string, { first: Rehearsed; groups: readonly string[] }>();
  for (const message of messages) {
    const key = `${message.rule}/${message.occurrence}/${message.notice}`;
    const known = found.get(key);
    const groups = [...(known?.groups ?? []), message.group];
    found.set(key, { first: known?.first ?? message, groups });
  }
  return [...found.values()];
}
