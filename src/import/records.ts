import { z } from 'zod';
import { activityKind } from '../activities/index.ts';
import { timeOfDay, unitKind } from '../alliance/index.ts';
import { checkinWindow, notice } from '../calendar/index.ts';
import { holidayPolicy, recurrence } from '../core/recurring/index.ts';
import { role } from '../core/roles.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'small letters, digits and hyphens');
const name = z.string().trim().min(1).max(40);

/** The file that an alliance begins with; `data/README.md` explains it with an example. */
export const allianceFile = z.strictObject({
  alliance: z.strictObject({
    id,
    name,
    /** IANA zone. */
    zone: z.string().refine(isZone, 'an IANA time zone such as Asia/Shanghai').default('Asia/Shanghai'),
    quiet: z.strictObject({ from: timeOfDay, to: timeOfDay }).default({ from: '21:30', to: '07:30' }),
    dutyPhone: z.string().max(30).optional(),
  }),
  units: z.array(z.strictObject({ id, name, short: z.array(name).default([]), kind: unitKind })).default([]),
  people: z.array(z.strictObject({ id, name, role: role.exclude(['guest']), unit: id.optional() })).default([]),
  /** Titles of the groups, for the terminal chat and for plays; on other platforms groups are bound where they are. */
  groups: z.array(z.strictObject({ title: name, language: z.enum(['zh', 'zh-Hant', 'en']).default('zh') })).default([]),
  rules: z
    .array(
      z.strictObject({
        id,
        title: name,
        kind: activityKind,
        on: recurrence,
        at: timeOfDay,
        minutes: z.int().positive().default(120),
        place: name.optional(),
        capacity: z.int().positive().optional(),
        holiday: holidayPolicy.default('keep'),
        notices: z.array(notice).default([]),
        checkin: checkinWindow.optional(),
        liaison: id.optional(),
        late: z.int().nonnegative().default(120),
      }),
    )
    .default([]),
});
export type AllianceFile = z.infer<typeof allianceFile>;

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
