import type { Remember } from '../core/collection.ts';
import type { AnyCommand, CommandContext, Health, Speaker } from '../core/command.ts';
import { shownName } from '../core/names.ts';
import { type Outcome, refuse } from '../core/outcome.ts';
import { addressKey } from '../core/records.ts';
import { mayActAs } from '../core/roles.ts';
import { groupAt } from '../identity/alliance/index.ts';
import { type Code, voided } from '../identity/codes/index.ts';
import { alliancesOf } from '../identity/directory/index.ts';
import { DIRECTORY } from '../identity/lookup.ts';
import { accountKey, attempted, speakerOf } from '../identity/people/index.ts';
import type { ChatAdapter, Incoming } from '../ports/chat.ts';
import type { Clock, Random } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Catalog } from '../understanding/catalog.ts';
import { type Hint, notUnderstood } from '../understanding/hints.ts';
import { type Reading, route } from '../understanding/router.ts';
import { decisionContextOf } from './decision-context.ts';
import { planDeliveries } from './effects.ts';
import { changeWithPhotos, lastChange } from './last-change.ts';
import type { Partition, Partitions } from './partitions.ts';
import { photosIn, Recent, type SentPhoto } from './photos/recent.ts';
import { wanted } from './photos/wanted.ts';
import { quotedIn, referencesIn } from './references.ts';
import { whichAlliance, whoAreYou } from './resolve-alliance.ts';
import { texts } from './texts.ts';

export interface CommandExecutorParts {
  readonly partitions: Partitions;
  readonly catalog: Catalog;
  readonly chats: ReadonlyMap<string, ChatAdapter>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The clock is not to be believed. */
  readonly clockBehind: () => boolean;
}

/**
 * What was said, if it was meant for the bot; codes that were said where everybody reads them;
 * photos without words.
 */
export type Heard =
  | Exclude<Reading, { kind: 'silence' }>
  | { readonly kind: 'photos'; readonly place: string }
  | { readonly kind: 'exposed'; readonly codes: readonly Code[]; readonly place: string };

/** A number alone. */
const NUMBER = /^\s*[#＃]?\d{1,6}\s*$/;

/**
 * Carries out what was understood: who speaks, whether they may, what the command decides, what is
 * said. Never waits.
 */
export class CommandExecutor {
  private readonly parts: CommandExecutorParts;
  private readonly photos = new Recent<SentPhoto>();
  /** Numbers that somebody said alone, before the photos that belong to them. */
  private readonly numbers = new Recent<string>();
  /** Platform → when anything was last heard there. */
  private readonly lastHeard = new Map<string, number>();

  constructor(parts: CommandExecutorParts) {
    this.parts = parts;
  }

  /**
   * Takes note of a message, whether it is for the bot or not: that there was one, its photos and
   * its number for a while.
   */
  note(incoming: Incoming): void {
    const now = this.parts.clock.now();
    this.lastHeard.set(incoming.address.platform, now);
    const said = momentOf(incoming, now);
    this.photos.note(incoming, photosIn(incoming), said);
    const isNumber = incoming.photos.length === 0 && NUMBER.test(incoming.text);
    this.numbers.note(incoming, isNumber ? [incoming.text] : [], said);
  }

  /**
   * @returns what to remember, answers included; undefined when it was not meant for the bot after
   * all.
   */
  execute(
    routed: Exclude<Heard, { kind: 'photos' }>,
    opened: Partition,
    incoming: Incoming,
    message: string,
  ): readonly Remember[] | undefined {
    const { partitions, clock, random, log } = this.parts;
    const told = (outcome: Outcome) => [
      ...outcome.remember,
      ...this.planned(outcome, opened, incoming),
    ];
    if (routed.kind === 'exposed') return told(voided(routed.codes));
    const inDirectory = opened.name === DIRECTORY;
    if (inDirectory && (routed.kind === 'hint' || routed.command.resolveAlliance === undefined))
      return told(whichAlliance(incoming, partitions));
    if (incoming.sender.hidden)
      return 'trigger' in routed && routed.trigger === 'guess'
        ? undefined
        : told(whoAreYou(incoming));
    const now = momentOf(incoming, clock.now());
    const { speaker, remember } = inDirectory
      ? guestAt(incoming)
      : speakerOf(incoming, opened.records, random.newId);
    const hinted = ({ text, command: meant, named }: Hint) => {
      if (meant === undefined || mayActAs(speaker.role, meant.minRole))
        return told(refuse(text, '/帮助'));
      return told(refuse(named ? texts.notYourRole(meant.minRole) : notUnderstood.text, '/帮助'));
    };
    if (routed.kind === 'hint') return hinted(routed);
    const { command, trigger, args, otherwise } = routed;
    this.parts.chats
      .get(incoming.address.platform)
      ?.menuFor?.(
        incoming.address,
        incoming.sender.id,
        mayActAs(speaker.role, 'liaison') ? 'liaisons' : 'everybody',
      );
    if (incoming.linked && !mayLink(command, speaker))
      return told(refuse(texts.notByLink, `/${command.zhName}`));
    const sent = this.photos.of(incoming, now);
    const context = this.spokenIn(
      opened,
      incoming,
      { person: speaker, message, trigger: trigger, now },
      sent,
    );
    if (!mayActAs(speaker.role, command.minRole)) {
      if (trigger !== 'command' && !invites(routed, context)) return undefined;
      // Who belongs to several alliances has not been looked at in any of them.
      if (
        inDirectory &&
        alliancesOf(partitions.directory, accountKey(incoming.address, incoming.sender.id)).length >
          1
      )
        return told(whichAlliance(incoming, partitions));
      const refusal = inDirectory
        ? whichAlliance(incoming, partitions)
        : refuse(texts.notYourRole(command.minRole));
      return [...attempted(incoming, command.name, opened.records, now), ...told(refusal)];
    }
    if (command.scope !== 'anywhere' && command.scope !== incoming.address.kind)
      return trigger === 'guess' ? undefined : told(refuse(texts.elsewhere(command)));
    const outcome = command.run(args as Record<string, never>, context);
    log.info('command', {
      command: command.name,
      alliance: opened.name,
      silent: outcome === undefined,
    });
    if (outcome === undefined && otherwise !== undefined) return hinted(otherwise);
    if (outcome === undefined)
      return inDirectory && trigger === 'command'
        ? told(whichAlliance(incoming, partitions))
        : undefined;
    // Photos belong to one thing only.
    if (command.photosAfter !== undefined && outcome.change !== undefined)
      this.photos.forget(incoming);
    const { account } = context;
    const of = {
      account,
      command,
      at: now,
      address: incoming.address,
      message,
      role: speaker.role,
    };
    const kept = wanted(outcome.remember, sent, context);
    return [...remember, ...kept, ...lastChange(outcome, of, opened.records), ...told(outcome)];
  }

  /**
   * Photos without words belong to the number that their sender has just said, or to what they have
   * just changed.
   */
  addPhotos(
    opened: Partition,
    incoming: Incoming,
    message: string,
  ): readonly Remember[] | undefined {
    return (
      this.withNumber(opened, incoming, message) ?? this.afterChange(opened, incoming, message)
    );
  }

  /** As if the number, or that of the request whose card they answer, were their caption. */
  private withNumber(
    opened: Partition,
    incoming: Incoming,
    message: string,
  ): readonly Remember[] | undefined {
    const said = this.numbers.of(incoming, momentOf(incoming, this.parts.clock.now())).at(-1);
    const text = referencesIn(incoming).get('#')?.toString() ?? said;
    if (text === undefined) return undefined;
    const { address, addressed, botNames } = incoming;
    const routed = route({ text, kind: address.kind, addressed, botNames }, this.parts.catalog);
    return routed.kind === 'command' ? this.execute(routed, opened, incoming, message) : undefined;
  }

  private afterChange(
    opened: Partition,
    incoming: Incoming,
    message: string,
  ): readonly Remember[] | undefined {
    const now = momentOf(incoming, this.parts.clock.now());
    const { speaker } = speakerOf(incoming, opened.records, this.parts.random.newId);
    const account = accountKey(incoming.address, incoming.sender.id);
    const last = changeWithPhotos(account, incoming.address, now, opened.records);
    const command = last && this.parts.catalog.names.get(last.command);
    if (last === undefined || command?.photosAfter === undefined) return undefined;
    const sent = photosIn(incoming);
    const context = this.spokenIn(
      opened,
      incoming,
      { person: speaker, message, trigger: 'short', now },
      sent,
    );
    const outcome = command.photosAfter(last.change, context);
    this.photos.forget(incoming);
    const kept = wanted(outcome.remember, sent, context);
    return [...kept, ...outcome.remember, ...this.planned(outcome, opened, incoming)];
  }

  /** What is said, as records. */
  planned(outcome: Outcome, { records }: Partition, incoming: Caused): readonly Remember[] {
    return planDeliveries(outcome.effects, {
      records,
      now: this.parts.clock.now(),
      newId: this.parts.random.newId,
      cause: causeOf(incoming),
      chats: this.parts.chats,
    });
  }

  private spokenIn(
    { name, records }: Partition,
    incoming: Incoming,
    said: Pick<CommandContext, 'person' | 'message' | 'trigger' | 'now'>,
    photos: readonly SentPhoto[],
  ): CommandContext {
    const { partitions, random, chats } = this.parts;
    const { address, title, sender, topic } = incoming;
    const group = groupAt(records, address)?.id ?? addressKey(address);
    const cause = { address, messageId: incoming.id };
    const situation = decisionContextOf({ records, now: said.now, cause, chats }, random);
    return {
      ...situation,
      ...said,
      account: accountKey(address, sender.id),
      alliance: name,
      directory: partitions.directory,
      place:
        address.kind === 'group'
          ? { kind: 'group', group, address, title, topic }
          : { kind: 'private' },
      chat: addressKey(address),
      photos: photos.map(({ id }) => id),
      quoted: quotedIn(incoming),
      health: this.health(),
      fingerprint: random.fingerprint,
      merge: (from, to) => partitions.merge(from, to, situation),
    };
  }

  private health(): Health {
    const chats = [...this.parts.chats.values()].map((chat) => ({
      platform: chat.platform,
      title: chat.title,
      lastHeard: this.lastHeard.get(chat.platform),
      connection: chat.connection?.(),
    }));
    return { chats, clockBehind: this.parts.clockBehind() };
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

/**
 * Whether a short form from somebody who may not use it deserves an answer: cards invite everybody
 * to what members do. What liaisons say, and what would not be answered to a member either, is talk
 * when others say it.
 */
function invites(
  { command, args, trigger }: Extract<Heard, { kind: 'command' }>,
  context: CommandContext,
): boolean {
  if (trigger === 'guess' || command.minRole !== 'member') return false;
  return command.run(args as Record<string, never>, context) !== undefined;
}

function mayLink({ deepLink }: AnyCommand, { role }: Speaker): boolean {
  return deepLink === 'everybody' || (deepLink === 'guests' && role === 'guest');
}

/**
 * When it was said, as far as that is to be believed: platforms are late at times, and clocks
 * wrong.
 */
function momentOf({ byHand, at }: Incoming, now: number): number {
  return byHand ? Math.min(at, now) : now;
}

/** Somebody at the directory is nobody's person yet. */
function guestAt({ address, sender }: Incoming): {
  speaker: Speaker;
  remember: readonly Remember[];
} {
  const id = accountKey(address, sender.id);
  return { speaker: { id, name: shownName(sender.name), role: 'guest' }, remember: [] };
}
