import { runAdmin } from '../admin/run.ts';

/**
 * Makes a new setup code, for one alliance when its id or name is given; or a code by which
 * somebody who lost all their accounts is that person again: `npm run code -- [ALLIANCE [PERSON]]`.
 */
await runAdmin(() => {
  const [alliance, person] = process.argv.slice(2);
  return {
    do: 'code',
    ...(alliance === undefined ? {} : { alliance }),
    ...(person === undefined ? {} : { person }),
  };
});
