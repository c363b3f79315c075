import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { because } from '../../src/core/mistakes.ts';

/** Where back-ups go and how they are closed, as `.env.example` lists it. */
export const settings = z.object({
  BACKUP_DIR: z
    .string()
    .min(1)
    .optional()
    .meta({
      description: 'Where the bot keeps its back-ups; another disk is best',
      examples: ['/mnt/backups'],
    }),
  BACKUP_PASSPHRASE: z
    .string()
    .refine(
      (text) => text.length >= 10,
      because({ zh: '口令至少 10 个字', en: 'a passphrase of at least 10 characters' }),
    )
    .optional()
    .meta({
      description: 'Back-ups are encrypted with it; without it nobody can open them, not even you',
      examples: ['ten characters at least'],
      secret: true,
    }),
});

/** The folder of back-ups, beside the data folder where nothing else is set. */
export function backupFolder(given: z.infer<typeof settings>, dataFolder: string): string {
  const data = resolve(dataFolder);
  return given.BACKUP_DIR ?? join(dirname(data), 'backups', basename(data));
}
