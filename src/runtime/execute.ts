import { type Remember, remove } from '../core/collection.ts';
import type { AnyCommand, CommandContext, Speaker } from '../core/command.ts';
import { type Ignored, ignore } from '../core/ignored.ts';
import { type Outcome, together } from '../core/outcome.ts';
import { questions } from '../core/questions.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import { speakerOf } from '../identity/people/index.ts';
import type { CommandReading } from '../understanding/reading.ts';
import { type Granted, hintFor } from './authorise.ts';
import { type ContextParts, commandContextOf, type Said } from './command-context.ts';
import { withFirstWord } from './first-word.ts';
import { withFollowing } from './follow.ts';
import { changeWithPhotos, lastChange } from './last-change.ts';
import type { RuntimeParts } from './parts.ts';
import type { RecentlySent } from './photos/recent.ts';
import { wanted } from './photos/wanted.ts';
import { whichAlliance } from './resolve-alliance.ts';
import { questionIdOf } from './situation.ts';

/** What was decided on a message. */
export interface Decision {
  readonly kind: 'decided';
  readonly outcome: Outcome;
  /** What the runtime has to remember beside the outcome. */
  readonly remember: readonly Remember[];
}

export function decided(outcome: Outcome, remember: readonly Remember[] = []): Decision {
  return { kind: 'decided', outcome, remember };
}

type Parts = ContextParts & Pick<RuntimeParts, 'catalog' | 'follows' | 'features' | 'log'>;

/** Runs commands. Never waits. */
export class CommandExecutor {
  private readonly parts: Parts;
  private readonly recent: RecentlySent;

  constructor(parts: Parts, recent: RecentlySent) {
    this.parts = parts;
    this.recent = recent;
  }

  /** Runs a command for a speaker who may use it. */
  execute({ reading, who }: Granted, said: Said): Decision | Ignored {
    const { command, trigger, args, otherwise } = reading;
    const { speaker } = who;
    const { name, records } = said.partition;
    const context = commandContextOf(said, speaker, trigger, this.parts);
    const first = command.run(args as Record<string, never>, context) ?? ignore('guess-declined');
    const others = (reading.more ?? []).flatMap((one) => {
      const also = one.command.run(one.args as Record<string, never>, context);
      return also === undefined || 'kind' in also ? [] : [also];
    });
    const own = 'kind' in first || others.length === 0 ? first : together(first, ...others);
    const outcome = 'kind' in own ? own : this.completed(own, who, command, context);
    const isDeclined = 'kind' in outcome;
    this.parts.log.info('command', { command: command.name, alliance: name, silent: isDeclined });
    if (isDeclined) {
      if (otherwise?.kind === 'hint') return decided(hintFor(otherwise, speaker, records));
      const isUndecided = name === DIRECTORY && trigger === 'command';
      return isUndecided ? decided(whichAlliance(said.incoming, this.parts.partitions)) : outcome;
    }
    // A photo belongs to one thing only.
    if (command.photosAfter !== undefined && outcome.change !== undefined)
      this.recent.forgetPhotos(said.incoming);
    const photos = said.photos.length > 0 ? wanted(outcome.remember, said.photos, context) : [];
    const last = lastChange(outcome, command, context, said.incoming.address, records);
    const closed = closeAnswered(said, outcome);
    return {
      kind: 'decided',
      outcome,
      remember: [...who.remember, ...photos, ...last, ...closed],
    };
  }

  /** With what follows for others, and with what somebody is told once. */
  private completed(
    own: Outcome,
    { isFirst }: Granted['who'],
    command: AnyCommand,
    context: CommandContext,
  ): Outcome {
    const { follows, features } = this.parts;
    const outcome = withFollowing(own, context, follows);
    return isFirst ? withFirstWord(outcome, command, context, features) : outcome;
  }

  /** Whether a command would answer. Nothing comes of it. */
  wouldAnswer({ command, trigger, args }: CommandReading, speaker: Speaker, said: Said): boolean {
    const context = commandContextOf(said, speaker, trigger, this.parts);
    const outcome = command.run(args as Record<string, never>, context);
    return outcome !== undefined && !('kind' in outcome);
  }

  /** Photos without words belong to what their sender has just changed. */
  addPhotos(said: Said): Decision | Ignored {
    const { incoming, partition, now } = said;
    const { speaker } = speakerOf(incoming, partition.records, this.parts.random.newId);
    const context = commandContextOf(said, speaker, 'short', this.parts);
    const last = changeWithPhotos(context.account, incoming.address, now, partition.records);
    const command = last && this.parts.catalog.names.get(last.command);
    if (last === undefined || command?.photosAfter === undefined) return ignore('photos-alone');
    const own = command.photosAfter(last.change, context);
    const outcome = withFollowing(own, context, this.parts.follows);
    this.recent.forgetPhotos(incoming);
    return decided(outcome, wanted(outcome.remember, said.photos, context));
  }
}

/** What a person was asked gives way to their next command, unless that asks in its turn. */
export function closeAnswered(
  { incoming, partition }: Said,
  { effects }: Outcome,
): readonly Remember[] {
  const id = questionIdOf(incoming);
  const isWaiting = partition.records.get(questions, id) !== undefined;
  return isWaiting && !effects.some(({ kind }) => kind === 'question')
    ? [remove(questions, id)]
    : [];
}
