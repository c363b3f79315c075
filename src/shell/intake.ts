import { groupAt, groups } from '../alliance/index.ts';
import { type Code, exposed, voided } from '../codes/index.ts';
import type { Catalog } from '../core/catalog.ts';
import { put, type Remember } from '../core/collection.ts';
import type { AnyCommand, Health, Situation, Speaker, Spoken } from '../core/command.ts';
import { shownName } from '../core/names.ts';
import { nothing, type Outcome, refuse, say, together } from '../core/outcome.ts';
import { addressKey, handled } from '../core/records.ts';
import { mayActAs } from '../core/roles.ts';
import { type Routed, route } from '../core/router.ts';
import { inLanguage } from '../core/text.ts';
import { alliancesOf, places } from '../directory/index.ts';
import { accountKey, attempted, speakerOf } from '../people/index.ts';
import type { Chat, Incoming } from '../ports/chat.ts';
import type { Chance, Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { CommitFailed } from '../ports/store.ts';
import { changeWithPhotos, lastChange } from './changes.ts';
import { allianceAt, allianceFor, DIRECTORY } from './directory.ts';
import { decidedIn, whichAlliance, whoAreYou } from './frontdesk.ts';
import type { Ledger, Opened } from './ledger.ts';
import { RecentPhotos } from './photos.ts';
import { hearsAnew, reachable } from './places.ts';
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
  /** The clock is not to be believed. */
  readonly clockBehind: () => boolean;
  /** Says something that is not remembered. */
  readonly sayNow: (incoming: Incoming, text: string) => void;
}

/** What was said, if it was meant for the bot; codes that were said where everybody reads them; photos without words. */
type Heard =
  | Exclude<Routed, { kind: 'silence' }>
  | { readonly kind: 'photos'; readonly place: string }
  | { readonly kind: 'exposed'; readonly codes: readonly Code[]; readonly place: string };

/** Takes what people say, has it decided, and remembers the decision with what is to be answered. */
export class Intake {
  private readonly parts: Parts;
  private readonly photos = new RecentPhotos();
  /** Platform → when anything was last heard there. */
  private readonly lastHeard = new Map<string, number>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /**
   * Resolves when the effect of a message is durable, or it has none.
   * @throws CommitFailed when it is not; where the platform does not deliver it again the sender is asked to.
   */
  async receive(incoming: Incoming): Promise<void> {
    const { ledger } = this.parts;
    this.lastHeard.set(incoming.address.platform, this.parts.clock.now());
    this.photos.note(incoming, this.parts.clock.now());
    const heard = this.hear(incoming);
    if (heard.kind === 'silence') return this.heardFrom(incoming);
    const place = 'place' in heard ? heard.place : decidedIn(heard, incoming, ledger, this.parts.chance);
    if (place === undefined) return;
    try {
      await ledger.with(place, (opened) => this.decide(opened, incoming, heard));
    } catch (error) {
      const again = this.parts.chats.get(incoming.address.platform)?.traits.redelivers === true;
      if (error instanceof CommitFailed && !again) {
        const text = await ledger.with(place, ({ records }) =>
          inLanguage(texts.sayAgain, languageAt(incoming.address, records)),
        );
        this.parts.sayNow(incoming, text);
      }
      throw error;
    }
  }

  /** Somebody talks: a group that was thought gone is there. */
  private async heardFrom({ address }: Incoming): Promise<void> {
    const { ledger } = this.parts;
    const alliance = address.kind === 'group' ? allianceAt(address, ledger.directory) : undefined;
    if (alliance === undefined) return;
    await ledger.with(alliance, (opened) => {
      const again = reachable(opened.records, address);
      return again.length === 0 ? undefined : ledger.remember(opened, again);
    });
  }

  /** Everything up to the return is one decision. */
  private decide(opened: Opened, incoming: Incoming, routed: Heard): Promise<unknown> {
    const { ledger, clock, log } = this.parts;
    const key = messageKey(incoming);
    // Repeated: the answer is remembered with the effect, so there is nothing to do but to wait for it.
    const isRepeated = [opened.records, ledger.directory].some((records) => records.get(handled, key) !== undefined);
    if (isRepeated) return ledger.durable();
    const seen = put(handled, { id: key, at: incoming.at });
    try {
      const decided =
        routed.kind === 'photos' ? this.addPhotos(opened, incoming, key) : this.carryOut(routed, opened, incoming, key);
      // Who finds the alliance by what was said may find another one, or none, when it is said again.
      const everywhere = routed.kind === 'command' && routed.command.finds !== undefined ? [seen] : [];
      return decided === undefined
        ? Promise.resolve()
        : ledger.remember(opened, [seen, ...this.withPlace(decided, opened, incoming)], everywhere);
    } catch (error) {
      // The one catch: whatever a capability did not foresee. The message is done with, so it cannot come back for ever.
      const command = routed.kind === 'command' ? routed.command.latin : routed.kind;
      log.error('a command failed', error, { command, message: key, at: clock.now() });
      return ledger.remember(opened, [seen, ...this.saying(say(texts.sorry), opened, incoming)]);
    }
  }

  private carryOut(
    routed: Exclude<Heard, { kind: 'photos' }>,
    opened: Opened,
    incoming: Incoming,
    message: string,
  ): readonly Remember[] | undefined {
    const { ledger, clock, chance, log } = this.parts;
    const told = (outcome: Outcome) => [...outcome.remember, ...this.saying(outcome, opened, incoming)];
    if (routed.kind === 'exposed') return told(voided(routed.codes));
    const atDesk = opened.name === DIRECTORY;
    if (atDesk && (routed.kind === 'hint' || routed.command.finds === undefined))
      return told(whichAlliance(incoming, ledger));
    if (incoming.sender.hidden)
      return 'manner' in routed && routed.manner === 'guess' ? undefined : told(whoAreYou(incoming));
    if (routed.kind === 'hint') return told(refuse(routed.text, '/帮助'));
    const { command, manner, args } = routed;
    const now = clock.now();
    const { speaker, remember } = atDesk ? strangerOf(incoming) : speakerOf(incoming, opened.records, chance.newId);
    this.parts.chats
      .get(incoming.address.platform)
      ?.menuFor?.(incoming.address, incoming.sender.id, mayActAs(speaker.role, 'liaison') ? 'liaisons' : 'everybody');
    if (incoming.linked && !mayLink(command, speaker)) return told(refuse(texts.notByLink, `/${command.zh}`));
    if (!mayActAs(speaker.role, command.who)) {
      if (manner === 'guess') return undefined;
      // Who belongs to several alliances has not been looked at in any of them.
      if (atDesk && alliancesOf(ledger.directory, accountKey(incoming.address, incoming.sender.id)).length > 1)
        return told(whichAlliance(incoming, ledger));
      const refusal = atDesk ? whichAlliance(incoming, ledger) : refuse(texts.notYourRole(command.who));
      return [...attempted(incoming, command.latin, opened.records, now), ...told(refusal)];
    }
    if (command.where !== 'anywhere' && command.where !== incoming.address.kind)
      return manner === 'guess' ? undefined : told(refuse(texts.elsewhere(command)));
    const spoken = this.spokenIn(opened, incoming, { person: speaker, message, manner, now });
    const outcome = command.run(args as Record<string, never>, spoken);
    log.info('command', { command: command.latin, alliance: opened.name, silent: outcome === undefined });
    if (outcome === undefined) return undefined;
    // Photos belong to one thing only.
    if (command.photosAfter !== undefined && outcome.change !== undefined) this.photos.forget(incoming);
    const of = { person: speaker.id, command, at: now, address: incoming.address };
    return [...remember, ...lastChange(outcome, of, opened.records), ...told(outcome)];
  }

  /** Photos without words belong to what their sender has just changed, if to anything. */
  private addPhotos(opened: Opened, incoming: Incoming, message: string): readonly Remember[] | undefined {
    const now = this.parts.clock.now();
    const { speaker } = speakerOf(incoming, opened.records, this.parts.chance.newId);
    const last = changeWithPhotos(speaker.id, incoming.address, now, opened.records);
    const command = last && this.parts.catalog.names.get(last.command);
    if (last === undefined || command?.photosAfter === undefined) return undefined;
    const spoken = this.spokenIn(opened, incoming, { person: speaker, message, manner: 'short', now });
    const outcome = command.photosAfter(last.change, { ...spoken, photos: incoming.photos });
    this.photos.forget(incoming);
    return [...outcome.remember, ...this.saying(outcome, opened, incoming)];
  }

  private spokenIn(
    { name, records }: Opened,
    incoming: Incoming,
    said: Pick<Spoken, 'person' | 'message' | 'manner' | 'now'>,
  ): Spoken {
    const { ledger, chance, chats } = this.parts;
    const { address, title, sender, topic, quoted } = incoming;
    const group = groupAt(records, address)?.id ?? addressKey(address);
    const cause = { address, messageId: incoming.id };
    const traits = (platform: string) => chats.get(platform)?.traits;
    const situation: Situation = {
      ...situationOf(records, said.now),
      newId: chance.newId,
      chance: chance.below,
      reaches: (person) => privately(person, { records, cause, traits }) !== undefined,
    };
    return {
      ...situation,
      ...said,
      account: accountKey(address, sender.id),
      alliance: name,
      directory: ledger.directory,
      place: address.kind === 'group' ? { kind: 'group', group, address, title, topic } : { kind: 'private' },
      photos: this.photos.of(incoming, said.now),
      quoted,
      health: this.health(),
      fingerprint: chance.fingerprint,
      merge: (from, to) => together(...ledger.merges.map((merge) => merge(from, to, situation))),
    };
  }

  /** What a message is, before any alliance is looked into. In a group a code is no secret any more, however it is said. */
  private hear(incoming: Incoming): Heard | { readonly kind: 'silence' } {
    const { ledger, catalog, chance, clock } = this.parts;
    const { address, text, addressed, botNames, photos } = incoming;
    if (address.kind === 'group') {
      const { directory } = ledger;
      const codes = exposed(text, { directory, fingerprint: chance.fingerprint, now: clock.now() });
      const place = directory.get(places, addressKey(address))?.alliance ?? DIRECTORY;
      if (codes.length > 0) return { kind: 'exposed', codes, place };
    }
    const routed = route({ text, kind: address.kind, addressed, botNames }, catalog);
    const bound = allianceFor(incoming, ledger.directory, ledger.alliances);
    if (photos.length > 0 && text.trim() === '' && bound !== undefined) return { kind: 'photos', place: bound };
    return routed;
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

  private health(): Health {
    const chats = [...this.parts.chats.keys()].map((platform) => ({
      platform,
      lastHeard: this.lastHeard.get(platform),
    }));
    return { chats, clockBehind: this.parts.clockBehind() };
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

function mayLink({ linkable }: AnyCommand, { role }: Speaker): boolean {
  return linkable === 'everybody' || (linkable === 'guests' && role === 'guest');
}

/** Platform, account, chat and message: the same when a platform repeats a message. */
function messageKey({ address, id }: Incoming): string {
  return JSON.stringify([address.platform, address.account, address.kind, address.chat, id]);
}

/** Somebody at the front desk is nobody's person yet. */
function strangerOf({ address, sender }: Incoming): { speaker: Speaker; remember: readonly Remember[] } {
  const id = accountKey(address, sender.id);
  return { speaker: { id, name: shownName(sender.name), role: 'guest' }, remember: [] };
}
