import { openSqlite } from './sqlite-folder.ts';
import { storeKillTests } from './store.kill.ts';

storeKillTests('sqlite', openSqlite);
