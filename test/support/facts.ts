import type { MemoryDisk } from '../../tools/play/kit.ts';

/*
 * What a store holds, as facts with the names that the rows of the corpus use: `E1.in.张伟` is 1,
 * `#1.state` is open. Anything that a person would call a change is a fact.
 */

export type Facts = ReadonlyMap<string, string | number>;

interface Stored {
  readonly [key: string]: unknown;
}

const ZONE_AHEAD = 8 * 3_600_000;
const THERE: readonly unknown[] = ['present', 'late', 'walked_in'];

export function factsOn(disk: MemoryDisk, alliance: string): Facts {
  return new Reader(tablesOn(disk, alliance)).facts;
}

function tablesOn(disk: MemoryDisk, alliance: string): ReadonlyMap<string, readonly Stored[]> {
  const tables = new Map<string, Stored[]>();
  for (const { collection, records } of disk.partitions.get(alliance)?.values() ?? []) {
    const table = tables.get(collection) ?? [];
    for (const json of records.values()) table.push(JSON.parse(json));
    tables.set(collection, table);
  }
  return tables;
}

class Reader {
  readonly facts = new Map<string, string | number>();
  private readonly tables: ReadonlyMap<string, readonly Stored[]>;
  private readonly names = new Map<unknown, string>();
  private readonly places = new Map<unknown, string>();

  constructor(tables: ReadonlyMap<string, readonly Stored[]>) {
    this.tables = tables;
    for (const one of [...this.all('units'), ...this.all('people')])
      this.names.set(one['id'], String(one['name']));
    for (const { id, into } of this.all('merged')) this.names.set(id, this.called(into));
    for (const [table, letter] of [
      ['activities', 'E'],
      ['polls', 'P'],
      ['requests', '#'],
    ] as const)
      for (const { id, number } of this.all(table)) this.places.set(id, `${letter}${number}`);
    this.readActivities();
    this.readPolls();
    this.readRequests();
    this.readOthers();
  }

  private all(table: string): readonly Stored[] {
    return this.tables.get(table) ?? [];
  }

  private called(id: unknown): string {
    return this.names.get(id) ?? String(id);
  }

  private note(name: string, value: unknown): void {
    if (value === undefined || value === null) return;
    this.facts.set(name, typeof value === 'number' ? value : String(value));
  }

  private noteAll(place: string, one: Stored, keys: readonly string[]): void {
    for (const key of keys) this.note(`${place}.${key}`, one[key]);
  }

  private noteTimes(place: string, one: Stored, keys: readonly string[]): void {
    for (const key of keys) this.note(`${place}.${key}`, localTime(one[key]));
  }

  private add(name: string, value: unknown): void {
    this.facts.set(name, Number(this.facts.get(name) ?? 0) + Number(value));
  }

  private readActivities(): void {
    for (const one of this.all('activities')) {
      const place = `E${one['number']}`;
      this.noteAll(place, one, ['state', 'title', 'theme', 'place', 'capacity', 'passcode']);
      this.noteTimes(place, one, ['start', 'end', 'closes']);
    }
    for (const { activity, state, person, party } of this.all('signups'))
      if (state !== 'withdrawn')
        this.add(`${this.places.get(activity)}.${state}.${this.called(person)}`, party);
    for (const { activity, state, person, heads, left } of this.all('attendance')) {
      const place = this.places.get(activity);
      const isThere = THERE.includes(state);
      this.add(`${place}.${isThere ? 'present' : 'absent'}.${this.called(person)}`, heads);
      if (left !== undefined) this.add(`${place}.left.${this.called(person)}`, 1);
    }
    for (const { activity, unit, people, heads, count } of this.all('headcounts'))
      this.note(
        `${this.places.get(activity)}.units.${this.called(unit)}`,
        people ?? heads ?? count,
      );
    for (const { id, text, served } of this.all('minutes')) {
      this.note(`${this.places.get(id)}.record`, text);
      this.note(
        `${this.places.get(id)}.served`,
        (served as { people?: number } | undefined)?.people,
      );
    }
  }

  private readPolls(): void {
    const options = new Map<unknown, readonly string[]>();
    for (const one of this.all('polls')) {
      const place = `P${one['number']}`;
      const offered = one['options'] as readonly string[];
      options.set(one['id'], offered);
      this.noteAll(place, one, ['state', 'question']);
      this.noteTimes(place, one, ['deadline']);
      this.note(`${place}.options`, offered.join(' | '));
    }
    for (const { poll, voter, marks } of this.all('ballots')) {
      const chosen = (options.get(poll) ?? []).flatMap((_, at) =>
        (Number(marks) >> at) & 1 ? [String.fromCharCode(65 + at)] : [],
      );
      this.note(`${this.places.get(poll)}.votes.${this.called(voter)}`, chosen.join(''));
    }
  }

  private readRequests(): void {
    const entries = this.all('requestEntries').filter(({ undone }) => undone === undefined);
    for (const one of this.all('requests')) {
      const place = `#${one['number']}`;
      this.noteAll(place, one, ['state', 'kind', 'text', 'category', 'reopened']);
      this.note(`${place}.asker`, this.called(one['asker']));
      const claimants = one['claimants'] as readonly { person?: string; unit?: string }[];
      const who = claimants.flatMap(({ person, unit }) => [person, unit].filter(Boolean));
      this.note(`${place}.who`, who.map((id) => this.called(id)).join(' '));
      this.note(
        `${place}.promised`,
        localTime((one['promised'] as { start?: number } | undefined)?.start),
      );
      this.noteTimes(place, one, ['until']);
      const notes = entries.filter(({ request }) => request === one['id']);
      this.note(
        `${place}.notes`,
        notes.map(({ event, note = '' }) => `${event}:${note}`).join(' / '),
      );
      for (const id of one['seconds'] as readonly string[])
        this.note(`${place}.also.${this.called(id)}`, 1);
    }
  }

  private readOthers(): void {
    for (const { id, unit } of this.all('joinings'))
      this.note(`asks.${this.called(id)}`, this.called(unit));
    for (const { name, role } of this.all('people'))
      if (role !== 'guest') this.note(`role.${name}`, role);
    for (const one of this.all('announcements'))
      this.noteAll(`announce.${one['id']}`, one, ['text', 'state']);
    for (const one of this.all('rules')) this.note(`rule.${one['id']}`, JSON.stringify(one));
    for (const { title, language } of this.all('groups')) this.note(`group.${title}`, language);
    for (const one of this.all('alliance')) this.note('alliance', JSON.stringify(one));
  }
}

/** As a clock on the wall of the alliance shows it: `2026-11-25 09:00`. */
function localTime(moment: unknown): string | undefined {
  if (typeof moment !== 'number') return undefined;
  return new Date(moment + ZONE_AHEAD).toISOString().slice(0, 16).replace('T', ' ');
}

/** What is not in both, or not the same. */
export function changesIn(before: Facts, after: Facts): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name));
}
