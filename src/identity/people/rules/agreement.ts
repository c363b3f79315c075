import type { CommandContext, LastChange } from '../../../core/command.ts';
import type { Outcome } from '../../../core/outcome.ts';

/** Something beside wishes to join that somebody may agree to by its number. */
export interface Agreement {
  /** Undefined where nothing of this number waits for the speaker. */
  agree(number: number, context: CommandContext): Outcome | undefined;
  /** Takes it back; undefined where the change was not its own. */
  undo(change: LastChange, context: CommandContext): Outcome | undefined;
}
