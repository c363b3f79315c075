import { feature } from '../../core/feature.ts';
import { stays } from '../../core/keeping.ts';
import { alliances, branches, counters, groups, units } from './records.ts';

export { timeOfDay } from '../../core/moment.ts';
export type { Alliance, Audience, Branch, Group, GroupKind, Unit } from './records.ts';
export { alliances, audience, branches, groupKind, groups, unitKind, units } from './records.ts';
export { type Area, areasIn, unitsFor } from './rules/areas.ts';
export {
  audienceCalled,
  audienceName,
  audienceOf,
  groupsFor,
  groupsHeardByUnits,
  isFor,
  isForResidents,
  joinedAudiences,
  unitsGroups,
} from './rules/audience.ts';
export { type SaidAudience, takeAudience } from './rules/audience-words.ts';
export {
  groupKindCalled,
  groupKindName,
  groupKindWords,
  kindOfGroup,
  likelyGroupKind,
} from './rules/group-kinds.ts';
export { branchCalled, kindCalled, kindName, likelyKind, likelyShort } from './rules/names.ts';
export {
  allianceOf,
  announcementsADay,
  groupAt,
  groupsOf,
  nextNumber,
  unitCalled,
  unitNamed,
  unitOf,
  zoneOf,
} from './rules/reads.ts';
export { allianceTexts } from './texts.ts';

export const alliance = feature({
  name: 'alliance',
  collections: [alliances, branches, units, groups, counters],
  stays: [stays('alliance', alliances, branches, units, groups, counters)],
});
