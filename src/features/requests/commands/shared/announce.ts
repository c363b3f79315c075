import type { Records } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { broadcast, type Outcome } from '../../../../core/outcome.ts';
import { lines } from '../../../../core/text.ts';
import { DAY, HOUR } from '../../../../core/time.ts';
import { groupsOf } from '../../../../identity/alliance/index.ts';
import type { Request } from '../../records/index.ts';
import { aboutRequest } from '../../rules/taken-back.ts';
import { emergencyTexts } from '../../texts/emergency.ts';
import { nextWords, requestText } from '../../views/index.ts';

/** Said in private it still has to be heard: in the group, where there is one. */
export function onlyGroup(records: Records): string | undefined {
  const [group, another] = groupsOf(records);
  return another === undefined ? group?.id : undefined;
}

/** All groups hear of what belongs to none of them. */
export function announce(request: Request, { records, now, zone }: DecisionContext): Outcome {
  const { urgent: danger } = request;
  const text = requestText(request, { records, now, zone });
  return broadcast({
    id: aboutRequest(request),
    groups: groupsOf(records).map(({ id }) => id),
    text: danger === undefined ? text : lines(emergencyTexts.advice(danger), text),
    choices: nextWords(request, records)?.choices ?? [],
    planned: now,
    deadline: now + (danger === undefined ? DAY : HOUR),
    ...(danger === undefined ? { atAnyHour: false } : { atAnyHour: true, aloud: true }),
  });
}
