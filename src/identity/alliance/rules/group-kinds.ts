import { nameKey } from '../../../core/names.ts';
import type { Text } from '../../../core/text.ts';
import type { Group, GroupKind } from '../records.ts';

/** Each kind of group by the words that people use for it, its name first. */
const KINDS: Readonly<Record<GroupKind, readonly [string, ...string[]]>> = {
  alliance: ['联盟群', '联盟大群', '单位群', '联络员群'],
  members: ['党员群', '党员'],
  residents: ['居民群', '居民', '业主群', '群众群'],
  work: ['工作群', '内部群'],
  branch: ['分会群', '分会', '分会的群'],
};

const ENGLISH: Readonly<Record<GroupKind, string>> = {
  alliance: 'alliance group',
  members: 'party members’ group',
  residents: 'residents’ group',
  work: 'work group',
  branch: 'branch group',
};

/** All words for kinds of groups. */
export const groupKindWords = Object.values(KINDS).flat() as [string, ...string[]];

export function groupKindName(kind: GroupKind): Text {
  return { zh: KINDS[kind][0], en: ENGLISH[kind] };
}

/** The kind that a word names: `居民群`, `党员`. */
export function groupKindCalled(word: string): GroupKind | undefined {
  const key = nameKey(word);
  return kindsInOrder.find((kind) => KINDS[kind].includes(key) || kind === key);
}

/** The kind that a group's title lets one expect: `天星居民群`. */
export function likelyGroupKind(title: string): GroupKind | undefined {
  const key = nameKey(title);
  const fitting = kindsInOrder.filter((kind) => key.includes(KINDS[kind][0]));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** What a group has said it is; one that was put to a branch is a branch's. */
export function kindOfGroup(group: Group | undefined): GroupKind | undefined {
  return group?.kind ?? (group?.branch === undefined ? undefined : 'branch');
}

const kindsInOrder = Object.keys(KINDS) as GroupKind[];
