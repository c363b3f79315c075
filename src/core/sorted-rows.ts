import type { AnyRecord } from './collection.ts';

/** A record and its place among those that came into its collection. */
export interface Row {
  record: AnyRecord;
  readonly arrival: number;
}

/** The most rows that are moved when one is put between others. */
const CHUNK = 512;

/**
 * Rows in an order, with their sum. They lie in chunks, so that putting or removing one moves few of
 * many.
 */
export class SortedRows {
  sum = 0;
  size = 0;
  private readonly orderOf: ((record: AnyRecord) => number) | undefined;
  private readonly chunks: Row[][] = [];
  private kept: readonly AnyRecord[] | undefined;

  constructor(orderOf: ((record: AnyRecord) => number) | undefined) {
    this.orderOf = orderOf;
  }

  add(row: Row): void {
    this.kept = undefined;
    this.size += 1;
    const at = this.chunkFor(row);
    const chunk = this.chunks[at];
    if (chunk === undefined) {
      this.chunks.push([row]);
      return;
    }
    chunk.splice(this.placeIn(chunk, row), 0, row);
    if (chunk.length > CHUNK) this.chunks.splice(at + 1, 0, chunk.splice(CHUNK / 2));
  }

  /** Takes out a row, which still has the record that it was added with. */
  remove(row: Row): void {
    this.kept = undefined;
    this.size -= 1;
    const at = this.chunkFor(row);
    const chunk = this.chunks[at];
    const place = chunk === undefined ? -1 : this.placeIn(chunk, row);
    if (chunk?.[place] !== row) throw new Error('an index and its records have come apart');
    chunk.splice(place, 1);
    if (chunk.length === 0) this.chunks.splice(at, 1);
  }

  /** A record of it was changed, and stays where it is. */
  touch(): void {
    this.kept = undefined;
  }

  slice(from = 0, to = this.size): readonly AnyRecord[] {
    const begin = from < 0 ? Math.max(0, this.size + from) : from;
    const end = to < 0 ? this.size + to : Math.min(to, this.size);
    if (begin === 0 && end === this.size) {
      this.kept ??= this.chunks.flatMap((chunk) => chunk.map(({ record }) => record));
      return this.kept;
    }
    const found: AnyRecord[] = [];
    let passed = 0;
    for (const chunk of this.chunks) {
      if (passed >= end) break;
      const last = Math.min(chunk.length, end - passed);
      for (let at = Math.max(0, begin - passed); at < last; at++) {
        const row = chunk[at];
        if (row !== undefined) found.push(row.record);
      }
      passed += chunk.length;
    }
    return found;
  }

  /** How many come before a place in the order. */
  countBefore(order: number): number {
    const place = { order, arrival: -1 };
    let before = 0;
    for (const chunk of this.chunks) {
      const last = chunk.at(-1);
      if (last !== undefined && this.compare(last, place) < 0) before += chunk.length;
      else return before + this.firstNotBefore(chunk, place);
    }
    return before;
  }

  private place(row: Row): Place {
    return { order: this.orderOf?.(row.record) ?? 0, arrival: row.arrival };
  }

  private compare(row: Row, place: Place): number {
    const order = this.orderOf?.(row.record) ?? 0;
    return order === place.order ? row.arrival - place.arrival : order - place.order;
  }

  /** The first chunk whose last row is not before a row; else the last one. */
  private chunkFor(row: Row): number {
    const place = this.place(row);
    let low = 0;
    let high = this.chunks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const last = this.chunks[middle]?.at(-1);
      if (last !== undefined && this.compare(last, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private placeIn(chunk: readonly Row[], row: Row): number {
    return this.firstNotBefore(chunk, this.place(row));
  }

  private firstNotBefore(chunk: readonly Row[], place: Place): number {
    let low = 0;
    let high = chunk.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = chunk[middle];
      if (row !== undefined && this.compare(row, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

interface Place {
  readonly order: number;
  readonly arrival: number;
}
