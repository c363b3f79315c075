import { put, type Remember, remove } from '../core/collection.ts';
import { tell, together } from '../core/outcome.ts';
import { cards, deliveries } from '../core/records.ts';
import { plain, type Text } from '../core/text.ts';
import { MINUTE } from '../core/time.ts';
import { sayWhen } from '../core/when/index.ts';
import { type Group, groups } from '../identity/alliance/index.ts';
import { alliancesOn } from '../identity/lookup.ts';
import { type Account, accounts, convenorsOf } from '../identity/people/index.ts';
import type { Address, ChatAdapter, ConnectionNotice, ConnectionStatus } from '../ports/chat.ts';
import type { Clock, Random } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { viewContextOf } from './decision-context.ts';
import { planDeliveries, privateAddressNow } from './effects.ts';
import type { Partition, Partitions } from './partitions.ts';
import { texts } from './texts.ts';

type Scene = ReturnType<typeof viewContextOf>;

interface Parts {
  readonly partitions: Partitions;
  readonly chats: ReadonlyMap<string, ChatAdapter>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** Outages shorter than this, ms, are logged and shown by `/status`, but not announced. */
const WORTH_TELLING = MINUTE;

/**
 * Follows the connections to platforms that break. The convenors whose alliances talk there are told on
 * another platform that one is down, and wherever they are what was missed when it is back.
 */
export class Connections {
  private readonly parts: Parts;
  /** Platforms that people were told are down, or slow. */
  private readonly told = new Map<string, ConnectionStatus['state']>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Resolves when what a platform has told is durable. Told again it changes nothing. */
  async notice(notice: ConnectionNotice): Promise<void> {
    if (notice.kind === 'account') return this.renewed(notice.platform, notice.account);
    const { platform, status } = notice;
    const title = this.titleOf(platform);
    const isKnown = status.state !== 'up' && this.told.has(platform);
    if (!isKnown)
      this.parts.log.warn('a connection has changed', {
        platform,
        state: status.state,
        why: status.why?.code,
      });
    if (status.state === 'up') {
      const told = this.told.get(platform);
      this.told.delete(platform);
      const { from, to } = status.missed ?? { from: 0, to: 0 };
      // What was missed was told before when the connection was only slow in between.
      if (told !== 'slow' && to - from >= WORTH_TELLING)
        await this.tellAll(
          platform,
          (scene) => texts.missed(title, sayWhen({ start: from, end: to }, scene)),
          true,
        );
      else if (told !== undefined)
        await this.tellAll(platform, () => texts.connectionBack(title), true);
    } else if (!isKnown) {
      this.told.set(platform, status.state);
      const kept = this.parts.chats.get(platform)?.traits.redelivers === true;
      const text = (scene: Scene) =>
        texts.connectionDown(title, status, sayWhen({ start: status.since }, scene), kept);
      await this.tellAll(platform, text, false).catch((error: unknown) => {
        // Who was not told hears of it the next time.
        this.told.delete(platform);
        throw error;
      });
    }
  }

  private titleOf(platform: string): Text {
    return this.parts.chats.get(platform)?.title ?? plain(platform);
  }

  /** `there`: also on the platform itself. */
  private async tellAll(
    platform: string,
    text: (scene: Scene) => Text,
    there: boolean,
  ): Promise<void> {
    for (const alliance of alliancesOn(platform, this.parts.partitions.directory))
      await this.parts.partitions.transact(alliance, (opened) => {
        const said = this.tellConvenors(
          opened,
          text(viewContextOf(opened.records, this.parts.clock.now())),
          there ? undefined : platform,
        );
        return said.length === 0 ? undefined : this.parts.partitions.remember(opened, said);
      });
  }

  /** In private, but not on the platform that is `not` to be relied on. */
  private tellConvenors(
    { records }: Partition,
    text: Text,
    not: string | undefined,
  ): readonly Remember[] {
    const { chats, clock, random } = this.parts;
    const moment = { records, now: clock.now(), cause: undefined, chats, newId: random.newId };
    const reached = convenorsOf(records).filter(({ id }) => {
      const address = privateAddressNow(id, moment);
      return address !== undefined && address.platform !== not;
    });
    return planDeliveries(together(...reached.map(({ id }) => tell(id, text))).effects, moment);
  }

  /** Everything that was known on the platform under another account has to be bound again. */
  private async renewed(platform: string, account: string): Promise<void> {
    const { partitions, log, clock } = this.parts;
    for (const alliance of alliancesOn(platform, partitions.directory))
      await partitions.transact(alliance, (opened) => {
        const changes = unverify(opened, platform, account, clock.now());
        if (changes.length === 0) return partitions.durable();
        const told = this.tellConvenors(opened, texts.bindAgain(this.titleOf(platform)), platform);
        if (told.length === 0)
          log.warn('groups and accounts have to be bound again: npm run code', {
            alliance,
            platform,
          });
        return partitions.remember(opened, [...changes, ...told]);
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
  const standing = records.all(cards).filter(({ group }) => lost.some(({ id }) => id === group));
  return [
    ...lost.map((group) => put(groups, { ...group, unverified: now } satisfies Group)),
    ...mute.map((one) => put(accounts, { ...one, met: false, unverified: true } satisfies Account)),
    ...standing.map(({ messageId: _, ...card }) => put(cards, card)),
    ...records.all(deliveries).flatMap(({ id, to }) => (isOld(to) ? [remove(deliveries, id)] : [])),
  ];
}
