import { OperatorError } from '../ports/operator-error.ts';

/** A setting, a file or a word on the command line that whoever runs the bot can mend. */
export class UserError extends OperatorError {
  override readonly name = 'UserError';
}
