import { feature } from '../../core/feature.ts';
import { keeps } from '../../core/keeping.ts';
import { count } from './commands/count.ts';
import { counts } from './records.ts';
import { isStanding } from './rules/standing.ts';
import { countExport } from './views/exports.ts';
import { countReport } from './views/figures.ts';

/** What liaisons count by hand, for what the bot cannot know: 健康教育 1次, 建档 66379/68400. */
export const countsFeature = feature({
  name: 'counts',
  collections: [counts],
  commands: [count],
  keeps: [
    keeps({
      collection: counts,
      as: 'counts',
      // How things stand now stays until it is said anew.
      since: (count, records) => (isStanding(count, records) ? undefined : count.day),
    }),
  ],
  report: countReport,
  exports: [countExport],
});
