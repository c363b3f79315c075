import {
  type AnyRecord,
  type Collection,
  put,
  type Records,
  type Remember,
  remove,
} from './collection.ts';
import { masked } from './masking.ts';

/*
 * Somebody is forgotten: their id becomes one that means nobody, so that all counts stay; their
 * accounts and what waits for them goes; what they are called is hidden wherever it stands.
 */

/** By what somebody can be known in the records. */
export interface Identity {
  /** The ids of the person, those of merged ones included. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** The ids of their accounts, and what their platforms call them. */
  readonly accounts: readonly string[];
  readonly users: readonly string[];
  /** The ids of photos that they sent. */
  readonly photos: ReadonlySet<string>;
}

/** What stands instead. */
export interface Instead {
  /** An id that nobody has. */
  readonly nobody: string;
  /** Of an id of a message, by which it is still known when it comes again. */
  hash(text: string): string;
}

/** A text that was hidden, and where it stands. */
export interface Hidden {
  readonly collection: string;
  readonly record: string;
  readonly path: readonly string[];
  readonly text: string;
  readonly hidden: string;
}

/** What stands for a name that was hidden. */
const HIDDEN = '▇▇';

/** What is only on its way: whoever is meant by it, it goes. */
const PASSING: readonly string[] = [
  'lastChanges',
  'questions',
  'joinings',
  'attempts',
  'tries',
  'codes',
  'withheld',
];

/** What becomes of the records of some collections when somebody is forgotten. */
export function withoutIdentity(
  collections: Iterable<Collection>,
  records: Records,
  identity: Identity,
  instead: Instead,
): { readonly remember: readonly Remember[]; readonly hidden: readonly Hidden[] } {
  const eraser = new Eraser(identity, instead);
  const remembered: Remember[] = [];
  for (const collection of collections)
    for (const record of records.all(collection)) {
      const now = eraser.without(collection, record);
      if (now === record) continue;
      if (now?.id !== record.id) remembered.push(remove(collection, record.id));
      if (now !== undefined) remembered.push(put(collection, now));
    }
  return { remember: remembered, hidden: eraser.hidden };
}

/** It is left out of the list in which it stands. */
const GONE = Symbol('gone');

class Eraser {
  readonly hidden: Hidden[] = [];
  private readonly identity: Identity;
  private readonly instead: Instead;
  private readonly names: readonly RegExp[];
  private readonly ids: RegExp;
  private readonly quoted: readonly string[];

  constructor(identity: Identity, instead: Instead) {
    this.identity = identity;
    this.instead = instead;
    this.names = [...new Set(identity.names)].filter((name) => [...name].length > 1).map(nameIn);
    this.ids = new RegExp(
      `(?<![\\p{L}\\p{N}_-])(?:${identity.ids.map(escaped).join('|')})(?![\\p{L}\\p{N}_-])`,
      'gu',
    );
    const once = [...identity.users, ...identity.accounts].map((one) => JSON.stringify(one));
    this.quoted = [...once, ...once.map((one) => JSON.stringify(one).slice(1, -1))];
  }

  /** The record without the identity; itself where it holds none, undefined where it goes. */
  without(collection: Collection, record: AnyRecord): AnyRecord | undefined {
    const { ids, accounts, users, photos } = this.identity;
    if (collection.name === 'people' && ids.includes(record.id)) return undefined;
    if (accounts.includes(record.id) || photos.has(record.id)) return undefined;
    const leaves = leavesOf(record);
    const isMeant = (text: string) => this.isTheirs(text);
    if (PASSING.includes(collection.name) && leaves.some(isMeant)) return undefined;
    const { to } = record as { to?: { kind?: string; chat?: string } };
    if (to?.kind === 'private' && users.includes(to.chat ?? '')) return undefined;
    const isOwn = (collection.people ?? []).some((path) =>
      valuesAt(record, path).some((one) => ids.includes(one)),
    );
    const at = { collection, record: record.id, isOwn };
    const now = this.changed(record, [], at) as AnyRecord;
    return now;
  }

  private isTheirs(text: string): boolean {
    const { users, accounts } = this.identity;
    this.ids.lastIndex = 0;
    return (
      users.includes(text) ||
      accounts.includes(text) ||
      this.quoted.some((one) => text.includes(one)) ||
      this.ids.test(text) ||
      this.names.some((name) => text.search(name) >= 0)
    );
  }

  private changed(value: unknown, path: readonly string[], at: At): unknown {
    if (typeof value === 'string') return this.text(value, path, at);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const all = value.map((one, index) => this.changed(one, [...path, String(index)], at));
      const left = all.filter((one) => one !== GONE);
      return left.some((one, index) => one !== value[index]) || left.length < value.length
        ? left
        : value;
    }
    const fields = Object.entries(value).map(
      ([name, one]) => [name, this.changed(one, [...path, name], at)] as const,
    );
    if (fields.some(([, one]) => one === GONE) && path.length > 0) return GONE;
    const isSame = fields.every(([name, one]) => one === (value as Record<string, unknown>)[name]);
    return isSame ? value : Object.fromEntries(fields.filter(([, one]) => one !== GONE));
  }

  private text(text: string, path: readonly string[], at: At): unknown {
    const { photos, users, accounts, names } = this.identity;
    if (photos.has(text)) return GONE;
    // In the terminal and by hand a platform calls people by their names.
    const isName = !at.collection.accounts?.length && names.includes(text);
    if (accounts.includes(text) || (users.includes(text) && !isName)) return this.instead.nobody;
    if (text.startsWith('[') && this.quoted.some((one) => text.includes(one)))
      return this.instead.hash(text);
    const known = text.replaceAll(this.ids, this.instead.nobody);
    return this.words(known, path, at);
  }

  /** Free text: the name is hidden, and in what they said themselves the numbers are too. */
  private words(text: string, path: readonly string[], at: At): string {
    const { collection, record, isOwn } = at;
    if (collection.keepsNames) return text;
    const named = this.names.reduce((now, name) => now.replaceAll(name, HIDDEN), text);
    const hidden = isOwn && /\p{Script=Han}|\s/u.test(named) ? masked(named) : named;
    if (named !== text && path.at(-1) !== 'id' && collection.name !== 'deliveries')
      this.hidden.push({ collection: collection.name, record, path, text, hidden });
    return hidden;
  }
}

interface At {
  readonly collection: Collection;
  readonly record: string;
  /** They have a part in it. */
  readonly isOwn: boolean;
}

/** A name of letters stands apart from other letters; Chinese characters run on. */
function nameIn(name: string): RegExp {
  return /^[\p{Script=Latin}\s.'-]+$/u.test(name)
    ? new RegExp(`(?<!\\p{Script=Latin})${escaped(name)}(?!\\p{Script=Latin})`, 'gu')
    : new RegExp(escaped(name), 'gu');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leavesOf);
}

/** The texts at a declared path: `claimants[].person`. */
export function valuesAt(value: unknown, path: string): readonly string[] {
  const steps = path.replaceAll('[]', '.[]').split('.').filter(Boolean);
  const at = steps.reduce<readonly unknown[]>(
    (all, step) =>
      all.flatMap((one) => {
        if (step === '[]') return Array.isArray(one) ? one : [];
        return typeof one === 'object' && one !== null
          ? [(one as Record<string, unknown>)[step]]
          : [];
      }),
    [value],
  );
  return at.filter((one) => typeof one === 'string');
}
