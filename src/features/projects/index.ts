import { dueRule, feature, follow } from '../../core/feature.ts';
import { keeps } from '../../core/keeping.ts';
import { polls } from '../polls/index.ts';
import { askClaimants, askForVisit } from './commands/due/ask-claimants.ts';
import { commands } from './commands/index.ts';
import { roundOver } from './commands/shared/vote.ts';
import { type Project, projectCalls, projectEntries, projects } from './records.ts';
import { allows } from './rules/transitions.ts';
import { projectExport } from './views/exports.ts';
import { projectReport } from './views/figures.ts';

const OVER: readonly Project['state'][] = ['done', 'refused', 'stopped'];

function overSince({ state, since }: Project): number | undefined {
  return OVER.includes(state) ? since : undefined;
}

/**
 * The claim table: what the alliance does this year, gathered from everybody, chosen, taken on by
 * units with their parts, and what came of it. A pair is a line of it with a rhythm and no end.
 */
export const projectsFeature = feature({
  name: 'projects',
  collections: [projects, projectEntries, projectCalls],
  commands,
  exports: [projectExport],
  report: projectReport,
  keeps: [
    keeps({ collection: projects, as: 'projects', since: overSince }),
    keeps({
      collection: projectEntries,
      as: 'projects',
      // The history goes with its project.
      since: (entry, records) => {
        const project = records.get(projects, entry.project);
        return project === undefined ? entry.at : overSince(project);
      },
    }),
    keeps({
      collection: projectCalls,
      as: 'projects',
      since: ({ state, until }) => (state === 'closed' ? until : undefined),
    }),
  ],
  follows: [follow({ collection: polls, decide: roundOver })],
  dueRules: [
    dueRule({
      name: 'claimants are asked what is planned',
      collection: projects,
      at: (project) =>
        project.pair === undefined && allows('progress', project) ? project.asks : undefined,
      fire: askClaimants,
    }),
    dueRule({
      name: 'a pair is reminded of a visit',
      collection: projects,
      at: (project) => (allows('visit', project) ? project.pair?.due : undefined),
      fire: askForVisit,
    }),
  ],
});
