export { type Entry, FORMAT, type Head, readArchive, readHead, writeArchive } from './archive.ts';
export { Keys } from './cipher.ts';
export { uniteErased } from './erased.ts';
export { backupName, backupsIn, KEPT, keptOf, letGo } from './kept.ts';
export { PhotoPool } from './photo-pool.ts';
export { backupFolder, settings as backupSettings } from './settings.ts';
