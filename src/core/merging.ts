import { type AnyRecord, type Collection, put, remove } from './collection.ts';
import type { DecisionContext } from './command.ts';
import type { Feature } from './feature.ts';
import { nothing, type Outcome, remember, together } from './outcome.ts';
import { OverlayRecords } from './overlay-records.ts';

/*
 * Two people turn out to be one. Each feature settles first what both have of it (two sign-ups for
 * one activity, two votes); then every field that a collection declares to hold a person's id gets
 * the one that stays.
 */

/** Everything of `from` becomes that of `to`, in all features. */
export function mergePeople(
  features: readonly Feature[],
  from: string,
  to: string,
  context: DecisionContext,
): Outcome {
  const settled = together(...features.map((one) => one.merge?.(from, to, context) ?? nothing));
  const records = new OverlayRecords(context.records);
  records.apply(settled.remember);
  const renamed = features
    .flatMap((one) => one.collections)
    .filter(({ people }) => people !== undefined)
    .flatMap((collection) =>
      records.all(collection).flatMap((record) => {
        const now = withPerson(collection, record, from, to);
        if (now === record) return [];
        if (now.id === record.id) return [put(collection, now)];
        if (records.get(collection, now.id) !== undefined)
          throw new Error(
            `${collection.name}/${now.id}: both people have one; merge has to settle`,
          );
        return [remove(collection, record.id), put(collection, now)];
      }),
    );
  return together(settled, remember(...renamed));
}

/** The record with another id wherever it holds a person's, or itself where it holds none. */
export function withPerson<R extends AnyRecord>(
  { people = [] }: Collection<R>,
  record: R,
  from: string,
  to: string,
): R {
  const change = (id: string) =>
    id === from ? to : id.endsWith(`/${from}`) ? id.slice(0, -from.length) + to : id;
  return people.reduce((now, path) => changedAt(now, stepsOf(path), change) as R, record);
}

/** `claimants[].person` as its steps: `claimants`, `[]`, `person`. */
function stepsOf(path: string): readonly string[] {
  return path.replaceAll('[]', '.[]').split('.').filter(Boolean);
}

/** The value with the texts at a path changed; the same value where nothing changes. */
function changedAt(
  value: unknown,
  [step, ...further]: readonly string[],
  change: (text: string) => string,
): unknown {
  if (step === undefined) return typeof value === 'string' ? change(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (step === '[]' && Array.isArray(value)) {
    const now = value.map((one) => changedAt(one, further, change));
    return now.some((one, at) => one !== value[at]) ? now : value;
  }
  const before = (value as Record<string, unknown>)[step];
  const now = changedAt(before, further, change);
  return now === before ? value : { ...value, [step]: now };
}
