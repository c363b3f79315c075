import { z } from 'zod';
import { because } from '../../../core/mistakes.ts';
import { oneLine } from '../../../core/names.ts';
import { recurrence } from '../../../core/recurring/index.ts';
import { isZone } from '../../../core/time.ts';
import { timeOfDay } from '../../../identity/alliance/index.ts';
import { checkinWindow, notice } from '../../calendar/index.ts';
import {
  activityKindInFile,
  audienceInFile,
  groupKindInFile,
  languageInFile,
  policyInFile,
  roleInFile,
  unitKindInFile,
} from './file-words.ts';

const id = z.string().refine(
  (text) => /^[a-z0-9][a-z0-9-]{0,40}$/.test(text),
  because({
    zh: '只能用小写字母、数字和连字符',
    en: 'should be small letters, digits and hyphens',
  }),
);

/** Cleaned as names from chats are; what is left of it must be something. */
const name = z.string().transform(oneLine).pipe(z.string().min(1).max(40));

/** No activity lasts longer, minutes, and none has more seats. */
const LONGEST = 3 * 24 * 60;
const MOST_SEATS = 9_999;

export const parts = z.strictObject({
  alliance: z.strictObject({
    id: id.refine(
      (text) => text !== 'directory',
      because({
        zh: '要换一个 id：这个机器人自己用着',
        en: 'needs another id: this one is taken by the bot itself',
      }),
    ),
    name,
    /** IANA zone. */
    zone: z
      .string()
      .refine(
        isZone,
        because({
          zh: '要写 IANA 时区，例：Asia/Shanghai',
          en: 'should be an IANA time zone such as Asia/Shanghai',
        }),
      )
      .default('Asia/Shanghai'),
    quiet: z
      .strictObject({ from: timeOfDay, to: timeOfDay })
      .default({ from: '21:30', to: '07:30' }),
    dutyPhone: z.string().max(30).optional(),
    announcementsADay: z.int().min(1).max(20).optional(),
  }),
  /** Parts of the alliance with groups of their own, by the kinds of their units. */
  branches: z
    .array(z.strictObject({ id, name, kinds: z.array(unitKindInFile).min(1) }))
    .default([]),
  units: z
    .array(
      z.strictObject({
        id,
        name,
        short: z.array(name).default([]),
        kind: unitKindInFile,
        area: z.string().transform(oneLine).pipe(z.string().min(1).max(200)).optional(),
        contacts: z
          .array(
            z.strictObject({
              name,
              phone: z.string().transform(oneLine).pipe(z.string().max(40)).optional(),
              post: name.optional(),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  people: z.array(z.strictObject({ id, name, role: roleInFile, unit: id.optional() })).default([]),
  /**
   * Titles of the groups, for the terminal chat and for plays; on other platforms groups are bound
   * where they are.
   */
  groups: z
    .array(
      z.strictObject({
        title: name,
        language: languageInFile.default('zh'),
        kind: groupKindInFile.optional(),
      }),
    )
    .default([]),
  rules: z
    .array(
      z.strictObject({
        id,
        title: name,
        kind: activityKindInFile,
        on: recurrence,
        at: timeOfDay,
        minutes: z.int().min(1).max(LONGEST).default(120),
        place: name.optional(),
        capacity: z.int().min(1).max(MOST_SEATS).optional(),
        /** Whom its days are for: kinds of groups, and branches of this file. */
        audience: audienceInFile.optional(),
        holiday: policyInFile.default('keep'),
        notices: z.array(notice).default([]),
        checkin: checkinWindow.optional(),
        liaison: id.optional(),
        late: z.int().min(0).max(LONGEST).default(120),
      }),
    )
    .default([]),
});
