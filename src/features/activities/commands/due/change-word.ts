import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import { MINUTE } from '../../../../core/time.ts';
import { type Activity, activities } from '../../records/index.ts';
import { FORMER_COUNTS } from '../../rules/checkin.ts';
import { newPasscode } from '../../rules/new-activity.ts';
import { checkinSettingTexts } from '../../texts/checkin-setting.ts';

/** A new word, and nobody but who writes it up is told. After a downtime it changes once. */
export function changeWord(
  activity: Activity,
  { records, now, randomBelow }: DecisionContext,
): Outcome {
  const { rotation, rotatesAt: _, passcode, ...still } = activity;
  if (rotation === undefined || passcode === undefined)
    return remember(put(activities, { ...still, passcode }));
  const word = newPasscode(records, randomBelow);
  const changed: Activity = {
    ...still,
    rotation,
    passcode: word,
    rotatesAt: now + rotation.minutes * MINUTE,
    former: { word: passcode, until: now + FORMER_COUNTS },
  };
  const text = checkinSettingTexts.wordNow(activity.number, word, rotation.minutes);
  return together(
    remember(put(activities, changed)),
    tell(rotation.person, text, { urgent: true }),
  );
}
