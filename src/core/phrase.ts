import type { Text } from './text.ts';

/**
 * A whole sentence as people say it, and the words to be typed that it stands for: data, no code
 * that reads.
 *
 * `says` is made of pieces with blanks between them: words in the notation of `expand`, `~` before
 * those that may be missing; `…` for a few words of any kind, which `{…}` puts in; `_` for a sign or a blank that has to
 * stand there; `{activity}`, `{request}`, `{unit}`, `{who}`, `{option}`, `{count}`, `{place}` and `{text}` (to the
 * next comma), `{period}` (a month, a quarter, a year), `{when}` and `{rest}` (to the end) for what is taken over, `{tail}` for what stands
 * behind a comma and is not, each with `?` where it may be missing. Between pieces may stand what
 * says nothing: 请, 那就, a comma. `as` holds the same names where they are put in.
 */
export interface Phrase {
  readonly says: string;
  readonly as: string;
  /**
   * `reply`: only in answer to what the bot said of such a thing; `toBot`: there, or in a message to
   * the bot; `private`: only where nobody else reads it.
   */
  readonly only?: 'toBot' | 'reply' | 'private';
  /** Not in answer to a thing with this letter: 啥时候来修 under a request is no question about activities. */
  readonly besides?: string;
  /** It is a question, or may be said like one. */
  readonly asks?: true;
  /** Only while somebody may say it of something that is open: a subject invites the command. */
  readonly open?: true;
  /** Where one activity is open it is of that one, also where nobody names it. */
  readonly sole?: true;
  /** Asked first, with how the activity is called and what a yes types: it concerns everybody. */
  readonly confirm?: (called: Text, typed: string) => Text;
}
