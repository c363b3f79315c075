import type { Capability } from '../core/feature.ts';
import type { AnyCommand } from '../core/command.ts';
import { mayActAs } from '../core/roles.ts';
import type { MenuItem } from '../ports/chat.ts';

/** All commands as menu items: help, then what people use day by day, then the rest as the capabilities have them. */
export function menuOf(capabilities: readonly Capability[]): readonly MenuItem[] {
  return capabilities
    .flatMap((one) => one.commands)
    .sort((one, other) => rank(one) - rank(other))
    .map(({ latin, summary, where, who }) => ({
      name: latin,
      summary,
      where,
      for: mayActAs(who, 'liaison') ? 'liaisons' : 'everybody',
    }));
}

function rank({ latin, daily }: AnyCommand): number {
  if (latin === 'help') return 0;
  return daily ? 1 : 2;
}
