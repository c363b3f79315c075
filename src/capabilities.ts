import { activitiesCapability } from './activities/index.ts';
import { alliance } from './alliance/index.ts';
import { announcementsCapability } from './announcements/index.ts';
import { attendanceCapability } from './attendance/index.ts';
import { calendar } from './calendar/index.ts';
import type { Capability } from './core/capability.ts';
import { help } from './help/index.ts';
import { peopleCapability } from './people/index.ts';
import { pollsCapability } from './polls/index.ts';

const doing: readonly Capability[] = [
  alliance, // the alliance, its units and groups
  peopleCapability, // who speaks, and what they may do
  calendar, // fixed days and their notices, what is coming
  activitiesCapability, // activities, sign-up, waiting lists
  pollsCapability, // questions, votes, what they become
  announcementsCapability, // a word to all groups, confirmed before it goes out
  attendanceCapability, // check-in, head-counts, the table, the record
];

/** What the bot can do. */
export const capabilities: readonly Capability[] = [...doing, help(doing)];
