import { numbered } from '../../../../core/arguments.ts';
import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { editsOf, sayBack, undoEdits } from '../../../../core/edits.ts';
import { type Outcome, refuse, tell, together } from '../../../../core/outcome.ts';
import type { Text } from '../../../../core/text.ts';
import { theNumbered } from '../../../../core/the-one-meant.ts';
import { type Project, type ProjectEvent, projectEntries, projects } from '../../records.ts';
import { mayAct, maySee } from '../../rules/permits.ts';
import { projectNumbered } from '../../rules/reading.ts';
import { allows } from '../../rules/transitions.ts';
import { projectTexts } from '../../texts/projects.ts';
import { claimantsText, nextText } from '../../views/index.ts';

/** `J2` in a command. */
export const projectNumber = numbered('j', { zh: '项目编号', en: 'project' });

/** The project of a number, if the event may happen to it now. */
export function findProject(
  number: number,
  event: ProjectEvent | undefined,
  { records, person, place }: CommandContext,
): { readonly one: Project } | { readonly answer: Outcome } {
  return theNumbered<Project, Outcome>(number, {
    find: () => {
      const found = projectNumbered(records, number);
      // A pair with a household is spoken of in private only.
      const isForHere = found?.pair?.isHousehold !== true || place.kind === 'private';
      return found !== undefined && isForHere && maySee(found, person) ? found : undefined;
    },
    fits: (one) => event === undefined || allows(event, one),
    noSuch: (missing) => refuse(projectTexts.noSuch(missing), '/项目'),
    unfit: (one) =>
      refuse(
        one.state === 'proposed'
          ? projectTexts.notChosenYet(number)
          : projectTexts.notNow(number, one.state, nextText(one)),
      ),
  });
}

/** Why somebody else's project is not the speaker's to change; undefined where it is theirs. */
export function notTheirs(project: Project, { person, records }: CommandContext) {
  return mayAct(project, person)
    ? undefined
    : refuse(projectTexts.notYours(project.number, claimantsText(project, records)));
}

/** Tells everybody who wanted it, in private. */
export function tellProposers(
  { by, seconds }: Project,
  text: Text,
  { person }: CommandContext,
): Outcome {
  const all = new Set([by, ...seconds]);
  all.delete(person.id);
  return together(...[...all].map((one) => tell(one, text)));
}

/** Makes projects as they were before, with their histories, unless others have built on it. */
export function undoProjects(change: LastChange, context: CommandContext): Outcome {
  const { records } = context;
  return undoEdits(projects, change, context, {
    also: editsOf(projectEntries, change, records),
    gone: ([one]) => {
      const number = one?.now?.number ?? one?.before?.number ?? 0;
      return refuse(projectTexts.changedSince(number), `/项目 J${number}`);
    },
    back: ([one]) => {
      const { before, id } = one ?? {};
      const number = before?.number ?? (id && records.get(projects, id)?.number) ?? 0;
      return sayBack(
        before === undefined
          ? projectTexts.goneAgain(number || 0)
          : projectTexts.asBefore(before.number, before.state),
      );
    },
  });
}
