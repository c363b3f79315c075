import { expect, test } from 'vitest';
import { writeDurably } from '../../adapters/durable/files.ts';
import { PowerCutDisk } from '../support/power-cut.ts';

const PATH = '/data/documents/p/c.json';
const OLD = ['{"n":', '1}'];
const NEW = ['{"n":', '2', '}'];

/** Writes the old content, then the new one; the power may go on the way. */
async function written(lastStep?: number) {
  const disk = new PowerCutDisk(lastStep);
  const acknowledged: string[] = [];
  try {
    for (const content of [OLD, NEW]) {
      await writeDurably(PATH, content, disk);
      acknowledged.push(content.join(''));
    }
  } catch (error) {
    if (disk.steps < Number(lastStep)) throw error;
  }
  return { disk, acknowledged };
}

test('whenever the power goes, a document is there as it was acknowledged last or as it was to become, and whole', async () => {
  const { disk, acknowledged } = await written();
  expect(acknowledged).toHaveLength(2);
  expect(disk.steps).toBeGreaterThan(15);
  for (let step = 0; step <= disk.steps; step += 1) {
    const cut = await written(step);
    const allowed = [undefined, OLD.join(''), NEW.join('')].slice(cut.acknowledged.length);
    for (const found of cut.disk.afterPowerCut(PATH))
      expect(allowed, `after ${step} steps`).toContain(found);
  }
});
