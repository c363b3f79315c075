/**
 * Something that whoever runs the bot can mend: a setting, a file, a word on the command line. The
 * message says what is wrong and what to do; it is shown without a stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
