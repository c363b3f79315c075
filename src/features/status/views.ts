import type { Records } from '../../core/collection.ts';
import type { Health } from '../../core/command.ts';
import { keepings } from '../../core/keeping.ts';
import { shortened } from '../../core/names.ts';
import { type BroadcastRow, broadcasts, cards, deliveries } from '../../core/records.ts';
import { lines, plain, series, type Text } from '../../core/text.ts';
import { MINUTE } from '../../core/time.ts';
import type { ViewContext } from '../../core/view-context.ts';
import { sayWhen } from '../../core/when/index.ts';
import { groups } from '../../identity/alliance/index.ts';
import { whyText } from '../calendar/index.ts';
import { keepingTexts } from '../privacy/index.ts';
import type { Rehearsed } from '../rehearsal/index.ts';
import { texts } from './texts.ts';

/** How many broadcasts are shown of those to come, and of those that were sent. */
const NEXT_SHOWN = 5;
const SENT_SHOWN = 6;
/** The longest first line of a broadcast that is shown, in characters. */
const LINE = 24;

/** The chats, what waits, the last broadcast, the next ones; with a clock in doubt one fewer. */
export function statusText(
  ahead: readonly Rehearsed[],
  context: ViewContext & { readonly health: Health },
): Text {
  const { health, records, now } = context;
  const up = health.chats.filter(
    ({ connection }) => connection === undefined || /^(up|slow)$/.test(connection.state),
  );
  const chats = up.map(({ title, lastHeard }) =>
    texts.chat(title, lastHeard === undefined ? undefined : Math.max(0, now - lastHeard)),
  );
  const troubles = [
    ...storeTroubles(health, now),
    ...(health.upkeep?.needs ?? []).map(({ text }) => texts.needs(text)),
    ...health.chats.flatMap((chat) => troublesOf(chat, context)),
  ];
  const next = [
    ...new Map(ahead.map((one) => [`${one.rule}/${one.occurrence}/${one.notice}`, one])).values(),
  ];
  const well = health.upkeep && !health.clockBehind && troubles.length === 0;
  const holder = health.holder === undefined ? [] : [holderText(health.holder, context)];
  const room = NEXT_SHOWN - troubles.length - holder.length - (health.clockBehind || well ? 1 : 0);
  const shown = next.slice(0, Math.max(0, room));
  const [last] = outcomes(records);
  return lines(
    texts.chats(series(chats), waiting(records)),
    ...holder,
    well && texts.well(backupText(health.upkeep, context)),
    ...troubles,
    health.clockBehind && texts.clockBehind,
    ...letGo(records),
    last === undefined ? texts.nothingSent : texts.last(outcomeText(last, context)),
    shown.length === 0 ? texts.nothingAhead : texts.ahead,
    ...shown.map((one) =>
      series([sayWhen({ start: one.at }, context), firstLine(one.text)], plain(' ')),
    ),
  );
}

/** Which of several processes works, and since when. */
function holderText({ name, since }: NonNullable<Health['holder']>, context: ViewContext): Text {
  return texts.holder(name, sayWhen({ start: since }, context));
}

/** When the last back-up was made; undefined where there is none. */
function backupText(upkeep: Health['upkeep'], context: ViewContext): Text | undefined {
  const at = upkeep?.lastBackup;
  return at === undefined ? undefined : sayWhen({ start: at }, context);
}

/** How much has gone because its time was over, where anything has. */
function letGo(records: Records): readonly Text[] {
  const { last, gone = 0 } = records.get(keepings, 'keeping') ?? {};
  return gone === 0 ? [] : [keepingTexts.gone(last?.gone ?? 0, gone)];
}

/** What there is to say of the store: that it keeps nothing, or cannot put in order what it keeps. */
function storeTroubles({ refusal, unsettledSince }: Health, now: number): readonly Text[] {
  return [
    ...(refusal ? [texts.refusal(refusal.why, Math.max(0, now - refusal.since))] : []),
    ...(unsettledSince === undefined ? [] : [texts.unsettled(Math.max(0, now - unsettledSince))]),
  ];
}

/**
 * What there is to say of a connection: that it is down and why, what was missed, what came too
 * late.
 */
function troublesOf(
  { title, connection }: Health['chats'][number],
  context: ViewContext,
): readonly Text[] {
  if (connection === undefined) return [];
  const { state, since, why, missed, tooOld = 0 } = connection;
  const how =
    state === 'slow'
      ? texts.connectionSlow(title, why)
      : texts.connectionDown(title, why, Math.max(0, context.now - since));
  return [
    ...(state === 'up' ? [] : [how]),
    ...(missed === undefined || missed.to - missed.from < MINUTE
      ? []
      : [texts.missed(title, sayWhen({ start: missed.from, end: missed.to }, context))]),
    ...(tooOld === 0 ? [] : [texts.tooOld(title, tooOld)]),
  ];
}

/** The last broadcasts, each with what became of it in each group. */
export function sentText(context: ViewContext): Text {
  const recent = outcomes(context.records).slice(0, SENT_SHOWN);
  return recent.length === 0
    ? texts.nothingSent
    : lines(texts.sent, ...recent.map((rows) => outcomeText(rows, context)));
}

/** What is still to be sent in this alliance. */
function waiting(records: Records): number {
  const rows =
    records.count(broadcasts, 'byState', 'planned') +
    records.count(broadcasts, 'byState', 'sending');
  const unsent = records.count(cards, 'unsent', 'unsent');
  return rows + unsent + records.count(deliveries, 'all', 'all');
}

/** The rows of each broadcast together, the latest first. */
function outcomes(records: Records): readonly (readonly BroadcastRow[])[] {
  const found = new Map<string, BroadcastRow[]>();
  for (const row of records.all(broadcasts)) {
    const same = found.get(row.broadcast);
    if (same === undefined) found.set(row.broadcast, [row]);
    else same.push(row);
  }
  return [...found.values()].sort((a, b) => (b[0]?.planned ?? 0) - (a[0]?.planned ?? 0));
}

function outcomeText(rows: readonly BroadcastRow[], context: ViewContext): Text {
  const [row] = rows;
  if (row === undefined) return plain('');
  const became = rows.map((one) =>
    texts.became(context.records.get(groups, one.group)?.title ?? '', stateText(one)),
  );
  return series(
    [sayWhen({ start: row.planned }, context), firstLine(row.text), series(became)],
    plain(' '),
  );
}

function stateText(row: BroadcastRow): Text {
  const failed = row.state === 'skipped' || row.state === 'failed' || row.state === 'uncertain';
  return failed
    ? texts.not(whyText(row))
    : texts.state[row.state as 'planned' | 'sending' | 'sent'];
}

function firstLine(text: string): Text {
  // When it takes place stands in the message itself; what a poll asks stands behind it.
  const [first = ''] = text.split('\n');
  return plain(shortened(first.replace(/ (\d{4}年)?\d{1,2}月\d{1,2}日（[^，]*/, ''), LINE));
}
