import type { Speaker } from '../../../core/command.ts';
import { mayActAs } from '../../../core/roles.ts';

/** On whose behalf something is done: a unit's, with who acted for it if anybody did, or a person's. */
export interface Party {
  readonly person?: string | undefined;
  readonly unit?: string | undefined;
}

/** Liaisons act for their unit, anybody else for themselves. */
export function partyFor({ id, role, unit }: Speaker): {
  readonly person: string;
  readonly unit?: string;
} {
  const isForUnit = unit !== undefined && mayActAs(role, 'liaison');
  return isForUnit ? { person: id, unit } : { person: id };
}

/** What is a unit's is everybody's who acts for the unit, besides the person who acted. */
export function speaksFor({ person, unit }: Party, speaker: Speaker): boolean {
  const isOfUnit = unit !== undefined && unit === speaker.unit;
  return person === speaker.id || (isOfUnit && mayActAs(speaker.role, 'liaison'));
}

/** The same for everybody who acts for one unit: the unit's id, else the person's. */
export function partyId({ unit, person }: { readonly unit?: string | undefined; person: string }) {
  return unit ?? person;
}
