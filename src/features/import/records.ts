import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { nameKey } from '../../core/names.ts';
import { holidayPolicy, recurrence } from '../../core/recurring/index.ts';
import { role } from '../../core/roles.ts';
import { timeOfDay, unitKind } from '../../identity/alliance/index.ts';
import { activityKind } from '../activities/index.ts';
import { checkinWindow, notice, pollMisfit } from '../calendar/index.ts';

/**
 * What the last import said of one thing, and the record that it became. Its id is the collection
 * and the file's id.
 */
export const lastImports = collection(
  'lastImports',
  z.object({ id: z.string(), record: z.string(), said: z.record(z.string(), z.unknown()) }),
);

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'should be small letters, digits and hyphens');
const name = z.string().trim().min(1).max(40);

const parts = z.strictObject({
  alliance: z.strictObject({
    id: id.refine(
      (text) => text !== 'directory',
      'needs another id: this one is taken by the bot itself',
    ),
    name,
    /** IANA zone. */
    zone: z
      .string()
      .refine(isZone, 'should be an IANA time zone such as Asia/Shanghai')
      .default('Asia/Shanghai'),
    quiet: z
      .strictObject({ from: timeOfDay, to: timeOfDay })
      .default({ from: '21:30', to: '07:30' }),
    dutyPhone: z.string().max(30).optional(),
    announcementsADay: z.int().min(1).max(20).optional(),
  }),
  /** Parts of the alliance with groups of their own, by the kinds of their units. */
  branches: z.array(z.strictObject({ id, name, kinds: z.array(unitKind).min(1) })).default([]),
  units: z
    .array(
      z.strictObject({
        id,
        name,
        short: z.array(name).default([]),
        kind: unitKind,
        area: z.string().trim().min(1).max(200).optional(),
        contacts: z
          .array(
            z.strictObject({
              name,
              phone: z.string().trim().max(40).optional(),
              post: name.optional(),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  people: z
    .array(z.strictObject({ id, name, role: role.exclude(['guest']), unit: id.optional() }))
    .default([]),
  /**
   * Titles of the groups, for the terminal chat and for plays; on other platforms groups are bound
   * where they are.
   */
  groups: z
    .array(z.strictObject({ title: name, language: z.enum(['zh', 'zh-Hant', 'en']).default('zh') }))
    .default([]),
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

/** The file that an alliance begins with; `docs/data.md` explains it with an example. */
export const allianceFile = parts.superRefine(agree);
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

/** What the parts of a file say of each other. */
function agree(file: z.infer<typeof parts>, context: z.RefinementCtx): void {
  const mistake = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  for (const part of ['branches', 'units', 'people', 'rules'] as const) {
    const seen = new Set<string>();
    for (const [index, { id: one }] of file[part].entries()) {
      if (seen.has(one)) mistake([part, index, 'id'], `${one} is there twice`);
      seen.add(one);
    }
  }
  const called = new Map<string, string>();
  for (const [index, unit] of file.units.entries()) {
    for (const word of new Set([unit.name, ...unit.short].map(nameKey))) {
      const other = called.get(word);
      if (other !== undefined) mistake(['units', index], `${word} is what ${other} is called, too`);
      called.set(word, unit.id);
    }
  }
  const people = new Set(file.people.map((person) => person.id));
  for (const [index, rule] of file.rules.entries()) {
    if (rule.liaison !== undefined && !people.has(rule.liaison))
      mistake(
        ['rules', index, 'liaison'],
        `there is nobody ${rule.liaison} among the people of this file`,
      );
    for (const [at, notice] of rule.notices.entries()) {
      const misfit = pollMisfit(notice, rule.at);
      const path = ['rules', index, 'notices', at];
      if (misfit !== undefined)
        mistake([...path, 'poll', 'until'], `this leaves the poll ${misfit}`);
      if (notice.poll !== undefined && notice.opens !== undefined)
        mistake(path, 'it opens a poll or sign-up, not both; give sign-up a notice of its own');
    }
  }
  const known = new Set(file.units.map((unit) => unit.id));
  for (const [index, { unit }] of file.people.entries())
    if (unit !== undefined && !known.has(unit))
      mistake(['people', index, 'unit'], `there is no unit ${unit} in this file`);
}
