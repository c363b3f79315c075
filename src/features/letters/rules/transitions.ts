import type { Letter, LetterState } from '../records.ts';

/** What can happen to a letter. */
type LetterEvent = 'answer' | 'add' | 'ask' | 'settle' | 'turn' | 'withdraw';

const open = ['received', 'answered'] as const;

/** In which states it may happen, and to which it leads; without one it stays. */
const transitions: Readonly<
  Record<LetterEvent, { readonly from: readonly LetterState[]; readonly to?: LetterState }>
> = {
  answer: { from: [...open, 'settled'], to: 'answered' },
  add: { from: [...open, 'settled'], to: 'received' },
  ask: { from: open },
  settle: { from: open, to: 'settled' },
  turn: { from: [...open, 'settled'], to: 'turned' },
  withdraw: { from: [...open, 'settled'], to: 'withdrawn' },
};

export function allows(event: LetterEvent, { state }: Letter): boolean {
  return transitions[event].from.includes(state);
}

/** A letter after an event, and whatever comes with it. */
export function letterAfter(
  event: LetterEvent,
  letter: Letter,
  more: Partial<Letter> = {},
): Letter {
  return { ...letter, state: transitions[event].to ?? letter.state, ...more };
}

/** Whose turn it is follows from what was said last. */
export function standing({ said }: Letter): LetterState {
  return said.at(-1)?.by === 'reader' ? 'answered' : 'received';
}
