import { type Feature, feature } from '../../core/feature.ts';
import { stays } from '../../core/keeping.ts';
import type { ViewContext } from '../../core/view-context.ts';
import { board } from './commands/board.ts';
import { boards } from './records.ts';
import { type BoardContent, boardPage } from './views/page.ts';

export { boards } from './records.ts';

/**
 * A page for the wall of the hall: what is next and how to join, what waits, what was finished, and
 * the month's numbers. Other features declare their rows; `numbers` are those of the month.
 */
export function boardFeature(
  of: readonly Feature[],
  numbers: (context: ViewContext) => Omit<BoardContent, 'rows'>,
): Feature {
  return feature({
    name: 'board',
    collections: [boards],
    stays: [stays('alliance', boards)],
    commands: [board],
    documents: [
      {
        name: 'board-code',
        content: (url) => ({ name: 'qr', content: { kind: 'code', text: url } }),
      },
    ],
    pages: (context) => {
      const hung = context.records.get(boards, 'board');
      if (!hung?.on) return [];
      const rows = of.flatMap((one) => one.board?.(context) ?? []);
      const page = boardPage({ rows, ...numbers(context) }, context);
      return [{ address: hung.address, page }];
    },
  });
}
