import type { Text } from './text.ts';

/*
 * Photos on their way to people. Decisions know them by ids; the bytes are fetched, kept and sent by the shell. They are
 * sent in private only, so a group is told how many there are and what to say to see them.
 */

/** A photo as it is shown to somebody. */
export interface ShownPhoto {
  /** Its id. */
  readonly photo: string;
  /** What stands below it: `#12 办完后 11/16`. */
  readonly caption: Text;
}
