import { readFileSync } from 'node:fs';
import { Mistake } from '../../src/core/user-error.ts';
import { order } from '../admin/run.ts';

const USAGE = 'npm run import -- FILE';

/** Puts an alliance file in place; `data/README.md` describes it. */
await order(() => {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Mistake(`usage: ${USAGE}`);
  return { do: 'import', file: read(file) };
});

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Mistake(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
