import { assign } from './commands/assign.ts';
import { done, progress, promise, release } from './commands/carry.ts';
import { accept, reopen } from './commands/check.ts';
import { claim, join } from './commands/claim.ts';
import { emergency } from './commands/emergency.ts';
import { decline, hold, merge, refer, resume, withdraw } from './commands/exits.ts';
import { need, voice, wish } from './commands/need.ts';
import { photo } from './commands/photos.ts';
import { second } from './commands/second.ts';
import { categories, digest } from './commands/settings.ts';
import { needs, show } from './commands/show.ts';

export const commands = [
  ...[need, wish, voice, needs, show],
  ...[claim, join, progress, done, release, promise, photo],
  ...[accept, reopen, withdraw, second],
  ...[assign, decline, refer, merge, hold, resume],
  ...[categories, digest, emergency],
];
