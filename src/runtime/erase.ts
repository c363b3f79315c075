import { put, type Remember } from '../core/collection.ts';
import { erased, erasureKeys, withheld } from '../core/erased.ts';
import { type Hidden, type Identity, withoutIdentity } from '../core/erasing.ts';
import { keyedHash } from '../core/hmac.ts';
import { nothing, together } from '../core/outcome.ts';
import { OverlayRecords } from '../core/overlay-records.ts';
import { pipelineCollections } from '../core/records.ts';
import { DAY } from '../core/time.ts';
import { accountAlliances } from '../identity/directory/index.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import { identityOf, people } from '../identity/people/index.ts';
import type { ErasedList, ErasedOfAlliance } from '../ports/erased-list.ts';
import { decisionContextOf } from './decision-context.ts';
import { type EffectContext, planDeliveries } from './effects.ts';
import { withFollowing } from './follow.ts';
import { actsOf, type Origin } from './log-acts.ts';
import type { MessageKeys } from './message-keys.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';
import type { Publisher } from './publisher.ts';

/** Words that were hidden are gone after so long, ms: within seven days, a late tick included. */
const WITHHELD = 6 * DAY;

export type ErasureParts = Pick<
  RuntimeParts,
  'partitions' | 'outbox' | 'features' | 'follows' | 'chats' | 'clock' | 'random' | 'log'
> & {
  readonly messageKeys: MessageKeys;
  readonly publisher: Publisher;
  readonly erasedList?: ErasedList;
};

/**
 * Erases somebody: in one commit from the records, then from the files of the store and the files
 * of photos. Where the process ends in between, `finish` goes on at the next start.
 */
export class Erasure {
  private readonly parts: ErasureParts;

  constructor(parts: ErasureParts) {
    this.parts = parts;
  }

  /** Resolves when nothing is left of them in any file. `also` goes into the same commit. */
  async erase(
    person: string,
    partition: Partition,
    origin: Pick<Origin, 'source' | 'platform'>,
    also: readonly Remember[] = [],
  ): Promise<void> {
    const committed = this.commit(person, partition, origin, also);
    await committed;
    await this.purge(partition.name);
  }

  /** What a process before this one did not live to do, and whoever a restore brought back. */
  async finish(): Promise<void> {
    const { partitions, log } = this.parts;
    const lists = await this.list();
    for (const name of partitions.alliances) {
      for (const list of lists.filter(({ alliance }) => alliance === name))
        if (await this.again(name, list))
          log.warn('people who were erased had come back, and were erased again');
      const isLeft = await partitions.transact(
        name,
        ({ records }) => records.count(erased, 'unpurged', 'unpurged') > 0,
      );
      if (isLeft) await this.purge(name);
    }
    await this.writeList(lists);
  }

  /** Nothing that was removed stays in any file, nor on any wall. */
  async purge(name: string): Promise<void> {
    const { partitions, outbox, publisher } = this.parts;
    await publisher.anew(name);
    const unpurged = await partitions.transact(name, ({ records }) =>
      records.slice(erased, 'unpurged', 'unpurged'),
    );
    // What somebody wants gone goes, however young it is.
    outbox.sweep(name, 0);
    await partitions.erase();
    await this.writeList(await this.list());
    if (unpurged.length === 0) return;
    await partitions.transact(name, (partition) =>
      partitions.remember(
        partition,
        unpurged.map((one) => put(erased, { ...one, purged: true })),
      ),
    );
  }

  private commit(
    person: string,
    partition: Partition,
    origin: Pick<Origin, 'source' | 'platform'>,
    also: readonly Remember[],
  ): Promise<unknown> {
    const { partitions, features, follows, chats, clock, random, messageKeys } = this.parts;
    const { records } = partition;
    const moment: EffectContext = {
      records,
      now: clock.now(),
      newId: random.newId,
      cause: undefined,
      chats,
    };
    const context = decisionContextOf(moment, random);
    const nobody = random.newId();
    const own = together(...features.map((one) => one.leave?.(person, context) ?? nothing));
    const left = withFollowing(own, context, follows);
    const after = new OverlayRecords(records);
    // What is said on the way may name them, too; it is planned once, so that it is said once.
    const settled = [...left.remember, ...planDeliveries(left.effects, moment)];
    after.apply(settled);
    const collections = [...features.flatMap((one) => one.collections), ...pipelineCollections];
    const identity = identityOf(person, collections, records);
    const instead = { nobody, hash: (text: string) => messageKeys.hash(text) };
    const here = withoutIdentity(collections, after, identity, instead);
    const everywhere = [...features.flatMap((one) => one.directory), ...collections];
    const beside = withoutIdentity(everywhere, partitions.directory, identity, instead);
    const acts = actsOf(
      { remember: [], acts: [{ kind: 'erasure' }] },
      { ...origin, by: nobody },
      moment,
    );
    return partitions.remember(
      partition,
      [
        // As it was before it was cleaned it is never written down.
        ...withoutThose(settled, here.remember),
        ...here.remember,
        ...this.noted(identity, moment),
        ...withheldWords(here.hidden, moment),
        ...acts,
        ...also,
      ],
      // Which alliances know the account follows from its records there.
      beside.remember.filter(({ collection }) => collection !== accountAlliances),
    );
  }

  /** The list of erased ids, so that neither a file nor a backup brings them back. */
  private noted({ ids }: Identity, { records, now }: EffectContext): readonly Remember[] {
    const { newId } = this.parts.random;
    const known = records.get(erasureKeys, 'key')?.key;
    const key = known ?? newId() + newId() + newId();
    return [
      ...(known === undefined ? [put(erasureKeys, { id: 'key', key })] : []),
      ...ids.map((id) => put(erased, { id: keyedHash(key, id), at: now, purged: false })),
    ];
  }

  /** @returns whether anybody had come back. */
  private async again(name: string, list: ErasedOfAlliance): Promise<boolean> {
    const { partitions } = this.parts;
    const hashes = new Set(list.people.map(({ hash }) => hash));
    const back = await partitions.transact(name, (partition) => {
      const { records } = partition;
      const known = records.get(erasureKeys, 'key')?.key ?? list.key;
      const lost =
        known === list.key
          ? list.people.filter(({ hash }) => records.get(erased, hash) === undefined)
          : [];
      const rows = lost.map(({ hash, at }) => put(erased, { id: hash, at, purged: false }));
      // Nothing of it is lost where this fails: the list still stands, and the next start reads it.
      if (rows.length > 0)
        partitions
          .remember(partition, [put(erasureKeys, { id: 'key', key: known }), ...rows])
          .catch(() => {});
      const ids = records.all(people).map(({ id }) => id);
      return ids.filter((id) => hashes.has(keyedHash(list.key, id)));
    });
    for (const person of back)
      await partitions.transact(name, (partition) =>
        this.commit(person, partition, { source: 'machine' }, []),
      );
    return back.length > 0;
  }

  private async list(): Promise<readonly ErasedOfAlliance[]> {
    return (await this.parts.erasedList?.read()) ?? [];
  }

  private async writeList(before: readonly ErasedOfAlliance[]): Promise<void> {
    const { partitions, erasedList } = this.parts;
    const now: ErasedOfAlliance[] = [];
    for (const alliance of partitions.alliances) {
      if (alliance === DIRECTORY) continue;
      const list = await partitions.transact(alliance, ({ records }) => {
        const key = records.get(erasureKeys, 'key')?.key;
        const gone = records.all(erased).map(({ id, at }) => ({ hash: id, at }));
        return key === undefined ? undefined : { alliance, key, people: gone };
      });
      if (list !== undefined) now.push(list);
      // What an earlier list knows under another key stays known.
      const isOther = (one: ErasedOfAlliance) => one.alliance === alliance && one.key !== list?.key;
      now.push(...before.filter(isOther));
    }
    const isSame = JSON.stringify(now) === JSON.stringify(before);
    if (!isSame && now.length > 0) await erasedList?.write(now);
  }
}

/** The changes whose records no later change sets or removes. */
function withoutThose(
  changes: readonly Remember[],
  later: readonly Remember[],
): readonly Remember[] {
  const keyOf = ({ collection, id }: Remember) => `${collection.name}/${id}`;
  const set = new Set(later.map(keyOf));
  return changes.filter((change) => !set.has(keyOf(change)));
}

/** The words that were hidden, kept for the convenor for some days. */
function withheldWords(hidden: readonly Hidden[], moment: EffectContext): readonly Remember[] {
  const { records, now, newId } = moment;
  const last = records.slice(withheld, 'all', 'all', -1)[0]?.number ?? 0;
  return hidden.map((one, index) =>
    put(withheld, {
      id: newId(),
      number: last + 1 + index,
      collection: one.collection,
      record: one.record,
      path: [...one.path],
      text: one.text,
      hidden: one.hidden,
      at: now,
      until: now + WITHHELD,
    }),
  );
}
