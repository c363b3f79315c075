import { choose } from './choose.ts';
import { claimProject } from './claim.ts';
import { countFor } from './count.ts';
import { finishProject } from './finish.ts';
import { notChosen } from './not-chosen.ts';
import { pair } from './pair.ts';
import { progressProject } from './progress.ts';
import { projectsCommand } from './projects.ts';
import { propose } from './propose.ts';
import { releaseProject } from './release.ts';
import { second } from './second.ts';
import { stopProject } from './stop.ts';
import { uncount } from './uncount.ts';
import { visit } from './visit.ts';
import { voteOnProjects } from './vote.ts';

export const commands = [
  ...[projectsCommand, propose, second, voteOnProjects, choose, notChosen],
  ...[claimProject, releaseProject, progressProject, finishProject, stopProject],
  ...[countFor, uncount, pair, visit],
];
