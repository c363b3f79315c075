import { fold, type Line, tail } from '../core/line.ts';
import type { Catalog } from './catalog.ts';
import { isNamedCommand } from './named.ts';
import type { Utterance } from './reading.ts';

/**
 * Takes out `@小联` wherever it stands as a word of its own or before a command, and `/小联` at the
 * beginning.
 * @returns undefined where the bot is not mentioned.
 */
export function withoutMention(
  line: Line,
  utterance: Utterance,
  catalog: Catalog,
): Line | undefined {
  const isSlash = line.folded.startsWith('/');
  for (const name of utterance.botNames) {
    const mark = `${isSlash ? '/' : '@'}${fold(name)}`;
    const start = line.folded.indexOf(mark);
    const end = start + mark.length;
    if (start < 0 || (isSlash && start > 0)) continue;
    // 「@小联名单」 is for the bot, 「@小联合社」 for somebody else.
    const isApart = /^(\s|$|[,:，：/])/.test(line.folded.slice(end));
    if (!isApart && (isSlash || !isNamedCommand(tail(line, end), utterance, catalog))) continue;
    const skipped = end + (/^[\s,:，：]*/.exec(line.folded.slice(end))?.[0].length ?? 0);
    const take = (text: string) => `${text.slice(0, start)}${text.slice(skipped)}`.trimEnd();
    return { typed: take(line.typed), folded: take(line.folded) };
  }
  return undefined;
}
