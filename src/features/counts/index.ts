import { feature } from '../../core/feature.ts';
import { count } from './commands/count.ts';
import { counts } from './records.ts';
import { countExport } from './views/exports.ts';
import { countReport } from './views/figures.ts';

/** What liaisons count by hand, for what the bot cannot know: 健康教育 1次, 建档 66379/68400. */
export const countsFeature = feature({
  name: 'counts',
  collections: [counts],
  commands: [count],
  report: countReport,
  exports: [countExport],
});
