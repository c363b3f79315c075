import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { BlobStore } from '../../src/ports/blobs.ts';

/** Where files can be kept, over restarts. */
export interface FilesGround {
  /** Opens them, as a process does at its start. */
  readonly open: () => Promise<BlobStore>;
  /** How much longer than on a disk it takes, where time is looked at; once when missing. */
  readonly grain?: number;
  /** While true nothing can be written. */
  readonly refuseWrites: (refuse: boolean) => Promise<void>;
  /** Something that is not the program changes a file. */
  readonly damage: (partition: string, name: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Every promise of the port, to be run over each adapter of it. */
export function blobsContract(name: string, prepare: () => Promise<FilesGround>): void {
  describe(name, () => {
    const ground = async () => {
      const made = await prepare();
      onTestFinished(made.remove);
      return made;
    };

    test('what was put is there, byte for byte, and after a restart', async () => {
      const { open } = await ground();
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
      const kept = await (await open()).put('p', bytes, 'jpg');
      const files = await open();
      expect(Uint8Array.from((await files.get('p', kept)) ?? [])).toEqual(bytes);
      expect(await files.names('p')).toEqual([kept]);
    });

    test('the name follows from the content alone, and an ending', async () => {
      const files = await (await ground()).open();
      const names = await Promise.all(
        [text('一'), text('一'), text('二')].map((one) => files.put('p', one, 'png')),
      );
      expect(names[0]).toMatch(/^[0-9a-f]{64}\.png$/);
      expect(names[1]).toBe(names[0]);
      expect(names[2]).not.toBe(names[0]);
      expect((await files.names('p')).toSorted()).toEqual([...new Set(names)].toSorted());
      await expect(files.put('p', text('一'), '../x')).rejects.toThrow();
    });

    test('tells what was put a while ago, and counts from the last time', async () => {
      const { open, grain = 1 } = await ground();
      const files = await open();
      const [one, two] = [
        await files.put('p', text('一'), 'png'),
        await files.put('p', text('二'), 'png'),
      ];
      await pause(40 * grain);
      await files.put('p', text('一'), 'png');
      expect(await files.names('p', 60_000)).toEqual([]);
      expect(await files.names('p', 30 * grain)).toEqual([two]);
      expect((await files.names('p')).toSorted()).toEqual([one, two].toSorted());
    });

    test('alliances share nothing', async () => {
      const files = await (await ground()).open();
      const kept = await files.put('p', text('一'), 'png');
      expect(await files.get('q', kept)).toBeUndefined();
      expect(await files.names('q')).toEqual([]);
      await files.put('q', text('一'), 'png');
      await files.remove('p', kept);
      expect(await read(files, 'q', kept)).toBe('一');
    });

    test.each(['..', '../q', '', '.', 'a/b', 'x'.repeat(65)])(
      '「%s」 is no partition',
      async (partition) => {
        const files = await (await ground()).open();
        await expect(files.put(partition, text('一'), 'png')).rejects.toThrow(
          'no name for a folder',
        );
      },
    );

    test.each(['__proto__', '../../etc/passwd', '', 'x.png', `${'0'.repeat(64)}.png`])(
      'nothing is called 「%s」',
      async (stranger) => {
        const files = await (await ground()).open();
        await files.put('p', text('一'), 'png');
        expect(await files.get('p', stranger)).toBeUndefined();
        await files.remove('p', stranger);
        expect(await files.names('p')).toHaveLength(1);
      },
    );

    test('what was removed is gone, and can be put again', async () => {
      const { open } = await ground();
      const files = await open();
      const kept = await files.put('p', text('一'), 'png');
      await files.remove('p', kept);
      await files.remove('p', kept);
      expect(await files.get('p', kept)).toBeUndefined();
      expect(await (await open()).names('p')).toEqual([]);
      expect(await files.put('p', text('一'), 'png')).toBe(kept);
    });

    test('where nothing can be written, putting fails and leaves nothing; then it works', async () => {
      const { open, refuseWrites } = await ground();
      const files = await open();
      await refuseWrites(true);
      await expect(files.put('p', text('一'), 'png')).rejects.toThrow();
      await refuseWrites(false);
      expect(await files.names('p')).toEqual([]);
      const kept = await files.put('p', text('一'), 'png');
      expect(await read(files, 'p', kept)).toBe('一');
    });

    test('a file that is not what it was is none; put again it is whole', async () => {
      const { open, damage } = await ground();
      const files = await open();
      const kept = await files.put('p', text('一'), 'png');
      await damage('p', kept);
      expect(await files.get('p', kept)).toBeUndefined();
      await files.put('p', text('一'), 'png');
      expect(await read(files, 'p', kept)).toBe('一');
    });
  });
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

async function read(
  files: BlobStore,
  partition: string,
  name: string,
): Promise<string | undefined> {
  const bytes = await files.get(partition, name);
  return bytes && new TextDecoder().decode(bytes);
}
