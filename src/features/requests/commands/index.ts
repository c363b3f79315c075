import { accept } from './accept.ts';
import { assign } from './assign.ts';
import { categories } from './categories.ts';
import { claim } from './claim.ts';
import { decline } from './decline.ts';
import { digest } from './digest.ts';
import { done } from './done.ts';
import { emergency } from './emergency.ts';
import { hold } from './hold.ts';
import { join } from './join.ts';
import { merge } from './merge.ts';
import { need } from './need.ts';
import { needs } from './needs.ts';
import { photo } from './photo.ts';
import { progress } from './progress.ts';
import { promise } from './promise.ts';
import { refer } from './refer.ts';
import { release } from './release.ts';
import { reopen } from './reopen.ts';
import { resume } from './resume.ts';
import { second } from './second.ts';
import { show } from './show.ts';
import { voice } from './voice.ts';
import { wish } from './wish.ts';
import { withdraw } from './withdraw.ts';

export const commands = [
  ...[need, wish, voice, needs, show],
  ...[claim, join, progress, done, release, promise, photo],
  ...[accept, reopen, withdraw, second],
  ...[assign, decline, refer, merge, hold, resume],
  ...[categories, digest, emergency],
];
