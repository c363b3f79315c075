import { activitiesCapability } from './activities/index.ts';
import { alliance } from './alliance/index.ts';
import { attendanceCapability } from './attendance/index.ts';
import { calendar } from './calendar/index.ts';
import { codesCapability } from './codes/index.ts';
import type { Capability } from './core/capability.ts';
import { directory } from './directory/index.ts';
import { help } from './help/index.ts';
import { importCapability } from './import/index.ts';
import { peopleCapability } from './people/index.ts';
import { setupCapability } from './setup/index.ts';

const doing: readonly Capability[] = [
  directory, // which alliance a group or an account belongs to
  codesCapability, // one-time codes
  setupCapability, // how an alliance and its groups begin
  alliance, // the alliance, its units and groups
  peopleCapability, // who speaks, and what they may do
  importCapability, // what alliance files have put in place
  calendar, // fixed days and their notices, what is coming
  activitiesCapability, // activities, sign-up, waiting lists
  attendanceCapability, // check-in, head-counts, the table, the record
];

/** What the bot can do. */
export const capabilities: readonly Capability[] = [...doing, help(doing)];
