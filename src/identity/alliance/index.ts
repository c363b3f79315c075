import { feature } from '../../core/feature.ts';
import { alliances, branches, counters, groups, units } from './records.ts';

export type { Alliance, Branch, Group, Unit } from './records.ts';
export { alliances, branches, groups, timeOfDay, unitKind, units } from './records.ts';
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

export const alliance = feature({
  name: 'alliance',
  collections: [alliances, branches, units, groups, counters],
});
