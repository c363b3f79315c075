import type { AdminAnswer, AdminCommand } from '../../src/admin/index.ts';
import type { Text } from '../../src/core/text.ts';
import { texts } from './texts.ts';

/** Where nobody is convenor yet, what to paste first; earlier setup codes are void then. */
export async function howToBegin(
  order: (command: AdminCommand) => Promise<AdminAnswer | undefined>,
): Promise<Text | undefined> {
  const answer = await order({ do: 'first code' });
  return answer !== undefined && 'code' in answer && answer.code !== undefined
    ? texts.setup(answer.code)
    : undefined;
}
