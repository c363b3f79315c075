import type { Catalog } from '../core/catalog.ts';
import { put, type Remember } from '../core/collection.ts';
import type { AnyCommand, Speaker, Spoken } from '../core/command.ts';
import { type Outcome, refuse, say } from '../core/outcome.ts';
import { addressKey, handled } from '../core/records.ts';
import { mayActAs } from '../core/roles.ts';
import { type Routed, route } from '../core/router.ts';
import { inLanguage } from '../core/text.ts';
import { speakerOf } from '../people/index.ts';
import type { Chat, Incoming } from '../ports/chat.ts';
import type { Chance, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { CommitFailed } from '../ports/store.ts';
import { changeWithPhotos, lastChange } from './changes.ts';
import { allianceFor } from './directory.ts';
import type { Ledger, Opened } from './ledger.ts';
import { RecentPhotos } from './photos.ts';
import { privately, toRemember } from './sayings.ts';
import { situationOf } from './situation.ts';
import { texts } from './texts.ts';
import { languageAt } from './wording.ts';

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
    if (routed.kind === 'silence' && (incoming.photos.length === 0 || incoming.text.trim() !== ''))
      return Promise.resolve();
    const seen = put(handled, { id: key, at: incoming.at });
    try {
      const decided =
        routed.kind === 'silence'
          ? this.addPhotos(opened, incoming, key)
          : this.carryOut(routed, opened, incoming, key);
      return decided === undefined ? Promise.resolve() : ledger.remember(opened, [seen, ...decided]);
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
    if (routed.kind === 'hint') return this.saying(refuse(routed.text, '/帮助'), opened, incoming);
    const { command, manner, args } = routed;
    const { speaker, remember } = speakerOf(incoming, opened.records, this.parts.chance.newId);
    const refusal = refusalFor(command, speaker, incoming);
    if (refusal !== undefined) return manner === 'guess' ? undefined : this.saying(refusal, opened, incoming);
    const spoken = this.spoken(speaker, manner, opened, incoming, message);
    const outcome = command.run(args as Record<string, never>, spoken);
    this.parts.log.info('command', { command: command.latin, alliance: opened.name, silent: outcome === undefined });
    if (outcome === undefined) return undefined;
    // Photos belong to one thing only.
    if (command.photosAfter !== undefined && outcome.change !== undefined) this.photos.forget(incoming);
    const of = { person: speaker.id, command, at: spoken.now, address: incoming.address };
    const last = lastChange(outcome, of, opened.records);
    return [...remember, ...outcome.remember, ...last, ...this.saying(outcome, opened, incoming)];
  }

  /** Photos without words belong to what their sender has just changed, if to anything. */
  private addPhotos(opened: Opened, incoming: Incoming, message: string): readonly Remember[] | undefined {
    const { speaker } = speakerOf(incoming, opened.records, this.parts.chance.newId);
    const last = changeWithPhotos(speaker.id, incoming.address, this.parts.clock.now(), opened.records);
    const command = last && this.parts.catalog.names.get(last.command);
    if (last === undefined || command?.photosAfter === undefined) return undefined;
    const spoken = this.spoken(speaker, 'short', opened, incoming, message);
    const outcome = command.photosAfter(last.change, { ...spoken, photos: incoming.photos });
    this.photos.forget(incoming);
    return [...outcome.remember, ...this.saying(outcome, opened, incoming)];
  }

  private spoken(
    person: Speaker,
    manner: Spoken['manner'],
    { records }: Opened,
    incoming: Incoming,
    message: string,
  ): Spoken {
    const { clock, chance, chats } = this.parts;
    const now = clock.now();
    const { address, quoted } = incoming;
    const cause = { address, messageId: incoming.id };
    const traits = (platform: string) => chats.get(platform)?.traits;
    return {
      ...situationOf(records, now),
      newId: chance.newId,
      chance: chance.below,
      reaches: (someone) => privately(someone, { records, cause, traits }) !== undefined,
      person,
      place: address.kind === 'group' ? { kind: 'group', group: addressKey(address) } : { kind: 'private' },
      photos: this.photos.of(incoming, now),
      quoted,
      message,
      manner,
    };
  }

  private saying(outcome: Outcome, { records }: Opened, incoming: Incoming): readonly Remember[] {
    return toRemember(outcome.say, {
      records,
      now: this.parts.clock.now(),
      newId: this.parts.chance.newId,
      cause: { address: incoming.address, messageId: incoming.id },
      traits: (platform) => this.parts.chats.get(platform)?.traits,
    });
  }
}

/** Platform, account, chat and message: the same when a platform repeats a message. */
function messageKey({ address, id }: Incoming): string {
  return JSON.stringify([address.platform, address.account, address.kind, address.chat, id]);
}

function refusalFor(command: AnyCommand, speaker: Speaker, { address }: Incoming): Outcome | undefined {
  if (!mayActAs(speaker.role, command.who)) return refuse(texts.notYourRole(command.who));
  if (command.where !== 'anywhere' && command.where !== address.kind) return refuse(texts.elsewhere(command));
  return undefined;
}
