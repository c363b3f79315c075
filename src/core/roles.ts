import { z } from 'zod';
import type { Text } from './text.ts';

/** What somebody may do, least first. A role comes from a bound account only, never from a name. */
const roles = ['guest', 'member', 'liaison', 'convenor'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** What somebody with a role is called. */
export const roleName: Readonly<Record<Role, Text>> = {
  guest: { zh: '来宾', en: 'guest' },
  member: { zh: '成员', en: 'member' },
  liaison: { zh: '联络员', en: 'liaison' },
  convenor: { zh: '召集人', en: 'convenor' },
};

/** Everybody who may do what needs a role. */
export const roleGroup: Readonly<Record<Role, Text>> = {
  guest: { zh: '所有人', en: 'everybody' },
  member: { zh: roleName.member.zh, en: 'members' },
  liaison: { zh: roleName.liaison.zh, en: 'liaisons' },
  convenor: { zh: roleName.convenor.zh, en: 'the convenor' },
};

/** The one of two roles that may do more. */
export function higher<R extends Role>(one: R, other: R): R {
  return mayActAs(one, other) ? one : other;
}

/** Whoever may do what the needed role may do. */
export function mayActAs(has: Role, needed: Role): boolean {
  return roles.indexOf(has) >= roles.indexOf(needed);
}
