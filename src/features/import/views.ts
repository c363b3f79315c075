import { plain, series, type Text, lines as under } from '../../core/text.ts';
import type { ImportSummary, PartNews } from './rules/summary.ts';
import { texts } from './texts.ts';

/** How many names of a part are shown. */
const SHOWN = 8;

/** What an import has changed, for whoever ran it. */
export function importedText(name: string, { begins, settings, parts }: ImportSummary): Text {
  const said = (['branches', 'units', 'people', 'rules'] as const).map((part) => {
    const news = newsOf(parts[part]);
    return news.length > 0 && texts.part(part, news);
  });
  const isNew = Object.values(parts).some(
    ({ added, changed }) => added.length + changed.length > 0,
  );
  if (!(begins || settings || isNew)) return under(texts.head(name), texts.nothingNew);
  return under(
    begins ? texts.begun(name) : texts.head(name),
    !begins && settings && texts.settings,
    ...said,
  );
}

function newsOf({ added, changed, same }: PartNews): readonly Text[] {
  return [
    ...(added.length > 0 ? [texts.added(named(added), added.length)] : []),
    ...(changed.length > 0 ? [texts.changed(named(changed), changed.length)] : []),
    ...(same > 0 ? [texts.same(same)] : []),
  ];
}

function named(names: readonly string[]): Text {
  const shown = series(names.slice(0, SHOWN).map(plain));
  return names.length <= SHOWN ? shown : series([shown, ETC], plain(''));
}

const ETC: Text = { zh: '等', en: ' …' };
