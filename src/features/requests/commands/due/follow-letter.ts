import type { DecisionContext } from '../../../../core/command.ts';
import { nothing, type Outcome, say, tell, together } from '../../../../core/outcome.ts';
import { placeIn } from '../../../../core/places.ts';
import { allianceOf } from '../../../../identity/alliance/index.ts';
import { nameOf } from '../../../../identity/people/index.ts';
import { firstWords, type Letter } from '../../../letters/index.ts';
import { beginRequest } from '../../rules/apply-event.ts';
import { emergencyIn } from '../../rules/emergency.ts';
import { categoriesOf, categoryFor } from '../../rules/reading.ts';
import { asking } from '../../texts/asking.ts';
import { emergencyTexts } from '../../texts/emergency.ts';
import { announce, onlyGroup } from '../shared/announce.ts';
import { tellFirstHand } from '../shared/tell-who-acts.ts';

/**
 * A letter whose writer has agreed becomes the request of its number. What cannot wait for an
 * answer is answered with the numbers to call, and its reader hears of it now.
 */
export function followLetter(
  before: Letter | undefined,
  after: Letter | undefined,
  context: DecisionContext,
): Outcome {
  if (after === undefined) return nothing;
  if (before === undefined) return warn(after, context);
  return after.state === 'turned' && before.state !== 'turned' ? request(after, context) : nothing;
}

function warn(letter: Letter, { records }: DecisionContext): Outcome {
  const danger = emergencyIn(firstWords(letter));
  if (danger === undefined) return nothing;
  const { dutyPhone } = allianceOf(records);
  return together(
    say(
      danger === 'life'
        ? emergencyTexts.youAreNotAlone(nameOf(records, letter.reader), dutyPhone)
        : emergencyTexts.first(danger, dutyPhone),
    ),
    tell(letter.reader, emergencyTexts.inLetter(letter.number), { urgent: true }),
  );
}

function request(letter: Letter, context: DecisionContext): Outcome {
  const { records, now } = context;
  const { number, writer, message, turned } = letter;
  const text = firstWords(letter);
  const kept = turned === 'community';
  const group = kept ? undefined : onlyGroup(records);
  const isForAll = !kept && group === undefined;
  const facts = {
    id: context.newId(),
    number,
    kind: 'need' as const,
    text,
    category: categoryFor(text, categoriesOf(records)),
    place: placeIn(text),
    photos: [],
    asker: writer,
    reporter: writer,
    discreet: true,
    ...(kept ? { kept } : {}),
    group,
    at: now,
    message,
  };
  const shows = { acknowledged: true, ...(kept || isForAll ? { at: [] } : {}) };
  const event = { event: 'submit' as const, by: writer, message };
  const { request: made, outcome } = beginRequest(facts, event, context, shows);
  return together(
    outcome,
    say(kept ? asking.kept(number) : asking.discreet(number), `/详情 ${number}`),
    isForAll ? announce(made, context) : nothing,
    tellFirstHand(made, writer, context),
  );
}
