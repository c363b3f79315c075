import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip archive, and how large its directory says that it is. */
export interface ZipEntry {
  readonly name: string;
  readonly body: Uint8Array;
  readonly said?: number;
}

/** A zip archive of these entries; those of `hidden` its directory does not tell of. */
export function zipOf(
  entries: readonly ZipEntry[],
  hidden: readonly ZipEntry[] = [],
): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const entry of [...hidden, ...entries]) {
    const at = parts.reduce((sum, { length }) => sum + length, 0);
    const name = Buffer.from(entry.name);
    const packed = deflateRawSync(entry.body);
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(entry.body), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.said ?? entry.body.length, 18);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(name.length, 0);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, lengths, name, packed);
    if (hidden.includes(entry)) continue;
    const more = Buffer.alloc(18);
    more.writeUInt16LE(name.length, 0);
    more.writeUInt32LE(at, 14);
    const head = [Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, more, name];
    directory.push(Buffer.concat(head));
  }
  const from = parts.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(from, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}
