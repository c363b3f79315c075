import { put, type Remember } from '../core/collection.ts';
import { nothing, say } from '../core/outcome.ts';
import { addressKey, handled } from '../core/records.ts';
import { inLanguage } from '../core/text.ts';
import { groupAt, groups } from '../identity/alliance/index.ts';
import { exposed } from '../identity/codes/index.ts';
import { places } from '../identity/directory/index.ts';
import { allianceAt, allianceFor, DIRECTORY } from '../identity/lookup.ts';
import type { Incoming } from '../ports/chat.ts';
import { CommitFailed } from '../ports/store.ts';
import { route } from '../understanding/router.ts';
import { CommandExecutor, type CommandExecutorParts, type Heard } from './command-executor.ts';
import { readableIn } from './exposed-codes.ts';
import { reachable, visibilityChanged } from './group-bindings.ts';
import type { Partition } from './partitions.ts';
import { referencesIn } from './references.ts';
import { languageAt } from './render.ts';
import { resolveAlliance } from './resolve-alliance.ts';
import { texts } from './texts.ts';

interface MessageHandlerParts extends CommandExecutorParts {
  /** Says something that is not remembered. */
  readonly sayNow: (incoming: Incoming, text: string) => void;
}

/**
 * Takes what people say, has it decided, and remembers the decision with what is to be answered.
 */
export class MessageHandler {
  private readonly parts: MessageHandlerParts;
  private readonly executor: CommandExecutor;

  constructor(parts: MessageHandlerParts) {
    this.parts = parts;
    this.executor = new CommandExecutor(parts);
  }

  /**
   * Resolves when the effect of a message is durable, or it has none.
   * @throws CommitFailed when it is not; where the platform does not deliver it again the sender is
   * asked to.
   */
  async receive(incoming: Incoming): Promise<void> {
    const { partitions } = this.parts;
    this.executor.note(incoming);
    const heard = this.hear(incoming);
    if (heard.kind === 'silence') return this.heardFrom(incoming);
    const place =
      'place' in heard
        ? heard.place
        : resolveAlliance(heard, incoming, partitions, this.parts.random);
    if (place === undefined) return;
    try {
      await partitions.transact(place, (opened) => this.decide(opened, incoming, heard));
    } catch (error) {
      const again = this.parts.chats.get(incoming.address.platform)?.traits.redelivers === true;
      if (error instanceof CommitFailed && !again) {
        const text = await partitions.transact(place, ({ records }) =>
          inLanguage(texts.sayAgain, languageAt(incoming.address, records)),
        );
        this.parts.sayNow(incoming, text);
      }
      throw error;
    }
  }

  /** Somebody talks: a group that was thought gone is there. */
  private async heardFrom({ address }: Incoming): Promise<void> {
    const { partitions } = this.parts;
    const alliance =
      address.kind === 'group' ? allianceAt(address, partitions.directory) : undefined;
    if (alliance === undefined) return;
    await partitions.transact(alliance, (opened) => {
      const again = reachable(opened.records, address);
      return again.length === 0 ? undefined : partitions.remember(opened, again);
    });
  }

  /** Everything up to the return is one decision. */
  private decide(opened: Partition, incoming: Incoming, routed: Heard): Promise<unknown> {
    const { partitions, clock, log } = this.parts;
    const key = messageKey(incoming);
    // Repeated: the answer is remembered with the effect, so there is nothing to do but to wait for
    // it.
    const isRepeated = [opened.records, partitions.directory].some(
      (records) => records.get(handled, key) !== undefined,
    );
    if (isRepeated) return partitions.durable();
    const { at, byHand } = incoming;
    const seen = put(handled, { id: key, at, ...(byHand ? { byHand } : {}) });
    try {
      const decided =
        routed.kind === 'photos'
          ? this.executor.addPhotos(opened, incoming, key)
          : this.executor.execute(routed, opened, incoming, key);
      // Who finds the alliance by what was said may find another one, or none, when it is said
      // again.
      const everywhere =
        routed.kind === 'command' && routed.command.resolveAlliance !== undefined ? [seen] : [];
      return decided === undefined
        ? Promise.resolve()
        : partitions.remember(
            opened,
            [seen, ...this.withPlace(decided, opened, incoming)],
            everywhere,
          );
    } catch (error) {
      // The one catch: whatever a feature did not foresee. The message is done with, so it cannot
      // come back for ever.
      const command = routed.kind === 'command' ? routed.command.name : routed.kind;
      log.error('a command failed', error, { command, message: key, at: clock.now() });
      return partitions.remember(opened, [
        seen,
        ...this.executor.planned(say(texts.sorry), opened, incoming),
      ]);
    }
  }

  /**
   * What a message is, before any alliance is looked into. In a group a code is no secret any more,
   * however it is said.
   */
  private hear(incoming: Incoming): Heard | { readonly kind: 'silence' } {
    const { partitions, catalog, random, clock, chats } = this.parts;
    const { address, text, addressed, botNames, photos } = incoming;
    if (address.kind === 'group') {
      const { directory } = partitions;
      const codes = exposed(readableIn(incoming, [...chats.values()]), {
        directory,
        fingerprint: random.fingerprint,
        now: clock.now(),
      });
      const place = directory.get(places, addressKey(address))?.alliance ?? DIRECTORY;
      if (codes.length > 0) return { kind: 'exposed', codes, place };
    }
    const about = referencesIn(incoming);
    const routed = route(
      { text, kind: address.kind, addressed, botNames, references: about },
      catalog,
    );
    const bound = allianceFor(incoming, partitions.directory, partitions.alliances);
    if (photos.length > 0 && text.trim() === '' && bound !== undefined)
      return { kind: 'photos', place: bound };
    return routed;
  }

  /**
   * What was decided, and what being spoken to shows about the group. The group is told once what
   * is not heard there.
   */
  private withPlace(
    decided: readonly Remember[],
    { records, ...opened }: Partition,
    incoming: Incoming,
  ) {
    const back = reachable(records, incoming.address);
    const group = visibilityChanged(groupAt(records, incoming.address), incoming);
    if (group === undefined) return [...back, ...decided];
    const { gone: _, ...there } = group;
    const { id: __, ...unasked } = incoming;
    const told = group.hears === 'addressed' ? say(texts.hearsLittle) : nothing;
    return [
      put(groups, there),
      ...decided,
      ...this.executor.planned(told, { records, ...opened }, unasked),
    ];
  }
}

/** Platform, account, chat and message: the same when a platform repeats a message. */
function messageKey({ address, id }: Incoming): string {
  return JSON.stringify([address.platform, address.account, address.kind, address.chat, id]);
}
