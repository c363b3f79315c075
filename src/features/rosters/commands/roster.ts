import { rest } from '../../../core/arguments.ts';
import type { CommandContext } from '../../../core/command.ts';
import { command } from '../../../core/command.ts';
import { draftWaiting } from '../../../core/drafts.ts';
import { edit, editsOf, sayBack, undoEdits } from '../../../core/edits.ts';
import type { Drafts } from '../../../core/feature.ts';
import { masked } from '../../../core/masking.ts';
import { shortened } from '../../../core/names.ts';
import { changed, type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { lines } from '../../../core/text.ts';
import { unitOf } from '../../../identity/alliance/index.ts';
import { people } from '../../../identity/people/index.ts';
import { type RosterDraft, rosterDrafts } from '../records.ts';
import { readRoster } from '../rules/read-roster.ts';
import { texts } from '../texts.ts';

/** More than this is no list that anybody reads before it is carried out. */
const MOST_ROWS = 500;

/** Of a row that is left out, so many characters are said again. */
const SAID_AGAIN = 14;

const CHANGE = 'roster';

export const roster = command({
  name: 'roster',
  zhName: '名册',
  aliases: ['导入名册', '导入名单'],
  minRole: 'convenor',
  scope: 'private',
  summary: {
    zh: '粘贴或发来一份名单，看过再收',
    en: 'paste or send a list of people, to be carried out when seen',
  },
  examples: ['/名册 张三 恒威', '/名册'],
  args: { text: rest({ zh: '名字 单位，一行一个', en: 'name and unit, a line each' }).optional() },
  run: ({ text: typed }, context) => {
    const { records, person, now, table } = context;
    const text = table?.map((row) => row.join('，')).join('\n') ?? typed;
    if (text === undefined) return refuse(texts.howTo);
    if (text.split('\n').length > MOST_ROWS) return refuse(texts.tooLong(MOST_ROWS));
    const { changes, same, bad } = readRoster(text, records);
    const added = changes.filter(({ known }) => known === undefined).length;
    const head = texts.preview(added, changes.length - added, same, bad.length);
    const rows = bad.map(({ line, text: said, why }) =>
      texts.badRow(line, shortened(masked(said), SAID_AGAIN), why),
    );
    if (changes.length === 0) return refuse(lines(head, ...rows, texts.nothing));
    const draft = {
      id: person.id,
      rows: changes.map(({ name, unit }) => ({ name, unit })),
      at: now,
    };
    return together(
      edit(rosterDrafts, records.get(rosterDrafts, person.id), draft),
      say(lines(head, ...rows, texts.confirm), '发'),
    );
  },
  undo: (change, context) =>
    undoEdits(rosterDrafts, change, context, {
      gone: () => refuse(texts.putAway),
      back: () => say(texts.putAway),
    }),
});

/** Lists that wait for the convenor's word. */
export const rosterDraftsWaiting: Drafts = {
  newest: (context) => {
    const draft = draftWaiting(rosterDrafts, context);
    if (draft === undefined) return undefined;
    return { at: draft.at, send: () => carriedOut(draft, context) };
  },
  undo: (change, context) =>
    change.name === CHANGE
      ? undoEdits(people, change, context, {
          also: editsOf(rosterDrafts, change, context.records),
          gone: () => refuse(texts.changedSince),
          back: () => sayBack(texts.back),
        })
      : undefined,
};

/** As the list was shown, on people as they are now. */
function carriedOut(draft: RosterDraft, context: CommandContext): Outcome {
  const { records, newId } = context;
  const { rows } = draft;
  const nameOf = (unit: string) => unitOf(records, unit)?.name ?? '';
  const text = rows.map(({ name, unit }) => `${name}\t${nameOf(unit)}`).join('\n');
  const now = readRoster(text, records).changes;
  const made = now.map(({ name, unit, known }) => {
    const before = known ?? { id: newId(), name, role: 'member' as const };
    return edit(people, known, { ...before, role: 'member', unit });
  });
  return together(
    ...made,
    edit(rosterDrafts, draft, undefined),
    say(texts.done(now.length), '撤销'),
    changed(CHANGE),
  );
}
