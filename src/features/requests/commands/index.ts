import { assign } from './assign.ts';
import { done, progress, promise, release } from './carry.ts';
import { accept, reopen } from './check.ts';
import { claim, join } from './claim.ts';
import { emergency } from './emergency.ts';
import { decline, hold, merge, refer, resume, withdraw } from './exits.ts';
import { need, voice, wish } from './need.ts';
import { photo } from './photos.ts';
import { second } from './second.ts';
import { categories, digest } from './settings.ts';
import { needs, show } from './show.ts';

export const commands = [
  ...[need, wish, voice, needs, show],
  ...[claim, join, progress, done, release, promise, photo],
  ...[accept, reopen, withdraw, second],
  ...[assign, decline, refer, merge, hold, resume],
  ...[categories, digest, emergency],
];
