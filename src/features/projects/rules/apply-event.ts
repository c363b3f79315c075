import type { CommandContext, DecisionContext } from '../../../core/command.ts';
import { edit } from '../../../core/edits.ts';
import { changed, type Outcome, together } from '../../../core/outcome.ts';
import { type Project, type ProjectEntry, projectEntries, projects } from '../records.ts';
import { projectAfter } from './transitions.ts';

/** An entry without the fields that follow from the moment. */
export type NewEntry = Omit<ProjectEntry, 'id' | 'project' | 'at'>;

/**
 * Applies an event to a project: the history gets an entry, and the transitions say where it stands.
 * `also` are further fields that the event sets.
 */
export function applyEvent(
  before: Project,
  event: NewEntry,
  context: DecisionContext,
  also: Partial<Project> = {},
): { readonly project: Project; readonly outcome: Outcome } {
  const entry: ProjectEntry = {
    id: context.newId(),
    project: before.id,
    at: context.now,
    ...withoutWords(event, before),
  };
  const project = { ...projectAfter(before, entry), ...also };
  return { project, outcome: kept(before, project, entry) };
}

/** What somebody saw in a household is kept nowhere, whatever they say of the pair. */
function withoutWords(event: NewEntry, { pair }: Project): NewEntry {
  const { note: _, ...bare } = event;
  return pair?.isHousehold === true ? bare : event;
}

/** A new project with its first entry. */
export function beginProject(project: Project, event: NewEntry, context: DecisionContext): Outcome {
  const entry: ProjectEntry = {
    id: context.newId(),
    project: project.id,
    at: context.now,
    ...event,
  };
  return kept(undefined, project, entry);
}

function kept(before: Project | undefined, now: Project, entry: ProjectEntry): Outcome {
  return together(
    edit(projects, before, now),
    edit(projectEntries, undefined, entry),
    changed(now.id),
  );
}

/** What somebody does by a message. */
export function saidBy(
  { person, message }: CommandContext,
  event: ProjectEntry['event'],
  more: Partial<NewEntry> = {},
): NewEntry {
  return { event, by: person.id, message, ...more };
}
