import { put } from '../../core/collection.ts';
import { type Drafts, dueRule, type Feature, feature } from '../../core/feature.ts';
import { keeps } from '../../core/keeping.ts';
import { broadcast, remember, together } from '../../core/outcome.ts';
import { HOUR } from '../../core/time.ts';
import { commandsWith } from './commands/index.ts';
import { announcementDrafts } from './commands/shared/send-announcement.ts';
import { announcements } from './records.ts';
import { previewOf } from './rules.ts';
import { texts } from './texts.ts';

export { announcements } from './records.ts';

/** What could not go out within this is not sent any more, ms. */
const LATEST = 2 * HOUR;

/** A word to all groups. Its 发 also sends what other features have shown: their `drafts`. */
export function announcementsFeature(drafts: readonly Drafts[]): Feature {
  return feature({
    name: 'announcements',
    keeps: [keeps({ collection: announcements, as: 'announcements', since: ({ at }) => at })],
    collections: [announcements],
    drafts: announcementDrafts,
    commands: commandsWith([announcementDrafts, ...drafts]),
    spokenOf: [
      {
        letter: 'notice',
        isAny: ({ records }) => records.count(announcements, 'byState', 'preview') > 0,
      },
    ],
    subjects: ({ records, person, now }) => {
      const preview = previewOf(records, person.id, now);
      if (preview === undefined) return [];
      return [
        {
          letter: 'notice',
          number: 0,
          label: texts.announcement(preview.text),
          called: [],
          invites: ['send'],
        },
      ];
    },
    dueRules: [
      dueRule({
        name: 'an announcement goes out',
        collection: announcements,
        at: (one) => (one.state === 'confirmed' ? one.sendAt : undefined),
        fire: (one, { now }) => {
          const planned = one.sendAt ?? now;
          return together(
            remember(put(announcements, { ...one, state: 'sent' })),
            broadcast({
              id: `announcement:${one.id}`,
              groups: one.groups,
              text: texts.announcement(one.text),
              choices: [],
              planned,
              deadline: planned + LATEST,
              atAnyHour: false,
              publishes: true,
            }),
          );
        },
      }),
    ],
  });
}
