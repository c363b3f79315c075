import { put } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import type { Drafts } from '../../../../core/feature.ts';
import {
  broadcast,
  changed,
  type Outcome,
  refuse,
  remember,
  say,
  sayPhotos,
  tell,
  together,
} from '../../../../core/outcome.ts';
import { FEW_PHOTOS, firstPhotos } from '../../../../core/photos.ts';
import { plain } from '../../../../core/text.ts';
import { DAY, MINUTE } from '../../../../core/time.ts';
import { type Activity, activities, minutes, type Recap, recaps } from '../../records/index.ts';
import { groupsOfActivity } from '../../rules/audience.ts';
import { titleOf } from '../../rules/identifiers.ts';
import { recapTexts } from '../../texts/recap.ts';
import { recapText } from '../../views/recap.ts';

/** How long a preview waits for the word of who was shown it, ms. */
const CONFIRM_WITHIN = 30 * MINUTE;
/** What groups cannot be told by then they are not told any more, ms. */
const LATEST = 2 * DAY;

/** Shows what came of an activity to whoever asks, and to nobody else: groups read it once it is sent. */
export function showRecap(activity: Activity, context: CommandContext): Outcome {
  const { records, person, now: at, place } = context;
  const { id, number } = activity;
  if (place.kind === 'group' && !context.reaches(person.id))
    return say(recapTexts.howToReach(number));
  const photos = records.get(minutes, id)?.photos ?? [];
  const groups = groupsOfActivity(activity, records).length;
  const text = recapTexts.preview(recapText(activity, context), groups, photos.length);
  const shown = firstPhotos(photos, plain(`E${number} ${titleOf(activity)}`), FEW_PHOTOS);
  const kept = put(recaps, { id, by: person.id, at });
  return place.kind === 'private'
    ? together(remember(kept), sayPhotos(text, shown))
    : together(
        remember(kept),
        tell(person.id, text, { urgent: true, photos: shown }),
        say(recapTexts.shownInPrivate(number)),
      );
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
    }),
    say(recapTexts.sent(activity.number, groups.length)),
    changed(`recap:${activity.id}`),
  );
}
