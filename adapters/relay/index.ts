import { createHash, randomUUID } from 'node:crypto';
import { BY_HAND, type ByHand, type Entered, type ToShow } from '../../src/ports/by-hand.ts';
import {
  type Address,
  type ChatAdapter,
  type ChatTraits,
  type ConnectionStatus,
  type Incoming,
  type MenuItem,
  type Notice,
  type Outgoing,
  PhotoUnavailable,
  SendFailed,
} from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { CommitFailed } from '../../src/ports/store.ts';
import type { Text } from '../../src/ports/text.ts';
import { BOT_NAMES } from '../bot-names.ts';
import { OwnTexts } from './own-texts.ts';
import { unattended } from './texts.ts';

export interface RelayParts {
  readonly platform: string;
  /** What people call the platform. */
  readonly title: Text;
  /**
   * By hand nothing can be edited, anybody can be written to, and who enters something does so
   * until it is durable.
   */
  readonly traits: ChatTraits;
  /** The platform itself, where it is connected. */
  readonly inner?: ChatAdapter;
  readonly clock: Clock;
}

/** Whoever carries it has not been heard of for so long: they are gone, ms. */
const LEASE = 15_000;

/** How soon it is asked again whether somebody is there, ms. */
const LOOK_AGAIN = 1_000;

/** What is pasted together is entered together; nobody has to wait for more, ms. */
const cardPause = { quiet: 1_000, longest: 5_000 };

interface Waiting extends ToShow {
  /** They may have shown it. */
  handed: boolean;
  readonly sent: (messageId: string) => void;
  readonly failed: (error: SendFailed) => void;
}

/**
 * A platform that a person can carry by hand, for the day its account is blocked. While somebody
 * does, what is to be sent there waits for them; otherwise everything goes to the platform itself,
 * where it is connected.
 */
export class Relay implements ChatAdapter, ByHand {
  readonly platform: string;
  readonly title: Text;
  private readonly parts: RelayParts;
  private readonly byHand: ChatTraits;
  private readonly own = new OwnTexts();
  private readonly waiting = new Map<string, Waiting>();
  /** Sessions whose place another has taken. */
  private readonly replaced = new Set<string>();
  private session: string | undefined;
  private since: number;
  private endLease = () => {};
  private receive: ((incoming: Incoming) => Promise<void>) | undefined;
  private entering: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(parts: RelayParts) {
    this.parts = parts;
    this.platform = parts.platform;
    this.title = parts.title;
    this.byHand = {
      ...parts.traits,
      edits: false,
      redelivers: true,
      opensPrivate: true,
      cardPause,
    };
    this.since = parts.clock.now();
  }

  get traits(): ChatTraits {
    return this.isAttended ? this.byHand : (this.parts.inner?.traits ?? this.byHand);
  }

  async start(
    receive: (incoming: Incoming) => Promise<void>,
    notice: (notice: Notice) => Promise<void>,
  ): Promise<void> {
    this.receive = receive;
    await this.parts.inner?.start(receive, notice);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.receive = undefined;
    // Nobody can tell any more what was shown; what is owed stays with the bot.
    if (this.session !== undefined) this.leave(this.session);
    await this.parts.inner?.stop();
  }

  connection(): ConnectionStatus {
    const { inner } = this.parts;
    if (this.isAttended) return { state: 'up', since: this.since };
    if (inner === undefined) return { state: 'down', since: this.since, why: unattended };
    return inner.connection?.() ?? { state: 'up', since: this.since };
  }

  offerMenu(items: readonly MenuItem[]): void {
    this.parts.inner?.offerMenu?.(items);
  }

  menuFor(place: Address, user: string, whose: MenuItem['for']): void {
    if (!user.startsWith(BY_HAND)) this.parts.inner?.menuFor?.(place, user, whose);
  }

  wordsInLinks(text: string): readonly string[] {
    return this.parts.inner?.wordsInLinks?.(text) ?? [];
  }

  async fetch(photo: string): Promise<Uint8Array> {
    const fetched = photo.startsWith(BY_HAND) ? undefined : this.parts.inner?.fetch?.(photo);
    // It is in the chat only.
    if (fetched === undefined) throw new PhotoUnavailable('gone');
    return fetched;
  }

  /**
   * Without a platform, and in a group that it does not know, only somebody who is there can send
   * anything.
   */
  async acquireSlot(to: Address, urgent: boolean): Promise<number> {
    if (this.isAttended || this.stopped) return 0;
    const { inner } = this.parts;
    if (inner === undefined) return LOOK_AGAIN;
    if (!isByHand(to)) return (await inner.acquireSlot?.(to, urgent)) ?? 0;
    // In private it is given up at once.
    return to.kind === 'group' ? LOOK_AGAIN : 0;
  }

  async send(
    outgoing: Outgoing,
    onPartSent?: (parts: number) => unknown,
  ): Promise<{ readonly messageId: string }> {
    const { inner } = this.parts;
    const { to, text } = outgoing;
    if (!this.isAttended) {
      if (inner !== undefined && isByHand(to) && to.kind === 'private')
        throw new SendFailed('gone', 'reached by hand only');
      if (inner === undefined || isByHand(to)) throw new SendFailed('refused', 'unattended');
      this.own.add(text);
      return inner.send(outgoing, onPartSent);
    }
    this.own.add(text);
    const id = randomUUID();
    const messageId = await new Promise<string>((sent, failed) => {
      this.waiting.set(id, { id, to, text, handed: false, sent, failed });
    });
    return { messageId };
  }

  attend(session: string, shown: readonly string[]): boolean {
    if (this.replaced.has(session)) return false;
    if (this.session !== undefined && this.session !== session) {
      this.replaced.add(this.session);
      this.doubt();
    }
    if (this.session === undefined) this.since = this.parts.clock.now();
    this.session = session;
    this.endLease();
    this.endLease = this.parts.clock.after(LEASE, () => this.leave(session));
    for (const id of shown) {
      this.waiting.get(id)?.sent(`${BY_HAND}${id}`);
      this.waiting.delete(id);
    }
    return true;
  }

  toShow(): readonly ToShow[] {
    return [...this.waiting.values()].map((one) => {
      one.handed = true;
      return { id: one.id, to: one.to, text: one.text };
    });
  }

  leave(session: string): void {
    if (this.session !== session) return;
    this.endLease();
    this.session = undefined;
    this.since = this.parts.clock.now();
    this.doubt();
    for (const { failed } of this.waiting.values()) failed(new SendFailed('refused', 'unattended'));
    this.waiting.clear();
  }

  isOwn(name: string, text: string): boolean {
    return BOT_NAMES.includes(name.trim()) || this.own.has(text);
  }

  /** Messages are handed over one after another, as everywhere. */
  enter({ photos, known, ...words }: Entered): Promise<void> {
    const id = `${BY_HAND}${typeof known === 'string' ? known : fingerprint([words.address, words.sender.id, words.text, photos, known])}`;
    const { quoted } = words;
    const ours = quoted !== undefined && this.isOwn(quoted.sender, quoted.text);
    const incoming: Incoming = {
      ...words,
      ...(ours ? { quoted: { ...quoted, sender: BOT_NAMES[0] } } : {}),
      id,
      addressed: false,
      botNames: BOT_NAMES,
      photos: Array.from({ length: photos }, (_, index) => `${id}:${index}`),
      byHand: true,
    };
    const entered = this.entering.then(() => {
      if (this.receive === undefined) throw new CommitFailed('the chat is not listening');
      return this.receive(incoming);
    });
    this.entering = entered.catch(() => {});
    return entered;
  }

  private get isAttended(): boolean {
    return this.session !== undefined;
  }

  /** What was handed over and is not known to have been shown. */
  private doubt(): void {
    for (const { id, handed, failed } of this.waiting.values()) {
      if (!handed) continue;
      this.waiting.delete(id);
      failed(new SendFailed('uncertain', 'whoever carried it by hand has gone'));
    }
  }
}

/** A place that the platform itself does not know. */
function isByHand({ chat }: Address): boolean {
  return chat.startsWith(BY_HAND);
}

function fingerprint(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 24);
}
