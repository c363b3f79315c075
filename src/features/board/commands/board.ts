import { oneOf } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { type Outcome, refuse, say, sayDocuments, together } from '../../../core/outcome.ts';
import { type Board, boards } from '../records.ts';
import { texts } from '../texts.ts';

const ADDRESS_BYTES = 16;

export const board = command({
  name: 'board',
  zhName: '公告栏',
  aliases: ['上墙', '大屏'],
  minRole: 'convenor',
  scope: 'anywhere',
  summary: {
    zh: '挂一个能上墙、能扫码看的公告栏',
    en: 'hang up a board for the wall, or take it down',
  },
  examples: ['/公告栏 开', '/公告栏 关', '/公告栏'],
  args: {
    what: oneOf({ zh: '开|关', en: '开|关' }, ['开', '关', 'on', 'off']).optional(),
  },
  run: ({ what }, context) => {
    const before = context.records.get(boards, 'board');
    if (what === '关' || what === 'off') return takeDown(before, context);
    if (before?.on) return shown(before, context);
    return what === undefined ? say(texts.isOff) : hangUp(before, context);
  },
  undo: (change, context) =>
    undoEdits(boards, change, context, {
      gone: () => refuse(texts.changedSince),
      back: ([one]) => sayBack(texts.asBefore(one?.before?.on === true)),
    }),
});

/** Each time at an address that nobody has seen before. */
function hangUp(before: Board | undefined, context: CommandContext): Outcome {
  const { person, now, message, health, randomBelow } = context;
  if (health.board === undefined) return refuse(texts.nowhere);
  const bytes = Array.from({ length: ADDRESS_BYTES }, () => randomBelow(256));
  const address = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const after: Board = { id: 'board', address, on: true, by: person.id, at: now, message };
  return together(edit(boards, before, after), shown(after, context));
}

function takeDown(before: Board | undefined, { person, now, message }: CommandContext): Outcome {
  if (!before?.on) return refuse(texts.isOff);
  const after: Board = { ...before, on: false, by: person.id, at: now, message };
  return together(edit(boards, before, after), say(texts.off));
}

function shown({ address }: Board, { health }: CommandContext): Outcome {
  const base = health.board?.url;
  if (base === undefined) return say(texts.on(undefined));
  const url = `${base}/${address}/`;
  return sayDocuments(texts.on(url), `board-code:${url}`);
}
