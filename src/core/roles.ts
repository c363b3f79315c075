import { z } from 'zod';

/** What somebody may do, least first. A role comes from a bound account only, never from a name. */
const roles = ['guest', 'member', 'liaison', 'convenor'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** The one of two roles that may do more. */
export function higher<R extends Role>(one: R, other: R): R {
  return mayActAs(one, other) ? one : other;
}

/** Whoever may do what the needed role may do. */
export function mayActAs(has: Role, needed: Role): boolean {
  return roles.indexOf(has) >= roles.indexOf(needed);
}
