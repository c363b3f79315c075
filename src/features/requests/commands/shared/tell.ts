import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, tell, together } from '../../../../core/outcome.ts';
import type { ShownPhoto } from '../../../../core/photos.ts';
import type { Text } from '../../../../core/text.ts';
import type { Request } from '../../records/index.ts';
import { askersOf } from '../../rules/permits.ts';
import { notices } from '../../texts/notices.ts';

/**
 * Tells everybody who asked for it, or needs it too, in private; `yours` is what it is to each of
 * them.
 */
export function tellAskers(
  request: Request,
  { records }: Pick<DecisionContext, 'records'>,
  text: (yours: Text) => Text,
  but?: string,
  photos: readonly ShownPhoto[] = [],
): Outcome {
  const { number, asker, reporter } = request;
  const called = (person: string) =>
    person === asker || person === reporter ? notices.yours : notices.caredFor;
  const askers = askersOf(request, records).filter((person) => person !== but);
  return together(
    ...askers.map((person) => tell(person, text(called(person)(number)), { photos })),
  );
}

/** Tells each of these in private, but for whoever is speaking. */
export function tellAll(
  people: readonly string[],
  text: Text,
  but?: string,
  photos: readonly ShownPhoto[] = [],
): Outcome {
  return together(
    ...people.filter((person) => person !== but).map((person) => tell(person, text, { photos })),
  );
}
