import { type About, aboutOf, NOTHING } from '../understanding/references.ts';
import { fold } from '../core/line.ts';
import type { Incoming, Quoted } from '../ports/chat.ts';

/** What the words of the bot are about that a message answers, if it answers such. */
export function aboutIn(incoming: Incoming): About {
  return incoming.quoted !== undefined && answersUs(incoming) ? aboutOf(incoming.quoted.text) : NOTHING;
}

/** Somebody's words that a message answers; the bot's own are nobody's. */
export function quotedIn(incoming: Incoming): Quoted | undefined {
  return answersUs(incoming) ? undefined : incoming.quoted;
}

function answersUs({ quoted, botNames }: Incoming): boolean {
  return quoted !== undefined && botNames.some((name) => fold(name) === fold(quoted.sender));
}
