/**
 * Why the bot says nothing to a message. Every message that is not for the bot ends with one of
 * these reasons, and nothing of it is kept. The runtime counts them.
 */
export const ignoreReasons = {
  // The words alone tell.
  talk: 'no command and no short form fits: people talk to each other',
  weak: 'words that may mean anything, and nothing tells what they are about',
  remarks: 'beside the words of a command it talks of other things',
  'not-whole': 'a part of it was not read',
  'answers-person': 'it answers what somebody else said',
  'other-bot': 'a slash command of another bot',
  // Where it was said, and who said it.
  'not-bound': 'the group belongs to no alliance',
  repeated: 'the platform repeated a message that was handled before',
  'too-many': 'one account says more than is decided, and has been told so',
  hidden: 'an uncertain form from somebody whom the platform hides',
  'not-invited': 'the speaker may not use the command, and nobody invited them to',
  'wrong-place': 'an uncertain form of a command for another kind of chat',
  'photos-alone': 'photos without words that belong to nothing',
  // A command looked at the records and found that it was not meant.
  'guess-declined': 'the command was not certain that it was meant',
  'nothing-open': 'nothing is open that it could be about',
  'several-open': 'it could be about several things, or none',
  question: 'it asks or remarks, and orders nothing',
  counted: 'the number counts something, and names no request',
  'unclear-who': 'it names nobody for certain',
  'nobody-asked': 'it answers, and nobody has asked the speaker here',
  'no-photo': 'a number alone, without a photo',
  'nothing-new': 'all of it is known already',
} as const;

export type IgnoreReason = keyof typeof ignoreReasons;

/** A message was not for the bot. */
export interface Ignored {
  readonly kind: 'ignored';
  readonly reason: IgnoreReason;
}

export function ignore(reason: IgnoreReason): Ignored {
  return { kind: 'ignored', reason };
}
