import { name, oneOf } from '../../../core/arguments.ts';
import { put, remove } from '../../../core/collection.ts';
import { type CommandContext, command, type LastChange } from '../../../core/command.ts';
import { edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { shownName } from '../../../core/names.ts';
import { type Outcome, refuse, remember, say, together } from '../../../core/outcome.ts';
import { broadcasts, cards, stopped } from '../../../core/records.ts';
import { inLanguage, lines, plain } from '../../../core/text.ts';
import {
  allianceOf,
  type Branch,
  branchCalled,
  branches,
  type Group,
  type GroupKind,
  groupKindCalled,
  groupKindWords,
  groups,
  kindOfGroup,
  likelyGroupKind,
} from '../../../identity/alliance/index.ts';
import { groupTexts } from '../texts/groups.ts';
import { nextStep } from '../views.ts';
import { askWhich, bindAgain, type GroupPlace, unverifiedGroups } from './shared/bind-again.ts';

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
  name: 'here',
  zhName: '启用',
  aliases: ['接管'],
  minRole: 'convenor',
  scope: 'group',
  summary: { zh: '启用这个群，说它是什么群', en: 'bind this group and say what it is' },
  examples: ['/启用', '/启用 居民群', '/启用 企业分会', '/启用 繁体', '/启用 停用'],
  args: {
    off: oneOf({ zh: '停用', en: 'off' }, ['停用', '取消', 'off']).optional(),
    again: oneOf({ zh: '接回', en: 'again' }, ['接回', 'again']).optional(),
    fresh: oneOf({ zh: '新群', en: 'new' }, ['新群', 'new']).optional(),
    language: oneOf({ zh: '简体/繁体/英文', en: 'language' }, words).optional(),
    kind: oneOf({ zh: '什么群', en: 'kind' }, groupKindWords).optional(),
    branch: name({ zh: '分会', en: 'branch' }).optional(),
  },
  resolveAlliance: (_, lookup) => lookup.here ?? lookup.current,
  run: ({ off, again, fresh, language, kind, branch: called }, context) => {
    const { records, place } = context;
    if (place.kind !== 'group') return undefined;
    const before = records.get(groups, place.group);
    if (again !== undefined) return bindAgain(called, place, records);
    const lost =
      before === undefined && off === undefined && fresh === undefined
        ? unverifiedGroups(place, records)
        : [];
    if (lost.length > 0) return askWhich(lost, place);
    if (off !== undefined)
      return before === undefined ? refuse(groupTexts.notInUse) : stop(before, context);
    const said = {
      called,
      kind: kind === undefined ? undefined : groupKindCalled(kind),
      language: language === undefined ? undefined : LANGUAGES[language],
    };
    return bind(said, before, place, context);
  },
  undo: undoHere,
});

interface Said {
  /** A branch. */
  readonly called: string | undefined;
  readonly kind: GroupKind | undefined;
  readonly language: Group['language'] | undefined;
}

/** The group belongs to the alliance, as the kind, in the branch and the language that are said. */
function bind(
  said: Said,
  before: Group | undefined,
  place: GroupPlace,
  context: CommandContext,
): Outcome {
  const { records } = context;
  const { called, language = before?.language ?? 'zh' } = said;
  const found = called === undefined ? undefined : branchCalled(records, called);
  if (called !== undefined && found === undefined && !isWhole(called))
    return refuse(groupTexts.noSuchBranch(called));
  const branch = called === undefined ? keptBranch(said, before, context) : found?.branch;
  if (said.kind === 'branch' && branch === undefined) return refuse(groupTexts.whichBranch);
  const kind = kindSaid(said, before);
  const group: Group = {
    id: place.group,
    address: { ...place.address },
    title: shownName(place.title ?? before?.title ?? '', '群'),
    language,
    ...(branch === undefined ? {} : { branch: branch.id }),
    ...(kind === undefined ? {} : { kind }),
    // The answer to whoever binds it asks.
    asked: true,
    ...(place.topic === undefined ? {} : { topic: place.topic }),
    ...(before?.hears === undefined ? {} : { hears: before.hears }),
  };
  return together(
    remember(...(found?.isNew === true ? [put(branches, found.branch)] : [])),
    edit(groups, before, group),
    answer(before, group, branch, context),
  );
}

/** The alliance's own group is no branch's. */
function keptBranch(
  { kind }: Said,
  before: Group | undefined,
  { records }: CommandContext,
): Branch | undefined {
  if (before?.branch === undefined || kind === 'alliance') return undefined;
  return records.get(branches, before.branch);
}

/** A branch that is said anew makes it a group of that branch, unless it is said what else it is. */
function kindSaid({ kind, called }: Said, before: Group | undefined): GroupKind | undefined {
  if (kind !== undefined) return kind;
  if (called === undefined) return before?.kind;
  return isWhole(called) && before?.kind !== 'branch' ? before?.kind : undefined;
}

/** What waits to be sent there ends with it, and does not come when the group is in use again. */
function stop(group: Group, { records, now }: CommandContext): Outcome {
  const waiting = records
    .all(broadcasts)
    .filter((row) => row.group === group.id && row.state === 'planned');
  const shown = records.slice(cards, 'byGroup', group.id);
  return together(
    edit(groups, group, undefined),
    remember(
      ...waiting.map((row) => put(broadcasts, stopped(row, now))),
      ...shown.map((card) => remove(cards, card.id)),
    ),
    say(groupTexts.stopped(waiting.length)),
  );
}

/** Noted by the bot itself; nobody has changed the group by them. */
const OBSERVED = ['hears', 'gone', 'address', 'asked'] as const;

/**
 * A group that was taken into use is not in use, one that was put out of it is again, with its
 * branch and language.
 */
function undoHere(change: LastChange, context: CommandContext): Outcome {
  return undoEdits(groups, change, context, {
    observed: OBSERVED,
    gone: () => refuse(groupTexts.changedSince),
    back: ([group]) => {
      const before = group?.before;
      if (before === undefined) return say(groupTexts.stopped(0));
      const branch = before.branch && context.records.get(branches, before.branch);
      const kind = kindOfGroup(before);
      return sayBack(groupTexts.belongs(kind, branch ? branch.name : undefined, before.language));
    },
  });
}

/** `/启用 联盟` takes a group out of its branch. */
function isWhole(called: string): boolean {
  return ['联盟', '全部', '整个联盟'].includes(called);
}

function answer(
  before: Group | undefined,
  group: Group,
  branch: Branch | undefined,
  { records }: CommandContext,
): Outcome {
  const { name: alliance } = allianceOf(records);
  const kind = kindOfGroup(group);
  const same =
    before !== undefined &&
    before.branch === group.branch &&
    kindOfGroup(before) === kind &&
    before.language === group.language;
  // One group alone hears everything, whatever it is.
  const isOneOfSome = records.all(groups).some((one) => one.id !== group.id);
  const ask =
    kind === undefined && isOneOfSome && groupTexts.whatIsIt(likelyGroupKind(group.title));
  const text =
    before === undefined
      ? lines(
          groupTexts.inUse(alliance, kind, branch?.name),
          ask,
          nextStep(records, { group: true }),
        )
      : same
        ? lines(groupTexts.already(alliance, kind, branch?.name), ask)
        : groupTexts.changed(groupTexts.belongs(kind, branch?.name, group.language));
  // In the language that it has from now on.
  return say(plain(inLanguage(text, group.language)));
}
