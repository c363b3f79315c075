import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { type Follow, follow } from '../../../../core/feature.ts';
import { maskedName } from '../../../../core/masked-names.ts';
import { nothing, type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import type { Text } from '../../../../core/text.ts';
import {
  consents,
  mayBeNamed,
  type Person,
  people,
  peopleHidden,
} from '../../../../identity/people/index.ts';
import { minutes, recaps } from '../../../activities/index.ts';
import { announcements } from '../../../announcements/index.ts';
import { boards } from '../../../board/index.ts';
import { requests } from '../../../requests/index.ts';
import { namingTexts } from '../../texts/naming.ts';

/*
 * People are asked when their name is about to be published for the first time: while a liaison
 * sees the preview, and when they have finished something that the board tells of.
 */
export const asksForConsent: readonly Follow[] = [
  follow({
    collection: announcements,
    decide: (before, after, context) =>
      before === undefined && after?.state === 'preview' ? askNamed(after.text, context) : nothing,
  }),
  follow({
    collection: recaps,
    decide: (before, after, context) => {
      const isShown = after !== undefined && after.sent === undefined && after.at !== before?.at;
      const told = isShown ? context.records.get(minutes, after.id)?.text : undefined;
      return told === undefined ? nothing : askNamed(told, context);
    },
  }),
  follow({
    collection: requests,
    decide: (before, after, context) => {
      const isResolved = before?.state !== 'resolved' && after?.state === 'resolved';
      if (!isResolved || !context.records.get(boards, 'board')?.on) return nothing;
      const alone = after.claimants.flatMap(({ unit, person }) =>
        unit === undefined && person !== undefined ? [person] : [],
      );
      const asked = alone.flatMap((id) => {
        const known = context.records.get(people, id);
        return known === undefined || mayBeNamed(id, context.records) ? [] : [known];
      });
      return ask(asked, (name) => namingTexts.askForBoard(after.number, name), context);
    },
  }),
];

function askNamed(text: string, context: DecisionContext): Outcome {
  return ask(peopleHidden(text, context.records), namingTexts.askForGroups, context);
}

/** Each of them once in their life; whom no word reaches stays hidden and can be asked later. */
function ask(
  all: readonly Person[],
  question: (masked: string) => Text,
  { records, now: at, reaches }: DecisionContext,
): Outcome {
  const open = all.filter(({ id }) => records.get(consents, id) === undefined && reaches(id));
  return together(
    ...open.map(({ id, name }) =>
      together(
        remember(put(consents, { id, state: 'asked', at })),
        tell(id, question(maskedName(name))),
      ),
    ),
  );
}
