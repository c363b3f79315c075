import type { AnyCommand, Speaker } from '../core/command.ts';
import type { Feature } from '../core/feature.ts';
import { mayActAs } from '../core/roles.ts';
import type { ChatAdapter, Incoming, MenuItem } from '../ports/chat.ts';

/**
 * All commands as menu items: help, then what people use day by day, then the rest as the features
 * have them.
 */
export function menuOf(features: readonly Feature[]): readonly MenuItem[] {
  return features
    .flatMap((one) => one.commands)
    .sort((one, other) => rank(one) - rank(other))
    .map(({ name, summary, scope, minRole }) => ({
      name,
      summary,
      where: scope,
      for: mayActAs(minRole, 'liaison') ? 'liaisons' : 'everybody',
    }));
}

function rank({ name, daily }: AnyCommand): number {
  if (name === 'help') return 0;
  return daily ? 1 : 2;
}

/** Shows somebody who speaks the menu of those who may do as much as they. */
export function showMenu(
  chat: ChatAdapter,
  { address, sender }: Incoming,
  { role }: Speaker,
): void {
  const whose = mayActAs(role, 'liaison') ? 'liaisons' : 'everybody';
  chat.menuFor?.(address, sender.id, whose);
}
