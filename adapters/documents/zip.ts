import { inflateRawSync } from 'node:zlib';

/*
 * An xlsx file is a zip archive. How large it becomes stands in its directory, at its end; a small
 * file that becomes huge is turned away before anything of it is unpacked. The directory may lie, so
 * each entry is unpacked once with the size that it was said to have, and nothing may lie between.
 */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
/** Behind an entry its sizes may stand again, bytes. */
const DESCRIPTORS: readonly number[] = [0, 12, 16, 20, 24];

/** An entry as the directory tells of it. */
interface Entry {
  readonly at: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
}

/**
 * So many bytes a zip archive comes to; undefined where it is none, or not what its directory says.
 * Beyond `most` what it says is believed.
 */
export function unpackedSize(bytes: Uint8Array, most: number): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = directoryOf(view);
  if (found === undefined) return undefined;
  const size = found.entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > most) return size;
  let next = 0;
  for (const entry of found.entries.toSorted((a, b) => a.at - b.at)) {
    if (!DESCRIPTORS.includes(entry.at - next)) return undefined;
    const end = checkedEnd(entry, bytes, view);
    if (end === undefined) return undefined;
    next = end;
  }
  return DESCRIPTORS.includes(found.from - next) ? size : undefined;
}

function directoryOf(
  view: DataView,
): { readonly entries: readonly Entry[]; readonly from: number } | undefined {
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  let at = from;
  for (let entry = 0; entry < count; entry++) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    const [packed = 0, size = 0, local = 0] = [20, 24, 42].map((field) =>
      view.getUint32(at + field, true),
    );
    entries.push({ at: local, method: view.getUint16(at + 10, true), packed, size });
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at += ENTRY_LENGTH + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return { entries, from };
}

function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
}

/** Where an entry ends; undefined where it is not as the directory says. */
function checkedEnd(
  { at, method, packed, size }: Entry,
  bytes: Uint8Array,
  view: DataView,
): number | undefined {
  if (at + LOCAL_LENGTH > view.byteLength || view.getUint32(at, true) !== LOCAL) return undefined;
  const saidLater = (view.getUint16(at + 6, true) & 8) !== 0;
  const own = view.getUint32(at + 18, true);
  if (own !== packed && !(saidLater && own === 0)) return undefined;
  const names = view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const from = at + LOCAL_LENGTH + names;
  const end = from + packed;
  if (end > view.byteLength) return undefined;
  if (method === STORED) return packed === size ? end : undefined;
  return method === DEFLATED && becomes(bytes.subarray(from, end), size) ? end : undefined;
}

/** Whether so many bytes come out; it never unpacks more. */
function becomes(packed: Uint8Array, size: number): boolean {
  try {
    return inflateRawSync(packed, { maxOutputLength: size + 1 }).length === size;
  } catch {
    return false;
  }
}
