import type { Collection } from '../../src/core/collection.ts';
import { photos, pipelineCollections } from '../../src/core/records.ts';
import { counted, plain, series, type Text } from '../../src/core/text.ts';
import { features } from '../../src/features/index.ts';
import { alliances, groups, units } from '../../src/identity/alliance/index.ts';
import { people } from '../../src/identity/people/index.ts';
import type { PartitionContent } from '../../src/ports/store.ts';

const collections: ReadonlyMap<string, Collection> = new Map(
  [...features.flatMap((one) => one.collections), ...pipelineCollections].map((one) => [
    one.name,
    one as Collection,
  ]),
);

/** So many wrong records of one kind are named. */
const NAMED = 5;

/** What an alliance holds, in one line; undefined for what is no alliance. */
export function aboutPartition(content: PartitionContent): Text | undefined {
  const [alliance] = content.get(alliances.name) ?? [];
  if (alliance === undefined) return undefined;
  const count = (name: string) => content.get(name)?.length ?? 0;
  const counts: readonly Text[] = [
    { zh: `${count(units.name)} 个单位`, en: counted(count(units.name), 'unit') },
    { zh: `${count(people.name)} 人`, en: counted(count(people.name), 'person', 'people') },
    { zh: `${count(groups.name)} 个群`, en: counted(count(groups.name), 'group') },
    { zh: `${count('requests')} 件需求`, en: counted(count('requests'), 'request') },
    {
      zh: `${count('activities')} 个活动`,
      en: counted(count('activities'), 'activity', 'activities'),
    },
  ];
  const name = String(alliance['name'] ?? alliance.id);
  return series([plain(name), series(counts)], { zh: '：', en: ': ' });
}

/** The records that this version cannot read, by their ids and fields; nothing of what they say. */
export function wrongShapes(
  partition: string,
  content: PartitionContent,
  looked: (many: number) => void,
): readonly Text[] {
  return [...content].flatMap(([name, records]) => {
    const schema = collections.get(name)?.schema;
    if (schema === undefined) {
      looked(records.length);
      return [];
    }
    const found = records.flatMap((record) => {
      looked(1);
      const [issue] = schema.safeParse(record).error?.issues ?? [];
      return issue === undefined
        ? []
        : [{ id: record.id, field: issue.path.map(String).join('.') }];
    });
    const shown = found
      .slice(0, NAMED)
      .map(({ id, field }) => wrongText(partition, name, id, field));
    const more = found.length - shown.length;
    const rest = {
      zh: `${partition}/${name} 里另外还有 ${more} 条不对`,
      en: `${more} more records of ${partition}/${name} are wrong`,
    };
    return more > 0 ? [...shown, rest] : shown;
  });
}

function wrongText(partition: string, collection: string, id: string, field: string): Text {
  return {
    zh: [
      `${partition}/${collection} 的记录 ${id} `,
      `${field === '' ? '这个版本不认识' : `的「${field}」不对`}。请用备份恢复，或者停了机器人再改`,
    ].join(''),
    en: [
      `${partition}/${collection}: the record ${id} `,
      `${field === '' ? 'is none that this version knows' : `has a wrong ${field}`}. `,
      `Restore a back-up, or mend it while the bot is stopped`,
    ].join(''),
  };
}

/** The files of photos that records name as kept. */
export function photosNamed(content: PartitionContent): ReadonlySet<string> {
  const kept = (content.get(photos.name) ?? []).filter((one) => one['state'] === 'kept');
  return new Set(kept.map((one) => String(one['file'])));
}
