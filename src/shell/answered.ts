import { type About, aboutOf, NOTHING } from '../core/about.ts';
import { fold } from '../core/line.ts';
import type { Incoming, Quoted } from '../ports/chat.ts';

/** What a message answers: words of the bot, which tell what it is about, or somebody's. */
export function answered({ quoted, botNames }: Incoming): {
  readonly about: About;
  readonly quoted: Quoted | undefined;
} {
  const isOurs = quoted !== undefined && botNames.some((name) => fold(name) === fold(quoted.sender));
  return isOurs ? { about: aboutOf(quoted.text), quoted: undefined } : { about: NOTHING, quoted };
}
