import { put, type Records } from '../../../core/collection.ts';
import type { DecisionContext } from '../../../core/command.ts';
import { broadcast, type Outcome, remember, together } from '../../../core/outcome.ts';
import { lines, plain, series, type Text } from '../../../core/text.ts';
import { DAY, dateOf, HOUR, weekdayOf } from '../../../core/time.ts';
import { allianceOf, groupsOf } from '../../../identity/alliance/index.ts';
import { type Digest, digests, type Request, requests } from '../records.ts';
import { nextMorning } from '../rules/morning.ts';
import { cardTexts } from '../texts/cards.ts';
import { stateName } from '../texts/history.ts';
import { type Scene, shortDate, shown } from '../views/words.ts';

/** The digest may still be sent this long after its time. */
const WITHIN = 2 * HOUR;

/**
 * The morning digest of each group, none where there is nothing to say, and when the next one is
 * due.
 */
export function morning(digest: Digest, context: DecisionContext): Outcome {
  const { records, now, zone } = context;
  const planned = digest.next ?? now;
  const next = put(digests, { ...digest, next: nextMorning(digest.time, now, zone), from: now });
  const sent = groupsOf(records).map(({ id }) => {
    const text = digestText(
      requestsOf(id, records),
      digest.from,
      allianceOf(records).name,
      context,
    );
    if (text === undefined) return remember();
    return broadcast({
      id: `digest:${planned}`,
      groups: [id],
      text,
      choices: [],
      planned,
      deadline: planned + WITHIN,
      atAnyHour: true,
    });
  });
  return together(remember(next), ...sent);
}

/** A group's own requests, and those that belong to all. */
function requestsOf(group: string, records: Records) {
  return records
    .all(requests)
    .filter((one) => (one.group === undefined || one.group === group) && one.kind !== 'voice');
}

const FINISHED = ['resolved', 'declined', 'handed', 'withdrawn'] as const;
/**
 * Open requests that the digest names, and for how long; then they are counted, and of themselves
 * told on Mondays.
 */
const NAMED = 4;
const NEW = 3 * DAY;
const MONDAY = 1;

/**
 * The morning digest: what is unclaimed, and what became of others since a moment. Nothing where
 * there is neither.
 */
function digestText(
  all: readonly Request[],
  from: number,
  alliance: string,
  scene: Scene,
): Text | undefined {
  const open = all.filter(({ state }) => state === 'open');
  const became = FINISHED.flatMap((state) => {
    const numbers = all
      .filter((one) => one.state === state && one.since >= from)
      .map(({ number }) => `#${number}`);
    const more = numbers.length > 6 ? ` … ${numbers.length}` : '';
    return numbers.length === 0
      ? []
      : [cardTexts.becameSo(stateName[state], numbers.slice(0, 6).join(' ') + more)];
  });
  const fresh = open.filter(({ since }) => scene.now - since < NEW);
  const named = fresh.slice(-NAMED);
  const others = open.length - named.length;
  const isMonday = weekdayOf(dateOf(scene.now, scene.zone)) === MONDAY;
  if (fresh.length === 0 && became.length === 0 && (open.length === 0 || !isMonday))
    return undefined;
  return lines(
    cardTexts.digest(alliance),
    became.length > 0 && cardTexts.became(became),
    named.length > 0 && cardTexts.unclaimed(open.length),
    ...named.map((one) => {
      const tail = series([plain(one.category), shortDate(one.at, scene.zone)], plain(' '));
      return cardTexts.line(one.number, shown(one.text, one, scene.records, 20), tail);
    }),
    others > 0 ? cardTexts.andMore(others) : named[0] && cardTexts.next.open(named[0].number),
  );
}
