import { groupAt, groups } from '../alliance/index.ts';
import type { Catalog } from '../core/catalog.ts';
import { put, type Remember } from '../core/collection.ts';
import type { AnyCommand, Speaker, Spoken } from '../core/command.ts';
import { nothing, type Outcome, refuse, say } from '../core/outcome.ts';
import { addressKey, handled } from '../core/records.ts';
import { mayActAs } from '../core/roles.ts';
import { type Routed, route } from '../core/router.ts';
import { inLanguage } from '../core/text.ts';
import { speakerOf } from '../people/index.ts';
import type { Chat, Incoming } from '../ports/chat.ts';
import type { Chance, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { CommitFailed } from '../ports/store.ts';
import { allianceFor } from './directory.ts';
import type { Ledger, Opened } from './ledger.ts';
import { RecentPhotos } from './photos.ts';
import { hearsAnew, reachable } from './places.ts';
import { languageAt, toRemember } from './sayings.ts';
import { situationOf } from './situation.ts';
import { texts } from './texts.ts';

interface Parts {
  readonly ledger: Ledger;
  readonly catalog: Catalog;
  readonly chats: ReadonlyMap<string, Chat>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  /** Says something that is not remembered. */
  readonly sayNow: (incoming: Incoming, text: string) => void;
}

/** Takes what people say, has it decided, and remembers the decision with what is to be answered. */
export class Intake {
  private readonly parts: Parts;
  private readonly photos = new RecentPhotos();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /**
   * Resolves when the effect of a message is durable, or it has none.
   * @throws CommitFailed when it is not; where the platform does not deliver it again the sender is asked to.
   */
  async receive(incoming: Incoming): Promise<void> {
    const { ledger } = this.parts;
    this.photos.note(incoming, this.parts.clock.now());
    const alliance = allianceFor(incoming, ledger.directory, ledger.alliances);
    if (alliance === undefined) return;
    try {
      await ledger.with(alliance, (opened) => this.decide(opened, incoming));
    } catch (error) {
      const again = this.parts.chats.get(incoming.address.platform)?.traits.redelivers === true;
      if (error instanceof CommitFailed && !again) {
        const text = await ledger.with(alliance, ({ records }) =>
          inLanguage(texts.sayAgain, languageAt(incoming.address, records)),
        );
        this.parts.sayNow(incoming, text);
      }
      throw error;
    }
  }

  /** Everything up to the return is one decision. */
  private decide(opened: Opened, incoming: Incoming): Promise<unknown> {
    const { ledger, clock, log } = this.parts;
    const key = messageKey(incoming);
    // Repeated: the answer is remembered with the effect, so there is nothing to do but to wait for it.
    if (opened.records.get(handled, key) !== undefined) return ledger.durable();
    const routed = route(
      {
        text: incoming.text,
        kind: incoming.address.kind,
        addressed: incoming.addressed,
        botNames: incoming.botNames,
      },
      this.parts.catalog,
    );
    if (routed.kind === 'silence') {
      const again = reachable(opened.records, incoming.address);
      return again.length === 0 ? Promise.resolve() : ledger.remember(opened, again);
    }
    const seen = put(handled, { id: key, at: incoming.at });
    try {
      const decided = this.carryOut(routed, opened, incoming, key);
      return decided === undefined
        ? Promise.resolve()
        : ledger.remember(opened, [seen, ...this.withPlace(decided, opened, incoming)]);
    } catch (error) {
      // The one catch: whatever a capability did not foresee. The message is done with, so it cannot come back for ever.
      const command = routed.kind === 'command' ? routed.command.latin : routed.kind;
      log.error('a command failed', error, { command, message: key, at: clock.now() });
      return ledger.remember(opened, [seen, ...this.saying(say(texts.sorry), opened, incoming)]);
    }
  }

  private carryOut(
    routed: Exclude<Routed, { kind: 'silence' }>,
    opened: Opened,
    incoming: Incoming,
    message: string,
  ): readonly Remember[] | undefined {
    if (incoming.sender.hidden)
      return 'manner' in routed && routed.manner === 'guess'
        ? undefined
        : this.saying(whoAreYou(incoming), opened, incoming);
    if (routed.kind === 'hint') return this.saying(refuse(routed.text, '/帮助'), opened, incoming);
    const { command, manner, args } = routed;
    const { speaker, remember } = speakerOf(incoming, opened.records, this.parts.chance.newId);
    const refusal = refusalFor(command, speaker, incoming);
    this.parts.chats
      .get(incoming.address.platform)
      ?.menuFor?.(incoming.address, incoming.sender.id, mayActAs(speaker.role, 'liaison') ? 'liaisons' : 'everybody');
    if (refusal !== undefined) return manner === 'guess' ? undefined : this.saying(refusal, opened, incoming);
    const now = this.parts.clock.now();
    const spoken: Spoken = {
      ...situationOf(opened.records, now),
      newId: this.parts.chance.newId,
      chance: this.parts.chance.below,
      person: speaker,
      place:
        incoming.address.kind === 'group'
          ? { kind: 'group', group: groupAt(opened.records, incoming.address)?.id ?? addressKey(incoming.address) }
          : { kind: 'private' },
      photos: this.photos.of(incoming, now),
      message,
      manner,
    };
    const outcome = command.run(args as Record<string, never>, spoken);
    this.parts.log.info('command', { command: command.latin, alliance: opened.name, silent: outcome === undefined });
    return outcome && [...remember, ...outcome.remember, ...this.saying(outcome, opened, incoming)];
  }

  /** What was decided, and what being spoken to shows about the group. The group is told once what is not heard there. */
  private withPlace(decided: readonly Remember[], { records, ...opened }: Opened, incoming: Incoming) {
    const back = reachable(records, incoming.address);
    const group = hearsAnew(groupAt(records, incoming.address), incoming);
    if (group === undefined) return [...back, ...decided];
    const { gone: _, ...there } = group;
    const { id: __, ...unasked } = incoming;
    const told = group.hears === 'addressed' ? say(texts.hearsLittle) : nothing;
    return [put(groups, there), ...decided, ...this.saying(told, { records, ...opened }, unasked)];
  }

  private saying(outcome: Outcome, { records }: Opened, incoming: Caused): readonly Remember[] {
    return toRemember(outcome.say, {
      records,
      now: this.parts.clock.now(),
      newId: this.parts.chance.newId,
      cause: causeOf(incoming),
      traits: (platform) => this.parts.chats.get(platform)?.traits,
    });
  }
}

type Caused = Omit<Incoming, 'id'> & { readonly id?: string };

function causeOf({ address, id, sender, topic }: Caused) {
  return {
    address,
    ...(id === undefined ? {} : { messageId: id }),
    ...(sender.hidden ? {} : { sender: sender.id }),
    ...(topic === undefined ? {} : { topic }),
  };
}

/** The longest words that a button says for somebody who spoke without a face. */
const LONGEST_WORDS = 40;

/** Whoever presses the button says the same words, as themselves. */
function whoAreYou({ text }: Incoming): Outcome {
  const words = text.trim();
  return words.length > LONGEST_WORDS || words.includes('\n')
    ? refuse(texts.speakAsYourself)
    : refuse(texts.whoAreYou, words);
}

/** Platform, account, chat and message: the same when a platform repeats a message. */
function messageKey({ address, id }: Incoming): string {
  return JSON.stringify([address.platform, address.account, address.kind, address.chat, id]);
}

function refusalFor(command: AnyCommand, speaker: Speaker, { address, linked }: Incoming): Outcome | undefined {
  if (linked && !command.linkable) return refuse(texts.notByLink, `/${command.zh}`);
  if (!mayActAs(speaker.role, command.who)) return refuse(texts.notYourRole(command.who));
  if (command.where !== 'anywhere' && command.where !== address.kind) return refuse(texts.elsewhere(command));
  return undefined;
}
