import type { AnyRecord, Collection, Records, Remember } from '../../../core/collection.ts';
import { alliances, branches, units } from '../../../identity/alliance/index.ts';
import { contacts, people } from '../../../identity/people/index.ts';
import { rules } from '../../calendar/index.ts';

/** What an import changes in one part of an alliance: names, and how many stay as they are. */
export interface PartNews {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly same: number;
}

/** What an import changes. */
export interface ImportSummary {
  /** The alliance was not there before. */
  readonly begins: boolean;
  /** Its own settings become other ones. */
  readonly settings: boolean;
  readonly parts: Readonly<Record<ImportPart, PartNews>>;
}

type ImportPart = 'branches' | 'units' | 'people' | 'rules';

/** Compares what is to be remembered with what is there. */
export function summaryOf(changes: readonly Remember[], before: Records): ImportSummary {
  const reached = new Set(
    putsOf(contacts, changes).flatMap((one) => (isNews(contacts, one, before) ? [one.id] : [])),
  );
  return {
    begins: before.get(alliances, 'alliance') === undefined,
    settings: putsOf(alliances, changes).some((one) => isNews(alliances, one, before)),
    parts: {
      branches: newsOf(branches, changes, before, ({ name }) => name),
      units: newsOf(
        units,
        changes,
        before,
        ({ name }) => name,
        ({ id }) => reached.has(id),
      ),
      people: newsOf(people, changes, before, ({ name }) => name),
      rules: newsOf(rules, changes, before, ({ title }) => title),
    },
  };
}

function newsOf<R extends AnyRecord>(
  collection: Collection<R>,
  changes: readonly Remember[],
  before: Records,
  nameOf: (record: R) => string,
  isOther: (record: R) => boolean = () => false,
): PartNews {
  const puts = putsOf(collection, changes);
  const added = puts.filter(({ id }) => before.get(collection, id) === undefined);
  const changed = puts.filter(
    (one) => !added.includes(one) && (isNews(collection, one, before) || isOther(one)),
  );
  return {
    added: added.map(nameOf),
    changed: changed.map(nameOf),
    same: puts.length - added.length - changed.length,
  };
}

function putsOf<R extends AnyRecord>(
  collection: Collection<R>,
  changes: readonly Remember[],
): readonly R[] {
  return changes.flatMap((change) =>
    change.collection === (collection as Collection) && change.record !== undefined
      ? [change.record as R]
      : [],
  );
}

/** Whether it becomes another; both as the schema writes them. */
function isNews<R extends AnyRecord>(
  { schema, ...collection }: Collection<R>,
  record: R,
  before: Records,
): boolean {
  const was = before.get({ schema, ...collection }, record.id);
  return (
    was === undefined || JSON.stringify(schema.parse(was)) !== JSON.stringify(schema.parse(record))
  );
}
