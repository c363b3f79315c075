import type { Records } from '../../core/collection.ts';
import { broadcasts, cards, deliveries } from '../../core/records.ts';
import { MINUTE } from '../../core/time.ts';
import { groups } from '../../identity/alliance/index.ts';

/** How many messages an alliance still has to send on a platform within the next minute. */
export function owedOn(platform: string, records: Records, now: number): number {
  const soon = ({ notBefore }: { readonly notBefore: number }) => notBefore <= now + MINUTE;
  const isThere = (id: string) => {
    const group = records.get(groups, id);
    return (
      group?.address.platform === platform &&
      group.unverified === undefined &&
      group.gone === undefined
    );
  };
  const answers = records
    .all(deliveries)
    .filter((one) => one.to.platform === platform && soon(one));
  const shown = records
    .all(cards)
    .filter((one) => one.version > one.sent && isThere(one.group) && soon(one));
  const rows = records
    .all(broadcasts)
    .filter(
      (one) =>
        (one.state === 'planned' || one.state === 'sending') && isThere(one.group) && soon(one),
    );
  return answers.length + shown.length + rows.length;
}
