import type { Records } from '../../../core/collection.ts';
import { masked } from '../../../core/masking.ts';
import { shortened } from '../../../core/names.ts';
import { lines, plain, type Text } from '../../../core/text.ts';
import { dateOf } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { nameOf, partyText } from '../../../identity/people/index.ts';
import type { Claim, Project } from '../records.ts';
import { doneIn } from '../rules/numbers.ts';
import { projectTexts, stateName } from '../texts/projects.ts';

/** Claimants that one card names, and the length of each part. */
const CLAIMS_SHOWN = 5;
const PART_SHOWN = 24;

export function titleOf({ title }: Project): string {
  return masked(title);
}

function claimText(claim: Claim, records: Records): Text {
  const { part, gives, gets } = claim;
  const said = [part, gives && projectTexts.gives(gives), gets && projectTexts.gets(gets)].filter(
    (one) => one !== undefined && one !== '',
  );
  const shown = said.map((one) => shortened(masked(one ?? ''), PART_SHOWN));
  return projectTexts.part(partyText(claim, records).zh, shown);
}

export function claimantsText({ claims }: Project, records: Records): Text {
  return projectTexts.claimants(
    claims.slice(0, CLAIMS_SHOWN).map((claim) => claimText(claim, records)),
  );
}

/** `J1 健康直通车` */
export function headline(project: Project): Text {
  return projectTexts.headline(project.number, titleOf(project));
}

/** A line of the table, as everybody may read it: its card. */
export function projectText(project: Project, context: ViewContext): Text {
  const { records } = context;
  const { claims, reason } = project;
  return lines(
    headline(project),
    projectTexts.facts(factsOf(project, records)),
    claims.length > 0 && claimantsText(project, records),
    progressText(project, context),
    reason !== undefined && projectTexts.because(masked(reason)),
    nextText(project),
  );
}

function factsOf(project: Project, records: Records): readonly Text[] {
  const { category, state, target, month, seconds, votes, by } = project;
  return [
    plain(category),
    stateName[state],
    ...(state === 'proposed' ? [projectTexts.proposedBy(nameOf(records, by))] : []),
    ...(seconds.length > 0 ? [projectTexts.seconds(seconds.length)] : []),
    ...(votes === undefined ? [] : [projectTexts.votes(votes)]),
    ...(target === undefined ? [] : [projectTexts.target(target.amount, target.measure)]),
    ...(month === undefined ? [] : [projectTexts.month(month)]),
  ];
}

/** What counts for it this year; nothing where nothing does. */
export function progressText(project: Project, context: ViewContext): Text | undefined {
  const { now, zone } = context;
  const { held, served, solved } = doneIn(dateOf(now, zone).slice(0, 4), project, context);
  return held + served + solved === 0 ? undefined : projectTexts.progress(held, served, solved);
}

/** The next words to type, for the state that it is in. */
export function nextText({ state, number }: Project): Text | undefined {
  switch (state) {
    case 'proposed':
      return projectTexts.next.proposed(number);
    case 'chosen':
      return projectTexts.next.chosen(number);
    case 'claimed':
    case 'running':
      return projectTexts.next.taken(number);
    default:
      return undefined;
  }
}

/** One line of a list. */
export function projectLine(project: Project, records: Records): Text {
  const { number, state, claims, votes } = project;
  const who =
    claims.length > 0
      ? plain(
          claims
            .map((claim) => partyText(claim, records).zh)
            .slice(0, 3)
            .join('、'),
        )
      : state === 'chosen'
        ? projectTexts.unclaimed
        : votes === undefined
          ? stateName[state]
          : projectTexts.votes(votes);
  return projectTexts.line(number, shortened(titleOf(project), 20), who);
}
