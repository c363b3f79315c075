import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { draftWaiting } from '../../../../core/drafts.ts';
import { edit, editsOf, sayBack, undoEdits } from '../../../../core/edits.ts';
import type { Drafts } from '../../../../core/feature.ts';
import { changed, type Outcome, refuse, say, together } from '../../../../core/outcome.ts';
import { OverlayRecords } from '../../../../core/overlay-records.ts';
import { lines } from '../../../../core/text.ts';
import { dateOf } from '../../../../core/time.ts';
import {
  type Project,
  type ProjectDraft,
  projectDrafts,
  projectEntries,
  projects,
} from '../../records.ts';
import { applyEvent, saidBy } from '../../rules/apply-event.ts';
import { askNext } from '../../rules/asking.ts';
import { type ProjectRow, type ReadTable, readRows, rowsOfText } from '../../rules/read-rows.ts';
import { importTexts } from '../../texts/imports.ts';
import { newProject } from './add-project.ts';

/** More rows are no table that anybody reads before it is carried out. */
const MOST_ROWS = 500;

/** What `/撤销` finds when a table was carried out. */
const CHANGE = 'project-import';

/** What it finds when one was shown. */
const SHOWN = 'project-table';

/** Puts a table away that was shown; undefined where the change is none. */
export function undoShown(change: LastChange, context: CommandContext): Outcome | undefined {
  if (change.name !== SHOWN) return undefined;
  return undoEdits(projectDrafts, change, context, {
    gone: () => refuse(importTexts.putAway),
    back: () => say(importTexts.putAway),
  });
}

/** `/项目 导入` with a table, as a file or pasted: what it will change; every row that is left out. */
export function importTable(typed: string, context: CommandContext): Outcome {
  const { records, person, now, place } = context;
  if (place.kind === 'group') return refuse(importTexts.privately);
  const table = context.table ?? rowsOfText(typed);
  const read = readIn(table, context);
  if (read === undefined) return refuse(importTexts.howTo);
  if (table.length > MOST_ROWS) return refuse(importTexts.tooMany(MOST_ROWS));
  const { added, changed: altered, same, bad } = read;
  const head = importTexts.preview(added.length, altered.length, same, bad.length);
  const reasons = importTexts.badRows(bad);
  if (added.length + altered.length === 0)
    return refuse(lines(head, ...reasons, importTexts.nothing));
  const before = records.get(projectDrafts, person.id);
  const draft = { id: person.id, rows: table.map((row) => [...row]), at: now };
  return together(
    edit(projectDrafts, before, draft),
    changed(SHOWN),
    say(lines(head, ...reasons, importTexts.confirm), '发'),
  );
}

function readIn(table: Parameters<typeof readRows>[0], context: CommandContext) {
  const { records, now, zone, person } = context;
  return readRows(table, { records, today: dateOf(now, zone), by: person.id });
}

/** Tables that wait for the convenor's word. */
export const tablesWaiting: Drafts = {
  newest: (context) => {
    const draft = draftWaiting(projectDrafts, context);
    if (draft === undefined) return undefined;
    return { at: draft.at, send: () => carriedOut(draft, context) };
  },
  undo: (change, context) =>
    change.name === CHANGE
      ? undoEdits(projects, change, context, {
          also: [
            ...editsOf(projectEntries, change, context.records),
            ...editsOf(projectDrafts, change, context.records),
          ],
          gone: () => refuse(importTexts.changedSince, '/项目'),
          back: () => sayBack(importTexts.back),
        })
      : undefined,
};

/** As the table was shown, on the projects as they are now. */
function carriedOut(draft: ProjectDraft, context: CommandContext): Outcome {
  const read = readIn(draft.rows, context) ?? NONE;
  // Each is decided on what the one before has left: numbers count on.
  const overlay = new OverlayRecords(context.records);
  const made = [...read.added, ...read.changed].map((row) => {
    const outcome = carryOut(row, { ...context, records: overlay });
    overlay.apply(outcome.remember);
    return { ...outcome, change: undefined };
  });
  return together(
    ...made,
    edit(projectDrafts, draft, undefined),
    say(importTexts.done(read.added.length, read.changed.length), '撤销'),
    changed(CHANGE),
  );
}

const NONE: ReadTable = { added: [], changed: [], same: 0, bad: [] };

function carryOut({ known, title, details, claims }: ProjectRow, context: CommandContext): Outcome {
  const { now } = context;
  const theirs = claims.map((claim) => ({ ...claim, at: now }));
  if (known === undefined) {
    const isTaken = theirs.length > 0;
    const asks = isTaken ? { asks: askNext(context) } : {};
    const parts = { title, ...details, ...asks, claims: theirs };
    return newProject({ ...parts, state: isTaken ? 'claimed' : 'chosen' }, context).outcome;
  }
  const also = { ...details, ...takenOn(known, theirs, context) };
  return applyEvent(known, saidBy(context, 'change'), context, also).outcome;
}

/** What becomes of a project that more units have taken on; a proposal is chosen by that. */
function takenOn(
  { state, since, claims, asks }: Project,
  theirs: Project['claims'],
  context: CommandContext,
): Partial<Project> {
  if (theirs.length === 0) return {};
  const now = state === 'running' ? state : 'claimed';
  return {
    claims: [...claims, ...theirs],
    state: now,
    since: now === state ? since : context.now,
    asks: asks ?? askNext(context),
  };
}
