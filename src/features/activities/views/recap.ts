import type { Records } from '../../../core/collection.ts';
import { fold } from '../../../core/line.ts';
import { shortened } from '../../../core/names.ts';
import { lines, nameList, plain, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { shortDate } from '../../../core/when/index.ts';
import { requestsOf } from '../../requests/index.ts';
import { type Activity, minutes } from '../records/index.ts';
import { presentAt } from '../rules/held.ts';
import { titleOf } from '../rules/identifiers.ts';
import { servedIn } from '../rules/minutes.ts';
import { recapTexts } from '../texts/recap.ts';
import { unitName } from './attendance.ts';

/** What an activity has taken on and nobody has put off or called off is done with its record. */
const DONE: readonly string[] = ['claimed', 'underway', 'awaiting', 'resolved'];
/** Of the record in the recap, in characters. */
const RECORD_SHOWN = 120;
/** Units that are named before `等 n 家`. */
const UNITS_NAMED = 6;

/** What came of an activity, as its groups may read it: units by name, people as numbers. */
export function recapText(activity: Activity, context: ViewContext): Text {
  const { records, zone } = context;
  const kept = records.get(minutes, activity.id);
  const does = requestsOf(activity, records)
    .filter(({ state }) => DONE.includes(state))
    .map(({ number }) => number);
  const { number, place, start } = activity;
  return lines(
    recapTexts.title(number, titleOf(activity), shortDate(start, zone), place),
    thereText(activity, records),
    kept?.text !== undefined && plain(shortened(kept.text.replace(/\s+/g, ' '), RECORD_SHOWN)),
    // Most people write it themselves.
    kept?.served !== undefined &&
      servedIn(fold(kept.text ?? '')) === undefined &&
      recapTexts.served(kept.served),
    does.length > 0 && recapTexts.did(does),
    recapTexts.thanks(number),
  );
}

function thereText(activity: Activity, records: Records): Text | undefined {
  const there = presentAt(activity, records);
  const all = there.reduce((sum, { heads }) => sum + heads, 0);
  if (all === 0) return undefined;
  const units = there.flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
  const names = units.map((unit) => plain(unitName(records, unit) ?? ''));
  const shown =
    names.length === 0
      ? undefined
      : nameList(names.slice(0, UNITS_NAMED), UNITS_NAMED, names.length);
  return recapTexts.there(all, shown, units.length);
}
