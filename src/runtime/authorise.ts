import type { Records } from '../core/collection.ts';
import type { AnyCommand, Speaker } from '../core/command.ts';
import { type Ignored, ignore } from '../core/ignored.ts';
import { ask, type Outcome, refuse, together } from '../core/outcome.ts';
import { mayActAs } from '../core/roles.ts';
import { alliancesOf } from '../identity/directory/index.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import { accountKey, attempted } from '../identity/people/index.ts';
import type { Hint } from '../understanding/hints.ts';
import type { AskReading, CommandReading, Reading } from '../understanding/reading.ts';
import type { Said } from './command-context.ts';
import { type Identified, type Known, whoAreYou } from './identify.ts';
import { lastResort } from './last-resort.ts';
import type { Partitions } from './partitions.ts';
import { whichAlliance } from './resolve-alliance.ts';
import { texts } from './texts.ts';

/** A command that may run, and for whom. */
export interface Granted {
  readonly kind: 'granted';
  readonly reading: CommandReading;
  readonly who: Known;
}

/** `answered`: it may not run, or there is no command, and this is said instead. */
export type Authorised =
  | Ignored
  | { readonly kind: 'answered'; readonly outcome: Outcome }
  | Granted;

/** Tells whether a command would answer, to whoever may use it. */
interface Trial {
  wouldAnswer(reading: CommandReading, speaker: Speaker, said: Said): boolean;
}

type Lookup = Pick<Partitions, 'directory' | 'alliances'>;

/** Whether the speaker may have what was understood, and what they are told where not. */
export function authorise(
  reading: Exclude<Reading, Ignored>,
  who: Identified,
  said: Said,
  partitions: Lookup,
  trial: Trial,
): Authorised {
  const { incoming, partition } = said;
  const isAllianceNamed =
    reading.kind === 'command' && reading.command.resolveAlliance !== undefined;
  if (partition.name === DIRECTORY && !isAllianceNamed)
    return answered(whichAlliance(incoming, partitions));
  if (who.speaker === undefined) return answered(whoAreYou(incoming));
  const { speaker } = who;
  if (reading.kind === 'hint') return answered(hintFor(reading, speaker, partition.records));
  if (reading.kind === 'ask') return answered(askFor(reading, speaker, partition.records));
  const { command, trigger } = reading;
  if (incoming.linked && !mayLink(command, speaker))
    return answered(refuse(texts.notByLink, `/${command.zhName}`));
  if (!mayActAs(speaker.role, command.minRole))
    return mayAsk(reading, speaker, said, trial)
      ? answered(refusal(command, said, partitions))
      : ignore('not-invited');
  if (command.scope === 'anywhere' || command.scope === incoming.address.kind)
    return { kind: 'granted', reading, who };
  return trigger === 'guess' ? ignore('wrong-place') : answered(refuse(texts.elsewhere(command)));
}

function answered(outcome: Outcome): Authorised {
  return { kind: 'answered', outcome };
}

/** A hint at something that the speaker may not use says so, or nothing of it. */
export function hintFor(hint: Hint, speaker: Speaker, records: Records): Outcome {
  const { text, command, named, isLost } = hint;
  if (isLost) return refuse(lastResort(speaker, records), '/帮助');
  if (command === undefined || mayActAs(speaker.role, command.minRole))
    return refuse(text, '/帮助');
  const other = named ? texts.notYourRole(command.minRole) : lastResort(speaker, records);
  return refuse(other, '/帮助');
}

/** Which is meant is asked of somebody who may use it. */
function askFor(reading: AskReading, speaker: Speaker, records: Records): Outcome {
  const { text, choices, open, command, isGuess } = reading;
  if (mayActAs(speaker.role, command.minRole))
    return ask(text, choices, open === undefined ? {} : { open });
  return refuse(isGuess ? lastResort(speaker, records) : texts.notYourRole(command.minRole));
}

function mayLink({ deepLink }: AnyCommand, { role }: Speaker): boolean {
  return deepLink === 'everybody' || (deepLink === 'guests' && role === 'guest');
}

/**
 * Whether somebody who may not use a command deserves an answer: they said it to the bot, or cards
 * invite everybody to it. What liaisons say, and what would not be answered to a member either, is
 * talk when others say it.
 */
function mayAsk(reading: CommandReading, speaker: Speaker, said: Said, trial: Trial): boolean {
  const { command, trigger } = reading;
  if (trigger === 'command') return true;
  if (trigger === 'guess' || command.minRole !== 'member') return false;
  return trial.wouldAnswer(reading, speaker, said);
}

/** Says so, and notes that they tried. */
function refusal(
  command: AnyCommand,
  { incoming, partition, now }: Said,
  partitions: Lookup,
): Outcome {
  const tried = attempted(incoming, command.name, partition.records, now);
  if (partition.name !== DIRECTORY)
    return together(tried, refuse(texts.notYourRole(command.minRole)));
  const which = whichAlliance(incoming, partitions);
  // Whoever belongs to several alliances has not been looked up in any of them.
  const account = accountKey(incoming.address, incoming.sender.id);
  const isOfSeveral = alliancesOf(partitions.directory, account).length > 1;
  return isOfSeveral ? which : together(tried, which);
}
