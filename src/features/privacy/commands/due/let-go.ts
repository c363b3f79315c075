import { put, remove } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { daysKept, type Keeps, keepings } from '../../../../core/keeping.ts';
import { type Outcome, remember } from '../../../../core/outcome.ts';
import { DAY } from '../../../../core/time.ts';

/** So many records go at once; the others on the next day. */
const MOST = 5_000;

/** Once a day: what has been kept for its time goes, for good. */
export function letGo(
  before: ReturnType<typeof keepings.schema.parse>,
  all: readonly Keeps[],
  { records, now }: DecisionContext,
): Outcome {
  const old = all.flatMap(({ collection, as, since }) => {
    const end = now - daysKept(as, records) * DAY;
    return records.all(collection).flatMap((record) => {
      const at = since(record, records);
      return at !== undefined && at < end ? [remove(collection, record.id)] : [];
    });
  });
  const gone = old.slice(0, MOST);
  const count = gone.length;
  const after = {
    ...before,
    next: now + DAY,
    last: { at: now, gone: count },
    gone: before.gone + count,
  };
  const outcome = remember(...gone, put(keepings, after));
  return count === 0 ? outcome : { ...outcome, purges: true };
}
