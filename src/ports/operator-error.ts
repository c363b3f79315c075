import type { Text } from './text.ts';

/**
 * Something that whoever runs the bot can mend. The text says what is wrong and what to do, and is
 * shown without a stack; `message`, as the log has it, is the English one. It holds no secret and
 * nothing that people wrote.
 */
export abstract class OperatorError extends Error {
  readonly text: Text;

  constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}
