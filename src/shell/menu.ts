import type { Capability } from '../core/capability.ts';
import { mayActAs } from '../core/roles.ts';
import type { MenuItem } from '../ports/chat.ts';

/** All commands as menu items, in the order of the capabilities. */
export function menuOf(capabilities: readonly Capability[]): readonly MenuItem[] {
  return capabilities
    .flatMap((one) => one.commands)
    .map(({ latin, summary, where, who }) => ({
      name: latin,
      summary,
      where,
      for: mayActAs(who, 'liaison') ? 'liaisons' : 'everybody',
    }));
}
