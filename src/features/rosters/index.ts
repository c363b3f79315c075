import { feature } from '../../core/feature.ts';
import { keeps } from '../../core/keeping.ts';
import { roster, rosterDraftsWaiting } from './commands/roster.ts';
import { rosterDrafts } from './records.ts';

/** Lists of people that the convenor pastes: shown as what they change, then carried out. */
export const rostersFeature = feature({
  name: 'rosters',
  collections: [rosterDrafts],
  keeps: [keeps({ collection: rosterDrafts, as: 'attempts', since: ({ at }) => at })],
  commands: [roster],
  drafts: rosterDraftsWaiting,
});
