import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { StoreDamaged } from '../../src/ports/store.ts';
import { isGone } from '../durable/damage.ts';
import type { Documents } from './documents.ts';
import { DurableFile, type Format } from './durable-file.ts';
import type { Journal } from './journal.ts';
import type { Replay } from './replay.ts';

const schema = z.strictObject({
  /** Every commit up to this one is in the documents. */
  seq: z.int().nonnegative(),
  /** No document holds a later commit than this one, so the journal must reach to it. */
  reached: z.int().nonnegative(),
  /**
   * The number that the newest segment of the journal was called by. Earlier versions wrote none,
   * and could be without a segment.
   */
  next: z.int().positive().optional(),
  /**
   * The documents that held records, each as `<partition>/<name>` and with the last commit in it.
   * Earlier versions wrote the names alone.
   */
  documents: z.array(
    z.union([
      z.strictObject({ name: z.string(), seq: z.int().nonnegative() }),
      z.string().transform((name) => ({ name, seq: 0 })),
    ]),
  ),
});

/** What the last checkpoint left behind. */
export type Manifest = z.infer<typeof schema>;

const format: Format<Manifest> = {
  *encode({ seq, reached, next, documents }) {
    yield `${JSON.stringify({ seq, reached, next }).slice(0, -1)},"documents":[\n`;
    yield `${documents.map((document) => JSON.stringify(document)).join(',\n')}\n]}\n`;
  },
  decode: (json) => schema.parse(json),
};

/**
 * The moves from the journal into the documents, and the file that says how far the last one came.
 */
export class Checkpoints {
  private readonly file: string;
  private readonly low: Low<Manifest>;

  constructor(folder: string) {
    this.file = join(folder, 'checkpoint.json');
    this.low = new Low(new DurableFile(this.file, format), { seq: 0, reached: 0, documents: [] });
  }

  /**
   * The last checkpoint of a folder that is not new.
   * @throws StoreDamaged when it cannot be read or is not there.
   */
  async read(): Promise<Manifest> {
    const blank = this.low.data;
    await this.low.read();
    if (this.low.data === blank) throw isGone(this.file);
    return this.low.data;
  }

  /**
   * Writes down that there is nothing yet, for a new folder. An interrupted beginning may be begun
   * again.
   */
  async begin(): Promise<void> {
    await this.low.read();
    if (this.low.data.reached === 0) return this.low.write();
    throw new StoreDamaged({
      zh: `${this.file} 里写着的记录不见了。请用备份恢复（npm run restore -- 备份文件）`,
      en: `${this.file} tells of records that are gone. Restore the folder from a backup.`,
    });
  }

  /**
   * Writes down that there is a segment at all times from now on, and how far each document is.
   */
  async noteJournal(journal: Journal, documents: Documents): Promise<void> {
    if (this.low.data.next !== undefined) return;
    this.low.data = { ...this.low.data, next: journal.last + 1, documents: documents.files };
    await this.low.write();
  }

  /**
   * Writes every changed document and lets go of the journal up to where it began. Commits go on
   * beside it.
   *
   * A document may end up newer than the journal's seal, and one document newer than another. That
   * is harmless: its header tells which commits it holds, the journal keeps all commits after the
   * seal, and opening applies to each document those above its own number. A crash at any step
   * leaves the old manifest with all of its segments, or the new one with some segments too many.
   * The journal and the documents are in step when it is called: both know the same last commit.
   *
   * A document without a record is saved so, left out of the manifest, and only then removed. Where
   * a crash leaves it, or a power cut brings it back, it is read as the empty document it is. Where
   * it is gone, opening applies all commits after the seal to nothing: it was empty at the seal, or
   * the removal of each record is among them.
   * @throws Error when something could not be written; nothing is lost, the journal still has it.
   */
  async run(journal: Journal, documents: Documents): Promise<void> {
    const seq = journal.last;
    const sealed = await journal.seal();
    await documents.save();
    const { last } = journal;
    this.low.data = { seq, reached: last, next: seq + 1, documents: documents.files };
    await this.low.write();
    await journal.remove(sealed);
    await documents.removeEmpty();
  }
}

/** @throws StoreDamaged when what lies in the folder is less than the checkpoint has seen. */
export function checkComplete(
  manifest: Manifest,
  files: readonly string[],
  { segments, last }: Replay,
): void {
  const found = new Set(files);
  const gone = manifest.documents.flatMap(({ name }) => (found.has(name) ? [] : [name]));
  if (gone.length > 0)
    throw new StoreDamaged({
      zh: `这些文档不见了：${gone.join('、')}。请用备份恢复（npm run restore -- 备份文件）`,
      en: `Documents are gone: ${gone.join(', ')}. Restore the folder from a backup.`,
    });
  if (manifest.next !== undefined && segments.length === 0)
    throw new StoreDamaged({
      zh: '流水不见了：journal/ 里总有一个文件，哪怕是空的。请用同一个备份恢复整个文件夹',
      en: 'The journal is gone: there is always one file in journal/, if only an empty one. Restore the whole folder from one backup.',
    });
  if (last >= manifest.reached) return;
  throw new StoreDamaged({
    zh: `流水只到第 ${last} 次记录，可是已经有过第 ${manifest.reached} 次。请用备份恢复（npm run restore -- 备份文件）`,
    en: `The journal ends at commit ${last}, but ${manifest.reached} was there. Restore the folder from a backup.`,
  });
}
