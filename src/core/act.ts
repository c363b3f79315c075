import { isSame } from './same.ts';

/*
 * What the log of acts says of a change that others have to be able to look up: what kind it was,
 * for whom, and of what. It never holds words of a message: `about` and the like are tokens.
 */

/** The kinds of acts; each has its words in `features/privacy/texts`. */
export const actKinds = [
  /** What somebody may do, and the unit they belong to. */
  'role',
  /** An account now speaks for a person, or no longer does. */
  'account',
  /** A fixed day was made, changed, paused or removed. */
  'rule',
  /** A setting of the alliance, and what a group or unit is. */
  'setting',
  /** A time for which something is kept. */
  'keeping',
  /** What was said of somebody's attendance was set right. */
  'attendance',
  /** A request was checked for a requester who was silent. */
  'proxy',
  /** Somebody agreed that their name is published, or took it back. */
  'consent',
  /** Somebody's identity was erased. */
  'erasure',
  /** Records left the bot as a file. */
  'export',
  /** Records came from a file or a backup. */
  'import',
  /** Somebody tried what they may not. */
  'refused',
] as const;
export type ActKind = (typeof actKinds)[number];

/** An act as a decision or a collection declares it; the runtime adds who, when and from where. */
export interface NewAct {
  readonly kind: ActKind;
  /** Ids of the people whom it concerns. */
  readonly whom?: readonly string[] | undefined;
  /**
   * What it was done to: `#12`, `E7`, the name of a command or a setting, a record's id. No blanks
   * and at most 64 characters, so that nobody's words get in.
   */
  readonly about?: string | undefined;
  /** A state before and after, in the same way: `guest`, `liaison`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface Corrected {
  readonly activity: string;
  readonly person?: string | undefined;
  readonly corrected?: unknown;
}

/** The act of whoever sets right what was recorded of an activity; `stateOf` is what it says. */
export function correctionOf<R extends Corrected>(stateOf: (record: R) => string) {
  return (before: R | undefined, after: R | undefined): NewAct | undefined => {
    if (isSame(before?.corrected, after?.corrected)) return undefined;
    const { activity = '', person } = after ?? before ?? ({} as Partial<R>);
    const [from, to] = [before, after].map((one) => (one === undefined ? 'none' : stateOf(one)));
    return { kind: 'attendance', about: activity, from, to, whom: person ? [person] : [] };
  };
}
