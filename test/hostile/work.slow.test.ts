import { expect, test } from 'vitest';
import { features } from '../../src/features/index.ts';
import { tooMuchWork } from '../support/patterns/work.ts';
import { said, tried } from './messages.ts';

test.each(tried)(
  'work grows no faster up to the longest message that is read at all: $attack',
  (one) => {
    expect(tooMuchWork({ said, tried: [one], lengths: [2_900, 5_800, 11_600] })).toEqual([]);
  },
);

const AGAIN = [' ', '\n', '（', '，', '1', '字', '一 ', '#1 ', '张三\n', '25日9点 '];

test.each(features.flatMap(({ commands }) => commands))(
  'work for $name grows with what is written behind it and not faster',
  ({ examples, scope }) => {
    const longest = examples.reduce((one, other) => (other.length > one.length ? other : one));
    const behindIt = AGAIN.map((again) => ({
      name: '召集人',
      private: scope === 'private',
      attack: { before: `${longest} `, again, behind: 'x' },
    }));
    expect(tooMuchWork({ said, tried: behindIt, lengths: [600, 1_200] })).toEqual([]);
  },
);
