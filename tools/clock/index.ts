import { UserError } from '../../src/core/user-error.ts';
import { runAdmin } from '../admin/run.ts';

const USAGE = 'npm run clock [-- right]';

/**
 * Tells whether anything waits because the clock stood ahead; `right` says that it is right now.
 */
await runAdmin(() => {
  const [word] = process.argv.slice(2);
  if (word !== undefined && word !== 'right') throw new UserError(`usage: ${USAGE}`);
  return { do: 'clock', right: word === 'right' };
});
