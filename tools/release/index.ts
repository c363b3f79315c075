import { readFileSync, writeFileSync } from 'node:fs';
import { programVersion } from '../../adapters/program.ts';
import { released } from './changelog.ts';

/** `npm version` runs this: what was not released becomes the section of the new version. */
const path = new URL('../../CHANGELOG.md', import.meta.url);
const today = new Date().toISOString().slice(0, 10);
writeFileSync(path, released(readFileSync(path, 'utf8'), programVersion(), today));
