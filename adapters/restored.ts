import { existsSync } from 'node:fs';
import { StoreDamaged } from '../src/ports/store.ts';

/** Behind the name of a data folder: one that was restored, and is still to be put in its place. */
export const RESTORED = '.restored';

/** @throws StoreDamaged where a restore was interrupted between its last two steps. */
export function checkRestored(dataFolder: string): void {
  const ready = `${dataFolder}${RESTORED}`;
  if (existsSync(dataFolder) || !existsSync(ready)) return;
  throw new StoreDamaged({
    zh: `恢复差最后一步：请把 ${ready} 改名为 ${dataFolder}，再启动`,
    en: `A restore lacks its last step: rename ${ready} to ${dataFolder}, then start again.`,
  });
}
