import { StoreDamaged } from '../../src/ports/store.ts';

/** A file that has to be there is not. */
export function isGone(path: string): StoreDamaged {
  return new StoreDamaged({
    zh: `${path} 不见了。请用备份恢复（npm run restore -- 备份文件）`,
    en: `${path} is gone. Restore the folder from a backup.`,
  });
}

/** A newer program has written it. */
export function tooNew(path: string, version: number, newest: number): StoreDamaged {
  return new StoreDamaged({
    zh: `${path} 是第 ${version} 版的数据，这个程序只认识到第 ${newest} 版。请用新版程序启动，或者恢复升级以前的备份`,
    en: `${path} is of version ${version}, this program knows ${newest}. Start the newer program, or restore a backup from before it.`,
  });
}
