import { type Feature, feature } from '../../core/feature.ts';
import type { Text } from '../../core/text.ts';
import { helpCommand } from './commands.ts';

/** Features that people think of together. */
export interface Topic {
  readonly title: Text;
  readonly of: readonly Feature[];
}

/** Help over all commands of these topics. */
export function help(topics: readonly Topic[]): Feature {
  const chapters = topics.map(({ title, of }) => ({
    title,
    commands: of.flatMap((one) => one.commands),
  }));
  return feature({ name: 'help', commands: [helpCommand(chapters)] });
}
