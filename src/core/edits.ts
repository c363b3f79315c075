import {
  type AnyRecord,
  type Collection,
  put,
  type Records,
  type Remember,
  remove,
} from './collection.ts';
import type { Edit } from './last-changes.ts';
import { nothing, type Outcome, remember, say, together } from './outcome.ts';
import { isSame } from './same.ts';
import type { Text } from './text.ts';

/*
 * A change notes which fields of a record it set, not the whole record. Taking it back restores
 * those fields: what others have changed beside them stays, and a field that others have changed
 * too is found.
 */

type Name<R> = keyof R & string;

/**
 * Puts a record in place of what it was, or removes it, and notes the difference for the `undo` of
 * the command.
 */
export function edit<R extends AnyRecord>(
  collection: Collection<R>,
  before: R | undefined,
  after: R | undefined,
  resting: readonly Name<R>[] = [],
): Outcome {
  const gone = before === undefined ? [] : [remove(collection, before.id)];
  const changes = after === undefined ? gone : [put(collection, after)];
  return together(remember(...changes), noted(collection, before, after, resting));
}

/**
 * Notes a difference that is remembered by other means. `resting` are further fields that have to
 * stay as they are: where they change, somebody has built on it.
 */
export function noted<R extends AnyRecord>(
  collection: Collection<R>,
  before: R | undefined,
  after: R | undefined,
  resting: readonly Name<R>[] = [],
): Outcome {
  const was = before && whole(before, collection);
  const left = after && whole(after, collection);
  const id = (after ?? before)?.id ?? '';
  if (was === undefined || left === undefined)
    return {
      ...nothing,
      edits: [{ collection: collection.name, id, ...(was && { was }), ...(left && { left }) }],
    };
  const names = Object.keys({ ...was, ...left }).filter((name) => !isSame(was[name], left[name]));
  const some = (all: Fields) =>
    Object.fromEntries([...names, ...resting].map((name) => [name, all[name] ?? null]));
  const edits =
    names.length === 0
      ? []
      : [{ collection: collection.name, id, was: some(was), left: some(left) }];
  return { ...nothing, edits };
}

/** One record that somebody changed, as things stand now. */
export interface Edited<R extends AnyRecord = AnyRecord> {
  readonly id: string;
  readonly now: R | undefined;
  /** As it would be now without the change. */
  readonly before: R | undefined;
  /**
   * The fields that are not as the change left them, `id` where the record came or went; none: the
   * change stands.
   */
  readonly since: readonly string[];
  /** Makes it as it was before. */
  readonly back: Remember;
}

/** What a change did to the records of a collection, in its order. */
export function editsOf<R extends AnyRecord>(
  collection: Collection<R>,
  change: { readonly edits: readonly Edit[] },
  records: Records,
): readonly Edited<R>[] {
  return change.edits.flatMap((one) => {
    if (one.collection !== collection.name) return [];
    const now = records.get(collection, one.id);
    const before = without(one, now, collection);
    const back = before === undefined ? remove(collection, one.id) : put(collection, before);
    return [{ id: one.id, now, before, since: changedSince(one, now, collection), back }];
  });
}

/**
 * Makes everything as it was before; undefined where there is nothing, or others have changed any
 * of it since.
 */
export function allBack(edited: readonly Edited[]): Outcome | undefined {
  const stands = edited.length > 0 && edited.every(({ since }) => since.length === 0);
  return stands ? remember(...edited.map(({ back }) => back)) : undefined;
}

/** How a change is taken back: what is said in each case, of the records as things stand. */
interface Undoing<R extends AnyRecord> {
  /** Fields that the bot itself notes: nobody has built on the change by them. */
  readonly observed?: readonly Name<R>[];
  /** Records of other collections that go back together with these. */
  readonly also?: readonly Edited[];
  /** Refuses where it has to stay although nobody has changed it since. */
  readonly stays?: (edited: readonly Edited<R>[]) => Outcome | undefined;
  /** Refuses where others have changed any of it since, or nothing of it is left. */
  readonly gone: (edited: readonly Edited<R>[]) => Outcome;
  /** What to say, and whom to tell, once it is as it was before. */
  readonly back: (edited: readonly Edited<R>[]) => Outcome;
}

/** Takes back what a change did to the records of a collection: all of it, or nothing. */
export function undoEdits<R extends AnyRecord>(
  collection: Collection<R>,
  change: { readonly edits: readonly Edit[] },
  { records }: { readonly records: Records },
  { observed = [], also = [], stays, gone, back }: Undoing<R>,
): Outcome {
  const edited = editsOf(collection, change, records).map((one) => ({
    ...one,
    since: one.since.filter((field) => !(observed as readonly string[]).includes(field)),
  }));
  const refused = stays?.(edited);
  if (refused !== undefined) return refused;
  const restored = allBack([...edited, ...also]);
  return restored === undefined ? gone(edited) : together(restored, back(edited));
}

/** Says that something was taken back, and how things stand now. */
export function sayBack(now: Text, ...choices: readonly string[]): Outcome {
  return say({ zh: `撤销了。${now.zh}`, en: `Taken back. ${now.en}` }, ...choices);
}

function without<R extends AnyRecord>(
  { was, left }: Edit,
  now: R | undefined,
  { schema }: Collection<R>,
) {
  if (was === undefined || (left !== undefined && now === undefined)) return undefined;
  const fields = Object.entries({ ...(left && now), ...was }).filter(([, value]) => value !== null);
  return schema.parse(Object.fromEntries(fields));
}

function changedSince<R extends AnyRecord>(
  { was, left }: Edit,
  now: R | undefined,
  collection: Collection<R>,
): readonly string[] {
  if (left === undefined || now === undefined)
    return (left === undefined) === (now === undefined) ? [] : ['id'];
  const found = whole(now, collection);
  const names = Object.keys(was === undefined ? { ...left, ...found } : left);
  return names.filter((name) => !isSame(found[name] ?? null, left[name] ?? null));
}

type Fields = NonNullable<Edit['was']>;

/** A record as it is kept: what the schema adds is there, and what has no value is not. */
function whole<R extends AnyRecord>(record: R, { schema }: Collection<R>): Fields {
  return kept(schema.parse(record)) as Fields;
}

/** A value as JSON would bring it back. */
function kept(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => kept(one) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, kept(field)]));
}
