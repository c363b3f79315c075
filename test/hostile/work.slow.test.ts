import { expect, test } from 'vitest';
import { features } from '../../src/features/index.ts';
import { tooMuchWork } from '../support/patterns/work.ts';

const said = [
  { name: '召集人', private: true, text: '/投票 去哪里 A公园 B广场' },
  { name: '召集人', private: false, text: '/投票 去哪里 A公园 B广场' },
  { name: '王五', private: false, text: '需求 电梯坏了' },
];

const AGAIN = [' ', '\n', '（', '，', '1', '字', '一 ', '#1 ', '张三\n', '25日9点 '];

test.each(features.flatMap(({ commands }) => commands))(
  'work for $name grows with what is written behind it and not faster',
  ({ examples, scope }) => {
    const longest = examples.reduce((one, other) => (other.length > one.length ? other : one));
    const tried = AGAIN.map((again) => ({
      name: '召集人',
      private: scope === 'private',
      attack: { before: `${longest} `, again, behind: 'x' },
    }));
    expect(tooMuchWork({ said, tried, lengths: [600, 1_200] })).toEqual([]);
  },
);
