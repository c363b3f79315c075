import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { moment } from '../../core/moment.ts';
import { audience } from '../../identity/alliance/index.ts';

const text = z.object({ zh: z.string(), en: z.string() });

/** A number as it was sent. */
const sentAmount = z.object({
  figure: z.string(),
  title: text,
  measure: text,
  value: z.number(),
});
export type SentAmount = z.infer<typeof sentAmount>;

/**
 * The report of a month, a quarter or a year that was sent, or is about to be: its words and
 * numbers stay as they were. Its id is the period: `2026-11`, `2026-Q4`, `2026`.
 */
export const reports = collection(
  'reports',
  z.object({
    id: z.string(),
    state: z.enum(['confirmed', 'sent']),
    text,
    amounts: z.array(sentAmount),
    /** Ids of the groups it goes to. */
    groups: z.array(z.string()),
    /** Who sent it, when, and by which message. */
    by: z.string(),
    at: moment,
    message: z.string(),
    /** When it goes out. */
    sendAt: moment,
    /** The values that a later report has told as its corrections. */
    told: z.array(z.object({ figure: z.string(), value: z.number() })).optional(),
  }),
  { people: ['by'] },
);
export type Report = z.infer<(typeof reports)['schema']>;

/** The report that somebody was shown last, and for whom. Its id is the person's. */
export const reportDrafts = collection(
  'report-drafts',
  z.object({
    id: z.string(),
    period: z.string(),
    at: moment,
    /** Where it was said; else it is for the groups of the whole alliance. */
    audience: audience.optional(),
  }),
  { people: ['id'] },
);
export type ReportDraft = z.infer<(typeof reportDrafts)['schema']>;
