import { describe, expect, test } from 'vitest';
import { refuse } from '../../src/core/outcome.ts';
import { plain } from '../../src/core/text.ts';
import { theOneMeant } from '../../src/core/the-one-meant.ts';

interface Thing {
  readonly number: number;
  readonly open: boolean;
}

const open = (...numbers: readonly number[]) => numbers.map((number) => ({ number, open: true }));

function meant(number: number | undefined, things: readonly Thing[]) {
  return theOneMeant(number, {
    find: (said) => things.find((one) => one.number === said),
    fits: (one) => one.open,
    noSuch: (said) => refuse(plain(`no ${said}`)),
    unfit: (one) => refuse(plain(`${one.number} is over`)),
    all: () => things,
    none: () => refuse(plain('none')),
    headline: (one) => plain(`T${one.number}`),
    more: (count) => plain(`and ${count}`),
    whichOne: ({ zh }, example) => plain(`${zh}: ${example}`),
    example: (one) => `take ${one.number}`,
  });
}

describe('the one that is meant', () => {
  test('is the one whose number was said, if it fits', () => {
    const things = [...open(1, 2), { number: 3, open: false }];
    expect(meant(2, things)).toEqual({ one: things[1] });
    expect(meant(3, things)).toEqual({ answer: refuse(plain('3 is over')) });
    expect(meant(4, things)).toEqual({ answer: refuse(plain('no 4')) });
  });

  test('is the only one that fits, where no number was said', () => {
    expect(meant(undefined, [{ number: 1, open: false }, ...open(2)])).toEqual({
      one: { number: 2, open: true },
    });
    expect(meant(undefined, [{ number: 1, open: false }])).toEqual({
      answer: refuse(plain('none')),
    });
  });

  test('is asked for where several fit: five are named, two offered', () => {
    expect(meant(undefined, open(1, 2))).toEqual({
      answer: refuse(plain('T1\nT2: take 1'), 'take 1', 'take 2'),
    });
    expect(meant(undefined, open(3, 1, 2, 4, 5, 6, 7))).toEqual({
      answer: refuse(plain('T3\nT1\nT2\nT4\nT5\nand 2: take 3'), 'take 3', 'take 1'),
    });
  });
});
