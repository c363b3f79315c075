import { put } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import type { Drafts } from '../../../../core/feature.ts';
import {
  broadcast,
  changed,
  nothing,
  type Outcome,
  refuse,
  remember,
  say,
  sayPhotos,
  tell,
  together,
} from '../../../../core/outcome.ts';
import { FEW_PHOTOS, firstPhotos } from '../../../../core/photos.ts';
import { lines, plain, type Text } from '../../../../core/text.ts';
import { DAY, MINUTE } from '../../../../core/time.ts';
import { hiddenNamesText, published } from '../../../../identity/people/index.ts';
import { type Activity, activities, minutes, type Recap, recaps } from '../../records/index.ts';
import { groupsOfActivity } from '../../rules/audience.ts';
import { titleOf } from '../../rules/identifiers.ts';
import { recapTexts } from '../../texts/recap.ts';
import { recapText } from '../../views/recap.ts';

/** How long a preview waits for the word of who was shown it, ms. */
const CONFIRM_WITHIN = 30 * MINUTE;
/** What groups cannot be told by then they are not told any more, ms. */
const LATEST = 2 * DAY;

/**
 * Shows what came of an activity to whoever asks, and to nobody else: groups read it once it is sent.
 * @returns what a group is told of it, in words; in private the recap is what is said.
 */
export function previewRecap(
  activity: Activity,
  context: CommandContext,
): { readonly outcome: Outcome; readonly told?: Text } {
  const { records, person, now: at, place } = context;
  const { id, number } = activity;
  if (place.kind === 'group' && !context.reaches(person.id))
    return { outcome: nothing, told: recapTexts.howToReach(number) };
  const photos = records.get(minutes, id)?.photos ?? [];
  const groups = groupsOfActivity(activity, records).length;
  const told = recapText(activity, context);
  const shownSo = { zh: published(told.zh, records), en: published(told.en, records) };
  const hidden = hiddenNamesText(told.zh, records);
  const text = lines(recapTexts.preview(shownSo, groups, photos.length), hidden);
  const shown = firstPhotos(photos, plain(`E${number} ${titleOf(activity)}`), FEW_PHOTOS);
  const kept = remember(put(recaps, { id, by: person.id, at }));
  if (place.kind === 'private') return { outcome: together(kept, sayPhotos(text, shown)) };
  const word = tell(person.id, text, { urgent: true, photos: shown });
  return { outcome: together(kept, word), told: recapTexts.shownInPrivate(number) };
}

/** Recaps that wait for the word of who was shown them. */
export const recapDrafts: Drafts = {
  newest: (context) => {
    const { records, person, now } = context;
    const latest = records
      .where(recaps, person.id)
      .filter(({ sent, at }) => sent === undefined && now - at <= CONFIRM_WITHIN)
      .toSorted((a, b) => a.at - b.at)
      .at(-1);
    const activity = latest && records.get(activities, latest.id);
    return activity && { at: latest.at, send: () => send(latest, activity, context) };
  },
  undo: ({ name }, { records }) => {
    const id = /^recap:(.+)$/.exec(name)?.[1];
    const activity = id === undefined ? undefined : records.get(activities, id);
    return activity && refuse(recapTexts.staysSent(activity.number));
  },
};

function send(recap: Recap, activity: Activity, context: CommandContext): Outcome {
  const { records, now } = context;
  const groups = groupsOfActivity(activity, records);
  return together(
    remember(put(recaps, { ...recap, sent: now })),
    broadcast({
      id: `recap:${activity.id}`,
      groups,
      text: recapText(activity, context),
      choices: [],
      planned: now,
      deadline: now + LATEST,
      atAnyHour: false,
      publishes: true,
    }),
    say(recapTexts.sent(activity.number, groups.length)),
    changed(`recap:${activity.id}`),
  );
}
