import { createHash } from 'node:crypto';
import type { Edit } from '../durable/edit.ts';
import { slotOf } from './slot.ts';

/** A lease as its holder knows it: `seq` counts the edits that were ever kept in the slot. */
export interface Held {
  readonly epoch: number;
  readonly seq: number;
}

/** How far a batch brings a slot. */
interface Step extends Held {
  readonly slot: number;
  readonly edits: number;
}

/** Edits as one statement takes them. */
export interface Batch {
  readonly steps: readonly Step[];
  readonly values: readonly unknown[];
}

interface Row {
  readonly slot: number;
  readonly edit: Edit;
  readonly key: string;
  nr: number;
  body: string | null;
}

/** A longer id would not fit into the index; its record holds it whole. */
const LONGEST_KEY = 1_000;

/** The text under which a record stands. JSON keeps what PostgreSQL refuses in a text. */
export function keyOf(id: string): string {
  const json = JSON.stringify(id);
  if (json.length <= LONGEST_KEY) return json;
  return `sha256:${createHash('sha256').update(json).digest('hex')}`;
}

/** @param held what is held of each slot. */
export function batchOf(edits: readonly Edit[], held: ReadonlyMap<number, Held>): Batch {
  const counts = new Map<number, number>();
  const rows = new Map<string, Row>();
  for (const edit of edits) {
    const { place, text } = edit;
    const slot = slotOf(place.partition);
    const count = (counts.get(slot) ?? 0) + 1;
    counts.set(slot, count);
    const nr = (held.get(slot)?.seq ?? 0) + count;
    const key = keyOf(edit.id);
    // No name holds a dot or a quote, so no two records share this.
    const where = `${place.partition}.${place.collection}.${place.shard ?? ''}.${key}`;
    const before = rows.get(where);
    const body = text ?? null;
    if (before === undefined) rows.set(where, { slot, edit, key, nr, body });
    else {
      // Removed and put again it is new there, and stands behind all others.
      if (before.body === null && body !== null) before.nr = -nr;
      before.body = body;
    }
  }
  const steps = Array.from(counts, ([slot, count]) => {
    const { epoch = 0, seq = 0 } = held.get(slot) ?? {};
    return { slot, epoch, seq, edits: count };
  });
  return { steps, values: [...stepValues(steps), ...rowValues([...rows.values()])] };
}

function stepValues(steps: readonly Step[]): readonly unknown[] {
  return [
    steps.map(({ slot }) => slot),
    steps.map(({ epoch }) => epoch),
    steps.map(({ seq }) => seq),
    steps.map(({ edits }) => edits),
  ];
}

function rowValues(rows: readonly Row[]): readonly unknown[] {
  return [
    rows.map(({ slot }) => slot),
    rows.map(({ edit }) => edit.place.partition),
    rows.map(({ edit }) => edit.place.collection),
    rows.map(({ edit }) => edit.place.shard ?? ''),
    rows.map(({ key }) => key),
    rows.map(({ body }) => body),
    rows.map(({ nr }) => nr),
  ];
}
