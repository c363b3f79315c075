import { put } from '../../core/collection.ts';
import type { DecisionContext } from '../../core/command.ts';
import { type Feature, feature } from '../../core/feature.ts';
import { stays } from '../../core/keeping.ts';
import { nothing, type Outcome, remember, tell, together } from '../../core/outcome.ts';
import type { Holidays } from '../../core/recurring/index.ts';
import { liaisonsOf } from '../../identity/people/index.ts';
import { holidayCommands } from './commands.ts';
import { unknownYears } from './records.ts';
import type { KnownHolidays } from './rules.ts';
import { texts } from './texts.ts';

export { type HolidayYear, holidayYear } from './records.ts';
export { holidaysOf, type KnownHolidays, officialYears } from './rules.ts';

/** The official holidays, and what is known of them. */
export function holidaysFeature(holidays: KnownHolidays): Feature {
  return feature({
    name: 'holidays',
    collections: [unknownYears],
    stays: [stays('alliance', unknownYears)],
    commands: holidayCommands(holidays),
  });
}

/**
 * Tells the liaisons, once for each year, that a date was kept because nobody knows the holidays of
 * its year.
 */
export function tellUnknown(
  date: string,
  holidays: Holidays,
  { records }: DecisionContext,
): Outcome {
  const year = date.slice(0, 4);
  if (holidays.knows(Number(year)) || records.get(unknownYears, year) !== undefined) return nothing;
  const text = texts.unknownYear(Number(year));
  return together(
    remember(put(unknownYears, { id: year })),
    ...liaisonsOf(records).map((person) => tell(person.id, text)),
  );
}
