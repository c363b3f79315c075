import type { Records } from '../../../core/collection.ts';
import { nameKey } from '../../../core/names.ts';
import { plain, series, type Text } from '../../../core/text.ts';
import { type Audience, branches, type Group, groups } from '../records.ts';
import { groupKindCalled, groupKindName, kindOfGroup, likelyGroupKind } from './group-kinds.ts';
import { branchCalled } from './names.ts';

/** Whether a group hears what is for this audience. */
export function isFor(audience: Audience, group: Group): boolean {
  const { kinds, branches, groups, notKinds } = audience;
  const kind = kindOfGroup(group);
  if (kind !== undefined && notKinds?.includes(kind) === true) return false;
  if (kinds === undefined && branches === undefined && groups === undefined) return true;
  return (
    (kind !== undefined && kinds?.includes(kind) === true) ||
    (group.branch !== undefined && branches?.includes(group.branch) === true) ||
    groups?.includes(group.id) === true
  );
}

/** A residents' group as an alliance may have one, whether it has or not. */
const SOME_RESIDENTS: Group = {
  id: '',
  address: { platform: '', account: '', kind: 'group', chat: '' },
  title: '',
  kind: 'residents',
  language: 'zh',
};

/** Whether residents hear of what is for this audience; then it may hang on a wall, too. */
export function isForResidents(audience: Audience, records: Records): boolean {
  const isOfResidents = (group: Group) =>
    (kindOfGroup(group) ?? likelyGroupKind(group.title)) === 'residents';
  return isFor(audience, SOME_RESIDENTS) || groupsFor(audience, records).some(isOfResidents);
}

/**
 * The audience of a thing: what is said of it, else the usual one. Ids in `groups` are of the time
 * before there were audiences; none of them means nothing is said.
 */
export function audienceOf(
  thing: { readonly audience?: Audience | undefined; readonly groups?: readonly string[] },
  usual: Audience = {},
): Audience {
  const { audience, groups = [] } = thing;
  return audience ?? (groups.length > 0 ? { groups: [...groups] } : usual);
}

/** The groups that hear what is for this audience, as they are now. */
export function groupsFor(audience: Audience, records: Records): readonly Group[] {
  return records.all(groups).filter((group) => isFor(audience, group));
}

/**
 * The groups of the units and their liaisons, where names and what is to be done may stand: those
 * that have said so; else one that is called so, or the only group there is, unless it has said
 * that it is something else.
 */
export function unitsGroups(records: Records): readonly Group[] {
  const all = records.all(groups);
  const said = all.filter((group) => kindOfGroup(group) === 'alliance');
  if (said.length > 0) return said;
  const unsaid = all.filter((group) => kindOfGroup(group) === undefined);
  const called = unsaid.filter(({ title }) => likelyGroupKind(title) === 'alliance');
  return called.length > 0 || all.length > 1 ? called : unsaid;
}

/**
 * The groups whose requests the units hear of: those that have said what they are, and those that
 * are called a residents' group.
 */
export function groupsHeardByUnits(records: Records): readonly Group[] {
  return records
    .all(groups)
    .filter(
      (group) => kindOfGroup(group) !== undefined || likelyGroupKind(group.title) === 'residents',
    );
}

/** An audience in words: `党员群、天星居民群`. */
export function audienceName(audience: Audience, records: Records): Text {
  const { kinds = [], branches: ofBranches = [], groups: these = [], notKinds = [] } = audience;
  const named = [
    ...kinds.map(groupKindName),
    ...ofBranches.map((id) => plain(records.get(branches, id)?.name ?? id)),
    ...these.map((id) => plain(records.get(groups, id)?.title ?? id)),
  ];
  if (named.length > 0) return series(named);
  const but = series(notKinds.map(groupKindName));
  return notKinds.length === 0
    ? { zh: '所有群', en: 'all groups' }
    : { zh: `${but.zh}以外的群`, en: `all groups but the ${but.en}` };
}

/** Both audiences together. */
export function joinedAudiences(one: Audience, other: Audience): Audience {
  if (isEverybody(one) || isEverybody(other)) return {};
  const both = <T>(a: readonly T[] = [], b: readonly T[] = []): T[] => [...new Set([...a, ...b])];
  const kinds = both(one.kinds, other.kinds);
  const branches = both(one.branches, other.branches);
  const groups = both(one.groups, other.groups);
  return {
    ...(kinds.length > 0 && { kinds }),
    ...(branches.length > 0 && { branches }),
    ...(groups.length > 0 && { groups }),
  };
}

/**
 * The audience that is called so: a kind (`居民群`), a title, a branch (`两新分会`), else all groups
 * whose title holds the word. Nothing where no group is meant by it now.
 */
export function audienceCalled(word: string, records: Records): Audience | undefined {
  const key = nameKey(word);
  const all = records.all(groups);
  const kind = groupKindCalled(word);
  const titled = all.filter((group) => nameKey(group.title) === key);
  const ofKind = kind !== undefined && all.some((group) => kindOfGroup(group) === kind);
  const others = titled.filter((group) => !ofKind || kindOfGroup(group) !== kind);
  if (ofKind || titled.length > 0)
    return { ...(ofKind && { kinds: [kind] }), ...(others.length > 0 && { groups: ids(others) }) };
  const branch = branchCalled(records, word)?.branch.id;
  if (branch !== undefined && all.some((group) => group.branch === branch))
    return { branches: [branch] };
  const like = key === '' ? [] : all.filter((group) => nameKey(group.title).includes(key));
  return like.length === 0 ? undefined : { groups: ids(like) };
}

/** Nothing is named, so all groups hear it. */
function isEverybody(audience: Audience): boolean {
  return Object.keys(audience).length === 0;
}

function ids(some: readonly Group[]): string[] {
  return some.map(({ id }) => id);
}
