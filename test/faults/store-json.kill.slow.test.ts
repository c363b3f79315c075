import { storeKillTests } from './store.kill.ts';
import { openStore } from './store-folder.ts';

storeKillTests('json', openStore);
