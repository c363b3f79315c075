import type { Wording } from '../../core/wording.ts';
import { isCertainName } from '../person-names.ts';
import type { Chunk } from './clauses.ts';
import { has } from './senses.ts';
import type { WordingSituation } from './situation.ts';
import { wordOf } from './strength.ts';

/** Finds names: unread pieces that stand where only a name can. */
export class Namer {
  /** A colon or a bracket stands before this clause: names may follow. */
  opensList = false;
  private readonly wording: Wording;
  private readonly situation: WordingSituation;

  constructor(wording: Wording, situation: WordingSituation) {
    this.wording = wording;
    this.situation = situation;
  }

  isName(chunks: readonly Chunk[], at: number): boolean {
    const chunk = chunks[at];
    if (chunk === undefined || !this.wording.slots?.includes('people')) return false;
    const typed = withoutWhere(chunk.typed);
    const isOther = chunk.senses.length > 0 && !has(chunk, 'titled');
    if (isOther || !isNameShaped(typed)) return false;
    if (this.isSpeaker(typed) || this.situation.knows(typed) || this.isKin(typed)) return true;
    const before = chunks[at - 1];
    const joins = has(before, 'and') || has(chunks[at + 1], 'and');
    // Sign up for Netflix: what stands behind an English for is hardly somebody.
    if (before?.folded === 'for') return false;
    if (isAnnounced(before, chunks[at - 2]) || joins) return true;
    if (!isCertainName(typed)) return this.opensList && chunks.length === 1 && typed.length <= 4;
    const isApart = before === undefined || !chunk.glued || has(before, 'kin');
    return isApart || wordOf(before, this.wording) !== undefined;
  }

  /** 石头爸爸 is 石头爸. */
  isSpeaker(typed: string): boolean {
    const { name } = this.situation.speaker;
    return typed === name || typed === `${name}${name.slice(-1)}`;
  }

  /** People are called after each other: 石头 and 石头妈 by 石头爸. */
  private isKin(typed: string): boolean {
    const { name } = this.situation.speaker;
    return name.length > 2 && typed.slice(0, 2) === name.slice(0, 2) && typed.length <= 5;
  }
}

/** 替, 叫, 联系人: a name follows, also past where they live. */
function isAnnounced(before: Chunk | undefined, earlier: Chunk | undefined): boolean {
  const isWhere = before !== undefined && (has(before, 'where') || WHERE.test(before.folded));
  const word = isWhere ? earlier : before;
  return has(word, 'for') || has(word, 'called') || has(word, 'own') || has(word, 'contact');
}

const WHERE = /^(?:隔壁|对门|楼上|楼下|同楼|邻居)(?:家|单元)?的?$/;

/** 隔壁孙大爷 is 孙大爷. */
export function withoutWhere(typed: string): string {
  return typed.replace(
    /^(?:隔壁|对门|楼上|楼下|同楼|邻居|我家|我们家|我们楼)(?:家|单元)?的?(?=\p{L}{2})/u,
    '',
  );
}

/** Two to twelve letters without the little words that only sentences have. */
function isNameShaped(typed: string): boolean {
  return /^[\p{L}·•・‧.\- ]{2,20}$/u.test(typed) && !/[的了吗呢不没是有在这那么怎什]/.test(typed);
}
