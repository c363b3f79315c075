import { put, type Records, remove } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { shownName } from '../../../../core/names.ts';
import { type Outcome, refuse, remember, say, together } from '../../../../core/outcome.ts';
import { allianceOf, type Group, groups, groupsOf } from '../../../../identity/alliance/index.ts';
import { groupTexts } from '../../texts/groups.ts';

export type GroupPlace = Extract<CommandContext['place'], { kind: 'group' }>;

/** Groups of the platform whose ids have changed since they were bound. */
export function unverifiedGroups(
  { address: { platform } }: GroupPlace,
  records: Records,
): readonly Group[] {
  return groupsOf(records).filter(
    (group) => group.address.platform === platform && group.unverified !== undefined,
  );
}

/** A name only suggests which one it is; the convenor says so. */
export function askWhich(lost: readonly Group[], { title }: GroupPlace): Outcome {
  const likely = lost.find((group) => group.title === title);
  if (likely !== undefined && lost.filter((group) => group.title === title).length === 1)
    return refuse(groupTexts.sameGroup(likely.title), '/启用 接回', '/启用 新群');
  return refuse(groupTexts.whichGroup(lost.map((group) => group.title)), '/启用 新群');
}

/** The group that it was goes on here, with all that refers to it and what waits to be sent. */
export function bindAgain(
  called: string | undefined,
  place: GroupPlace,
  records: Records,
): Outcome {
  const lost = unverifiedGroups(place, records);
  const wanted = called ?? place.title;
  const [group, other] = lost.filter(({ title }) => title === wanted);
  if (group === undefined || other !== undefined)
    return refuse(
      lost.length === 0
        ? groupTexts.nothingLost
        : groupTexts.whichGroup(lost.map(({ title }) => title)),
    );
  const { unverified: _, topic: __, gone: ___, ...kept } = group;
  const title = shownName(place.title ?? kept.title, '群');
  const here = place.group === group.id ? [] : [remove(groups, place.group)];
  return together(
    remember(...here, put(groups, { ...kept, title, address: { ...place.address } })),
    say(groupTexts.boundAgain(allianceOf(records).name)),
  );
}
