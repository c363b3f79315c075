import { readFileSync } from 'node:fs';
import { UserError } from '../../src/core/user-error.ts';
import { runAdmin } from '../admin/run.ts';

const USAGE = 'npm run import -- FILE';

/** Puts an alliance file in place; `docs/data.md` describes it. */
await runAdmin(() => {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new UserError(`usage: ${USAGE}`);
  return { do: 'import', file: read(file) };
});

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UserError(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
