import { put, type Remember, remove } from '../core/collection.ts';
import { tell, together } from '../core/outcome.ts';
import { cards, deliveries } from '../core/records.ts';
import { plain, type Text } from '../core/text.ts';
import { MINUTE } from '../core/time.ts';
import { sayWhen } from '../core/when/index.ts';
import { type Group, groups } from '../identity/alliance/index.ts';
import { alliancesOn } from '../identity/directory-index.ts';
import { type Account, accounts, convenorsOf } from '../identity/people/index.ts';
import type { Address, ChatAdapter, ConnectionNotice, ConnectionStatus } from '../ports/chat.ts';
import { viewContextOf } from './decision-context.ts';
import { planDeliveries } from './effects.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';
import { privateAddressNow } from './private-address.ts';
import { texts } from './texts.ts';

type Own = Pick<Address, 'platform' | 'account'>;
type Whose = Pick<ChatAdapter, 'platform' | 'account'>;
type ViewContext = ReturnType<typeof viewContextOf>;
type ConnectionParts = Pick<RuntimeParts, 'partitions' | 'chats' | 'clock' | 'random' | 'log'>;

/** Outages shorter than this, ms, stand in the log and in `/status` but are not announced. */
const WORTH_TELLING = MINUTE;

/**
 * Follows the connections to platforms. When one is down, the convenors whose alliances talk there
 * are told on another platform; when it is back, they are told wherever they are what was missed.
 */
export class Connections {
  private readonly parts: ConnectionParts;
  /** Platforms that were announced as down, or slow. */
  private readonly announced = new Map<string, ConnectionStatus['state']>();

  constructor(parts: ConnectionParts) {
    this.parts = parts;
  }

  /** Resolves when what a platform has told is durable. Told again it changes nothing. */
  async notice(notice: Exclude<ConnectionNotice, { kind: 'ready' }>): Promise<void> {
    if (notice.kind === 'account') return this.renewed(notice.platform, notice.account);
    const { status } = notice;
    const { chats } = this.parts;
    const platform = chats.nameOf(notice);
    const title = this.titleOf(notice);
    const isKnown = status.state !== 'up' && this.announced.has(platform);
    if (!isKnown)
      this.parts.log.warn('a connection has changed', {
        platform,
        state: status.state,
        why: status.why?.code,
      });
    if (status.state === 'up') {
      const announced = this.announced.get(platform);
      this.announced.delete(platform);
      const { from, to } = status.missed ?? { from: 0, to: 0 };
      // What was missed was announced before when the connection was only slow in between.
      if (announced !== 'slow' && to - from >= WORTH_TELLING)
        await this.tellAll(
          notice,
          (context) => texts.missed(title, sayWhen({ start: from, end: to }, context)),
          true,
        );
      else if (announced !== undefined)
        await this.tellAll(notice, () => texts.connectionBack(title), true);
    } else if (!isKnown) {
      this.announced.set(platform, status.state);
      const kept = this.chatOf(notice)?.traits.redelivers === true;
      const text = (context: ViewContext) =>
        texts.connectionDown(title, status, sayWhen({ start: status.since }, context), kept);
      await this.tellAll(notice, text, status.why?.sends === true).catch((error: unknown) => {
        // What was not announced is announced the next time.
        this.announced.delete(platform);
        throw error;
      });
    }
  }

  private chatOf({ platform, account = '' }: Whose): ChatAdapter | undefined {
    return this.parts.chats.of({ platform, account });
  }

  private titleOf(whose: Whose): Text {
    return this.chatOf(whose)?.title ?? plain(whose.platform);
  }

  /** `there`: also on the platform itself. */
  private async tellAll(
    whose: Whose,
    text: (context: ViewContext) => Text,
    there: boolean,
  ): Promise<void> {
    const { chats, partitions } = this.parts;
    const isThere = (own: Own) => chats.isOf(whose, own);
    for (const alliance of alliancesOn(isThere, partitions.directory))
      await this.parts.partitions.transact(alliance, (partition) => {
        const said = this.tellConvenors(
          partition,
          text(viewContextOf(partition.records, this.parts.clock.now())),
          there ? undefined : isThere,
        );
        return said.length === 0 ? undefined : this.parts.partitions.remember(partition, said);
      });
  }

  /** In private, but not on the platform that is `not` to be relied on. */
  private tellConvenors(
    { records }: Partition,
    text: Text,
    not: ((own: Own) => boolean) | undefined,
  ): readonly Remember[] {
    const { chats, clock, random } = this.parts;
    const moment = { records, now: clock.now(), cause: undefined, chats, newId: random.newId };
    const reached = convenorsOf(records).filter(({ id }) => {
      const address = privateAddressNow(id, moment);
      return address !== undefined && not?.(address) !== true;
    });
    return planDeliveries(together(...reached.map(({ id }) => tell(id, text))).effects, moment);
  }

  /** Everything that was known on the platform under another account has to be bound again. */
  private async renewed(platform: string, account: string): Promise<void> {
    const { partitions, log, clock } = this.parts;
    const isThere = (own: Pick<Address, 'platform'>) => own.platform === platform;
    for (const alliance of alliancesOn(isThere, partitions.directory))
      await partitions.transact(alliance, (partition) => {
        const changes = unverify(partition, platform, account, clock.now());
        if (changes.length === 0) return partitions.durable(alliance);
        const told = this.tellConvenors(
          partition,
          texts.bindAgain(this.titleOf({ platform, account })),
          isThere,
        );
        if (told.length === 0)
          log.warn('groups and accounts have to be bound again: npm run code', {
            alliance,
            platform,
          });
        return partitions.remember(partition, [...changes, ...told]);
      });
  }
}

/**
 * What is known of the platform under another account is not relied on; what waits to be sent there
 * is for nobody.
 */
function unverify(
  { records }: Partition,
  platform: string,
  account: string,
  now: number,
): readonly Remember[] {
  const isOld = (one: Pick<Address, 'platform' | 'account'>) =>
    one.platform === platform && one.account !== account;
  const lost = records
    .all(groups)
    .filter(({ address, unverified }) => isOld(address) && unverified === undefined);
  const mute = records.all(accounts).filter((one) => isOld(one) && !one.unverified);
  const shown = records.all(cards).filter(({ group }) => lost.some(({ id }) => id === group));
  return [
    ...lost.map((group) => put(groups, { ...group, unverified: now } satisfies Group)),
    ...mute.map((one) => put(accounts, { ...one, met: false, unverified: true } satisfies Account)),
    ...shown.map(({ messageId: _, ...card }) => put(cards, card)),
    ...records.all(deliveries).flatMap(({ id, to }) => (isOld(to) ? [remove(deliveries, id)] : [])),
  ];
}
