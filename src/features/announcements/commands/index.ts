import type { AnyCommand } from '../../../core/command.ts';
import type { Drafts } from '../../../core/feature.ts';
import { announce } from './announce.ts';
import { sendCommand } from './send.ts';
import { withdrawAnnouncement } from './withdraw.ts';

/** The commands of announcements; what others have shown is sent with the same word. */
export function commandsWith(drafts: readonly Drafts[]): readonly AnyCommand[] {
  return [announce, sendCommand(drafts), withdrawAnnouncement];
}
