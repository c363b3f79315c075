import { soundsLike } from '../core/sounds.ts';
import { nearest } from './edit-distance.ts';

/*
 * Slips of the finger and of voice input. In words of two characters each holds half of the
 * meaning, so another character is no slip there unless it sounds the same: 签道 is 签到, 报修 is not 报名.
 */

/** Of Latin names shorter than this, another letter is another word: how, show. */
const SHORTEST_LATIN = 5;
/** Chinese names from this length on may have one wrong character. */
const LONG_ENOUGH = 4;

/** The one of these names that is written with a slip, if any. */
export function slipOf(typed: string, names: Iterable<string>): string | undefined {
  const all = [...names].filter((name) => name !== typed);
  const heard = all.find((name) => isHan(name) && name.length > 1 && soundsLike(typed, name));
  const turned = all.find((name) => name.length > 1 && isTurned(typed, name));
  const near = all.filter((name) => name.length >= (isHan(name) ? LONG_ENOUGH : SHORTEST_LATIN));
  const shortest = isHan(typed) ? LONG_ENOUGH : SHORTEST_LATIN;
  return heard ?? turned ?? (typed.length < shortest ? undefined : nearest(typed, near));
}

/** The same characters, two neighbours of them the other way round. */
function isTurned(typed: string, name: string): boolean {
  if (typed.length !== name.length) return false;
  const at = [...name].findIndex((character, index) => typed[index] !== character);
  return (
    at >= 0 &&
    typed[at] === name[at + 1] &&
    typed[at + 1] === name[at] &&
    typed.slice(at + 2) === name.slice(at + 2)
  );
}

function isHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}
