import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { picture } from '../../adapters/terminal/picture.ts';
import { photos } from '../../src/core/records.ts';
import { exampleAlliance } from '../../src/demo.ts';
import { Player } from '../../tools/play/player.ts';

/*
 * A process in which somebody sends a photo, and which is killed by itself: while the photo is
 * asked for, or when its file lies there and before that is remembered. It prints what became of
 * it. `node photos.child.ts FOLDER fetch|put|never`
 */

const [folder = '', dies = 'never'] = process.argv.slice(2);
const die = () => process.kill(process.pid, 'SIGKILL');
const files = await blobFolder(folder);
const player = new Player({
  file: exampleAlliance(),
  openStore: () => jsonStore({ folder, log: silentLog }),
  log: silentLog,
  files: {
    ...files,
    put: async (...what) => {
      const name = await files.put(...what);
      if (dies === 'put') die();
      return name;
    },
  },
  onFetch: async (photo) => {
    if (dies === 'fetch') die();
    return picture(photo);
  },
});
await player.start();
if (dies !== 'never') await player.say({ name: '张伟', text: '需求 楼道灯坏了', photos: ['a'] });
const kept = (await player.records())
  .all(photos)
  .map((one) => (one.state === 'kept' ? one.file : one.state));
process.stdout.write(JSON.stringify({ kept, files: await files.names('tianxing') }));
await player.stop();
