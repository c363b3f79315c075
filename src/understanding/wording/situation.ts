import type { Role } from '../../core/roles.ts';
import type { Subject } from '../../core/wording.ts';
import type { References } from '../references.ts';

/** A unit as people call it. */
interface CalledUnit {
  readonly id: string;
  readonly name: string;
  /** Its name and its short names. */
  readonly called: readonly string[];
}

/** All that understanding may know beside the words: what is open, who speaks, where. */
export interface WordingSituation {
  readonly place: 'group' | 'private';
  /** Said to the bot: with a slash, a mention, in private, as an answer to its question. */
  readonly addressed: boolean;
  /** What the message of the bot is about that this one answers. */
  readonly references: References;
  /** What the bot has just spoken of here, with no talk since. */
  readonly fresh: References;
  /** It answers somebody else's message, so it is theirs. */
  readonly answersPerson: boolean;
  /** The message of the bot that it answers names several requests. */
  readonly answersSeveral?: boolean;
  readonly speaker: {
    readonly name: string;
    readonly role: Role;
    /** Id of the unit that they belong to. */
    readonly unit?: string | undefined;
  };
  readonly subjects: readonly Subject[];
  readonly units: readonly CalledUnit[];
  /** Whether somebody whom the alliance knows is called so. */
  readonly knows: (name: string) => boolean;
  /** Today in the alliance's zone, `2026-11-22`. */
  readonly today: string;
}
