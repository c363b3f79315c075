import { unitOf } from '../alliance/index.ts';
import type { Records } from '../core/collection.ts';
import { masked, maskedWish } from '../core/masking.ts';
import { shortened } from '../core/names.ts';
import { lines, plain, series, type Text } from '../core/text.ts';
import { dateOf } from '../core/time.ts';
import { sayWhen } from '../core/when/index.ts';
import { nameOf } from '../people/index.ts';
import { type Claimant, type Entry, type Promised, type Request, requestEntries, requests } from './records.ts';
import { cardTexts } from './texts/cards.ts';
import { happened, stateName } from './texts/history.ts';

/** What is needed to write about requests. */
export interface Scene {
  readonly records: Records;
  readonly now: number;
  readonly zone: string;
}

/** Changes that one message names; the latest ones. */
const CHANGES_SHOWN = 4;

/** What everybody may read of somebody's words about a request. */
export function shown(words: string, request: Pick<Request, 'kind' | 'asker'>, records: Records, longest = 60): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const open = request.kind === 'wish' ? maskedWish(line, [nameOf(records, request.asker)]) : line;
  return shortened(masked(open), longest);
}

/** Whether there is more to it than everybody may read. */
export function hidesSomething({ kind, discreet, text }: Request): boolean {
  return kind === 'wish' || discreet || masked(text) !== text;
}

/** The name of who asked, as everybody may read it. */
export function askerText({ kind, asker, discreet }: Request, records: Records): Text {
  if (discreet) return cardTexts.somebody;
  const name = nameOf(records, asker);
  return plain(kind === 'wish' ? `${[...name][0] ?? ''}**` : name);
}

function claimantText({ person, unit }: Claimant, records: Records): Text {
  const known = unitOf(records, unit);
  const unitName = known?.short[0] ?? known?.name ?? '';
  if (unit === undefined) return plain(nameOf(records, person ?? ''));
  return person === undefined ? plain(unitName) : cardTexts.unitAndPerson(unitName, nameOf(records, person));
}

export function claimantsText(claimants: readonly Claimant[], records: Records): Text {
  const names = claimants.map((one) => claimantText(one, records));
  return series(names.filter(({ zh }, at) => names.findIndex((other) => other.zh === zh) === at));
}

export function promiseText(promised: Promised | undefined, scene: Scene): Text | undefined {
  if (promised === undefined) return undefined;
  const { start, end, dateOnly } = promised;
  return sayWhen({ start, dateOnly, ...(end === undefined ? {} : { end }) }, scene);
}

/** `#12 3号楼楼道灯坏了`. */
function headline(request: Request, records: Records, longest = 60): Text {
  return cardTexts.headline(request.number, shown(request.text, request, records, longest));
}

/** A request as everybody may read it: its card, and the head of `/详情`. */
export function requestText(request: Request, scene: Scene): Text {
  return lines(...head(request, scene), nextWords(request, scene.records)?.text);
}

function head(request: Request, scene: Scene): readonly (Text | undefined)[] {
  const { records } = scene;
  const { claimants, seconds, reopened, photos, kind } = request;
  const asked = cardTexts.askedBy(askerText(request, records), sayWhen({ start: request.at, dateOnly: true }, scene));
  const others = new Set(seconds.filter((one) => one !== request.asker)).size;
  const facts = [
    ...(kind === 'need' ? [] : [cardTexts.kinds(kind)]),
    plain(request.category),
    stateName[request.state],
    asked,
    ...(others > 0 ? [cardTexts.seconds(others + 1)] : []),
    ...(reopened > 0 ? [cardTexts.reopened(reopened)] : []),
    ...(photos.length > 0 ? [cardTexts.photos(photos.length)] : []),
  ];
  const promise = promiseText(request.promised, scene);
  const by = claimants.length > 0 ? cardTexts.claimants(claimantsText(claimants, records), promise) : undefined;
  return [headline(request, records), cardTexts.facts(facts), by];
}

/** The next words to type, for the state that it is in. */
export function nextWords(request: Request, records: Records): { text: Text; choices: readonly string[] } | undefined {
  const { number, state } = request;
  switch (state) {
    case 'open':
      return { text: cardTexts.next.open(number), choices: [`认领 ${number}`] };
    case 'claimed':
    case 'underway':
      return { text: cardTexts.next.inHand(number), choices: [`完成 ${number}`, `加入 ${number}`] };
    case 'awaiting': {
      const text = cardTexts.next.awaiting(number, askerText(request, records));
      return { text, choices: [`满意 ${number}`, `未解决 ${number}`] };
    }
    case 'noted':
      return { text: cardTexts.next.noted(number), choices: [`${number} 也是`] };
    default:
      return undefined;
  }
}

/** What changed since the card was last sent; a new request is shown whole. */
export function changesText(request: Request, changes: readonly string[], scene: Scene): Text {
  const entries = changes.flatMap((id) => scene.records.get(requestEntries, id) ?? []);
  if (entries.some(({ event, undone }) => (event === 'submit' || event === 'note') && undone === undefined))
    return requestText(request, scene);
  const sentences = entries.slice(-CHANGES_SHOWN).map((entry) => news(entry, request, scene));
  const said = cardTexts.change(request.number, series(sentences, { zh: '；', en: '; ' }));
  return lines(said, nextWords(request, scene.records)?.text);
}

/** One change in a line, for whoever hears of it in private: `#12 赵磊撤销了上一步（赵磊办完了）`. */
export function newsText(entry: Entry, request: Request, scene: Scene): Text {
  return cardTexts.change(request.number, news(entry, request, scene));
}

function news(entry: Entry, request: Request, scene: Scene): Text {
  const what = sentence(entry, request, scene);
  return entry.undone === undefined ? what : happened.takenBack(actor(entry, request, scene.records), what);
}

/** `11/16`, where many dates stand under each other. */
export function shortDate(moment: number, zone: string): string {
  const [, month, day] = dateOf(moment, zone).split('-').map(Number);
  return `${month}/${day}`;
}

/** `/详情 12`: the request with its history; in a group the last `most` entries. */
export function detailsText(request: Request, whole: boolean, most: number, scene: Scene): Text {
  const history = scene.records.where(requestEntries, request.id);
  const left = history.slice(-most);
  const { records } = scene;
  const told = left.map((entry) => {
    const what = sentence(entry, request, scene);
    const [, month = '', day = ''] = dateOf(entry.at, scene.zone)
      .split('-')
      .map((part) => String(Number(part)));
    return cardTexts.entry(`${month}/${day}`, entry.undone === undefined ? what : happened.undone(what));
  });
  return lines(
    ...head(request, scene),
    whole && hidesSomething(request) && cardTexts.whole(request.text),
    whole && hidesSomething(request) && cardTexts.askerIs(nameOf(records, request.asker)),
    ...told,
    left.length < history.length && cardTexts.earlier(history.length - left.length, request.number),
    left.length === history.length && nextWords(request, records)?.text,
  );
}

function actor({ by }: Entry, request: Request, records: Records): string {
  if (by === undefined) return '';
  return by === request.asker ? askerText(request, records).zh : nameOf(records, by);
}

/** One entry of a history in plain words. */
export function sentence(entry: Entry, request: Request, scene: Scene): Text {
  const { records } = scene;
  const who = actor(entry, request, records);
  const note = entry.note === undefined ? undefined : shown(entry.note, request, records);
  const photos = entry.photos?.length ?? 0;
  const claimant = entry.claimant ? claimantText(entry.claimant, records) : plain(who);
  const promise = promiseText(entry.promised, scene);
  switch (entry.event) {
    case 'submit':
    case 'note':
    case 'second':
    case 'withdraw':
      return happened[entry.event](who);
    case 'photos':
      return happened.photos(who, photos);
    case 'claim':
      return happened.claim(claimant, promise);
    case 'join':
      return happened.join(claimant);
    case 'assign':
      return happened.assign(who, claimant, promise);
    case 'release':
      return happened.release(claimant, note);
    case 'promise':
      return happened.promise(who, promise ?? plain(''));
    case 'done':
      return happened.done(who, note, photos);
    case 'accept':
      return entry.silent ? happened.acceptSilent(who, note) : happened.accept(who, note);
    case 'reopen':
      return happened.reopen(who, reopenedBy(entry, records), note);
    case 'progress':
    case 'decline':
    case 'hand':
      return happened[entry.event](who, note);
    case 'merge':
      return happened.merge(who, records.get(requests, entry.of ?? '')?.number ?? 0);
    case 'hold':
      return happened.hold(who, entry.until === undefined ? undefined : untilText(entry.until, scene), note);
    case 'resume':
      return happened.resume(entry.by === undefined ? undefined : who);
    case 'prompt':
      return happened.prompt(entry.prompt ?? 'overdue');
    case 'lapse':
      return happened.lapse;
  }
}

/** How often the request had come back with this entry. */
function reopenedBy(entry: Entry, records: Records): number {
  const all = records
    .where(requestEntries, entry.request)
    .filter((one) => one.event === 'reopen' && (one.undone === undefined || one.id === entry.id));
  return all.findIndex(({ id }) => id === entry.id) + 1;
}

export function untilText(until: number, scene: Scene): Text {
  return sayWhen({ start: until, dateOnly: true }, scene);
}

const FINISHED = ['resolved', 'declined', 'handed', 'withdrawn'] as const;
/** Open requests that the digest names. */
const NAMED = 4;

/** The morning digest: what is unclaimed, and what became of others since a moment. Nothing where there is neither. */
export function digestText(all: readonly Request[], from: number, alliance: string, scene: Scene): Text | undefined {
  const open = all.filter(({ state }) => state === 'open');
  const became = FINISHED.flatMap((state) => {
    const numbers = all.filter((one) => one.state === state && one.since >= from).map(({ number }) => `#${number}`);
    const more = numbers.length > 6 ? ` … ${numbers.length}` : '';
    return numbers.length === 0 ? [] : [cardTexts.becameSo(stateName[state], numbers.slice(0, 6).join(' ') + more)];
  });
  if (open.length === 0 && became.length === 0) return undefined;
  return lines(
    cardTexts.digest(alliance),
    became.length > 0 && cardTexts.became(became),
    open.length > 0 && cardTexts.unclaimed(open.length),
    ...open.slice(-NAMED).map((one) => {
      const tail = plain(`${one.category} ${shortDate(one.at, scene.zone)}`);
      return cardTexts.line(one.number, shown(one.text, one, scene.records, 20), tail);
    }),
    open.length > NAMED ? cardTexts.andMore(open.length - NAMED) : open[0] && cardTexts.next.open(open[0].number),
  );
}
