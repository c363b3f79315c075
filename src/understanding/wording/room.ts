import type { Slot, Wording } from '../../core/wording.ts';
import type { Chunk, Clause } from './clauses.ts';
import type { Role, Sense } from './lexicon.ts';
import type { WordingSituation } from './situation.ts';
import type { Strength, Verb } from './strength.ts';

/** What a command's clause may hold beside its words and slots. */
const ALWAYS: ReadonlySet<Role> = new Set([
  'filler',
  'but',
  'time',
  'day',
  'reason',
  'subject',
  'every',
  'place',
  'urge',
  'me',
  'past',
]);

/** What stands only where a slot is for it. */
const FOR_SLOTS: Readonly<Partial<Record<Role, readonly Slot[]>>> = {
  kin: ['people'],
  name: ['people'],
  for: ['people', 'proxy'],
  called: ['people'],
  own: ['people'],
  where: ['people'],
  they: ['people'],
  contact: ['people'],
  and: ['people', 'option', 'unit'],
  count: ['count'],
  more: ['count'],
  plus: ['count'],
  minus: ['count'],
  unit: ['unit'],
  option: ['option'],
  word: ['word'],
  topic: ['topic'],
};

/** What is of one wording only. */
const OWN: ReadonlySet<Role> = new Set(['beside', 'instead', 'void', 'talk']);

/** What may stand beside the words of one wording. */
export class Room {
  /** The clause that is read has a word of the wording. */
  isInCore = false;
  private readonly wording: Wording;
  private readonly slots: ReadonlySet<Slot>;
  private readonly ownUnit: string | undefined;

  constructor(wording: Wording, { speaker }: WordingSituation) {
    this.wording = wording;
    this.slots = new Set(wording.slots ?? []);
    this.ownUnit = speaker.unit;
  }

  takes({ role, value }: Sense): boolean {
    if (ALWAYS.has(role)) return true;
    if (role === 'verb') return (value as Verb).wording === this.wording;
    if (role === 'along') return this.isInCore && value === this.wording;
    if (OWN.has(role)) return value === this.wording;
    if (role === 'question') return this.wording.question === true;
    if (role === 'unit' && this.slots.has('own-unit') && value === this.ownUnit) return true;
    // 义诊+1 is one vote.
    if (role === 'plus' && value === 1 && this.slots.has('option')) return true;
    return FOR_SLOTS[role]?.some((slot) => this.slots.has(slot)) === true;
  }

  /** The speaker's own unit, where a place is called as it is. */
  unitIn({ senses }: Chunk): string | undefined {
    const isTheirs = senses.some(({ role, value }) => role === 'unit' && value === this.ownUnit);
    return isTheirs && this.slots.has('unit') ? this.ownUnit : undefined;
  }

  /** A clause with its word and nothing of what it needs is no more than a remark. */
  hasNeeded({ chunks }: Clause, strength: Strength): boolean {
    const { needs = [] } = this.wording;
    const isNeeded = ({ role }: Sense) => FOR_SLOTS[role]?.some((slot) => needs.includes(slot));
    const unread = chunks.filter(({ senses }) => senses.length === 0);
    // 签到桃花: it may be tried.
    const isTried = strength === 'sure' && needs.includes('word') && unread.length === 1;
    return needs.length === 0 || isTried || chunks.some(({ senses }) => senses.some(isNeeded));
  }
}
