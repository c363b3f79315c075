import { allianceOf, type Branch, branchCalled, branches, type Group, groups } from '../../alliance/index.ts';
import { name, oneOf } from '../../core/arguments.ts';
import { put } from '../../core/collection.ts';
import { type Change, command, type Spoken } from '../../core/command.ts';
import { edit, editsOf, sayBack } from '../../core/edits.ts';
import { shownName } from '../../core/names.ts';
import { type Outcome, refuse, remember, say, together } from '../../core/outcome.ts';
import { lines } from '../../core/text.ts';
import { nextStep } from '../../people/index.ts';
import { texts } from '../texts.ts';

const LANGUAGES = {
  简体: 'zh',
  简体中文: 'zh',
  繁体: 'zh-Hant',
  繁体中文: 'zh-Hant',
  英文: 'en',
  english: 'en',
} as const;
const words = Object.keys(LANGUAGES) as [keyof typeof LANGUAGES, ...(keyof typeof LANGUAGES)[]];

export const here = command({
  latin: 'here',
  zh: '启用',
  also: ['接管'],
  who: 'convenor',
  where: 'group',
  summary: { zh: '把这个群归到联盟或分会', en: 'bind this group to the alliance, or to a branch' },
  examples: ['/启用', '/启用 企业分会', '/启用 繁体', '/启用 停用'],
  args: {
    off: oneOf({ zh: '停用', en: 'off' }, ['停用', '取消', 'off']).optional(),
    language: oneOf({ zh: '简体/繁体/英文', en: 'language' }, words).optional(),
    branch: name({ zh: '分会', en: 'branch' }).optional(),
  },
  finds: (_, door) => door.here ?? door.current,
  run: ({ off, language, branch: called }, spoken) => {
    const { records, place } = spoken;
    if (place.kind !== 'group') return undefined;
    const before = records.get(groups, place.group);
    if (off !== undefined)
      return before === undefined
        ? refuse(texts.notInUse)
        : together(edit(groups, before, undefined), say(texts.stopped));
    const found = called === undefined ? undefined : branchCalled(records, called);
    if (called !== undefined && found === undefined && !isWhole(called)) return refuse(texts.noSuchBranch(called));
    const kept = before?.branch === undefined ? undefined : records.get(branches, before.branch);
    const branch = called === undefined ? kept : found?.branch;
    const group: Group = {
      id: place.group,
      address: { ...place.address },
      title: shownName(place.title ?? before?.title ?? '', '群'),
      language: language === undefined ? (before?.language ?? 'zh') : LANGUAGES[language],
      ...(branch === undefined ? {} : { branch: branch.id }),
      ...(place.topic === undefined ? {} : { topic: place.topic }),
      ...(before?.hears === undefined ? {} : { hears: before.hears }),
    };
    return together(
      remember(...(found?.isNew === true ? [put(branches, found.branch)] : [])),
      edit(groups, before, group),
      answer(before, group, branch, spoken),
    );
  },
  undo: takeBack,
});

/** Noted by the bot itself; nobody has changed the group by them. */
const OBSERVED = ['hears', 'gone', 'address'];

/** A group that was taken into use is not in use, one that was put out of it is again, with its branch and language. */
function takeBack(change: Change, { records }: Spoken): Outcome {
  const [edited] = editsOf(groups, change, records);
  if (edited === undefined || edited.since.some((field) => !OBSERVED.includes(field)))
    return refuse(texts.changedSince);
  const { before, back } = edited;
  const branch = before?.branch === undefined ? undefined : records.get(branches, before.branch);
  return together(remember(back), before ? sayBack(texts.belongs(branch?.name, before.language)) : say(texts.stopped));
}

/** `/启用 联盟` takes a group out of its branch. */
function isWhole(called: string): boolean {
  return ['联盟', '全部', '整个联盟'].includes(called);
}

function answer(before: Group | undefined, group: Group, branch: Branch | undefined, { records }: Spoken): Outcome {
  const { name: alliance } = allianceOf(records);
  if (before === undefined) return say(lines(texts.inUse(alliance, branch?.name), nextStep(records, { group: true })));
  const same = before.branch === group.branch && before.language === group.language;
  return say(same ? texts.already(alliance, branch?.name) : texts.changed(texts.belongs(branch?.name, group.language)));
}
