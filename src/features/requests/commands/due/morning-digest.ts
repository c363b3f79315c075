import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { broadcast, type Outcome, remember, together } from '../../../../core/outcome.ts';
import { HOUR } from '../../../../core/time.ts';
import { allianceOf, audienceOf, groupsFor } from '../../../../identity/alliance/index.ts';
import { type Digest, digests } from '../../records/index.ts';
import { nextMorning } from '../../rules/morning.ts';
import { digestText } from '../../views/digest.ts';

/** The digest may still be sent this long after its time. */
const WITHIN = 2 * HOUR;

/**
 * The morning digest of each group, none where there is nothing to say, and when the next one is
 * due.
 */
export function sendMorningDigest(digest: Digest, context: DecisionContext): Outcome {
  const { records, now, zone } = context;
  const planned = digest.next ?? now;
  const next = put(digests, { ...digest, next: nextMorning(digest.time, now, zone), from: now });
  const sent = groupsFor(audienceOf(digest), records).map(({ id }) => {
    const text = digestText(id, digest.from, allianceOf(records).name, context);
    if (text === undefined) return remember();
    return broadcast({
      id: `digest:${planned}`,
      groups: [id],
      text,
      choices: [],
      planned,
      deadline: planned + WITHIN,
      atAnyHour: true,
    });
  });
  return together(remember(next), ...sent);
}
