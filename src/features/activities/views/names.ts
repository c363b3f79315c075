import { nameList, plain, type Text } from '../../../core/text.ts';

/** Names in one line before `等 n 人`. */
export const NAMES_SHOWN = 30;

/** `李娟(3人)`, with whom she brings; `恒威 5人`, which a unit sends. */
export function withParty(name: string, party: number, isUnit: boolean): string {
  if (isUnit) return `${name} ${party}人`;
  return party > 1 ? `${name}(${party}人)` : name;
}

/** The first of so many names. */
export function cutList(names: readonly string[], all = names.length): Text {
  return nameList(names.slice(0, NAMES_SHOWN).map(plain), NAMES_SHOWN, all);
}
