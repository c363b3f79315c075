import { expect, test } from 'vitest';
import { readLine } from '../../src/core/line.ts';
import type { Question } from '../../src/core/questions.ts';
import { answerTo } from '../../src/understanding/answers.ts';

const which: Question = {
  id: 'q',
  until: 0,
  choices: [
    { label: 'E1 服务日 11月25日（周三）9:00', typed: '报名 E1' },
    { label: 'E2 包饺子 11月28日（周六）9:00', typed: '报名 E2' },
  ],
};
const really: Question = { id: 'q', until: 0, choices: [{ label: '取消 E1', typed: '/取消 E1' }] };
const any: Question = { id: 'q', until: 0, choices: [], open: '需求 {}' };

test.each([
  ['2', ['报名 E2']],
  ['第一个', ['报名 E1']],
  ['二', ['报名 E2']],
  ['e2', ['报名 E2']],
  ['包饺子那个', ['报名 E2']],
  ['25号的。', ['报名 E1']],
  ['服务日', ['报名 E1']],
  ['都去', ['报名 E1', '报名 E2']],
  ['两个都报', ['报名 E1', '报名 E2']],
])('asked which, 「%s」 means %j', (text, messages) => {
  expect(answerTo(readLine(text), which)).toEqual({ kind: 'typed', messages });
});

test.each(['3', '今天天气不错', '11月', '去', ''])('asked which, 「%s」 is no answer', (text) => {
  expect(answerTo(readLine(text), which)).toBeUndefined();
});

test.each(['是', '是的', '对！', 'Yes', '好的', '嗯嗯'])('asked whether, 「%s」 is yes', (text) => {
  expect(answerTo(readLine(text), really)).toEqual({ kind: 'typed', messages: ['/取消 E1'] });
});

test.each(['不是', '算了', '不用了', 'no'])('asked whether, 「%s」 is no', (text) => {
  expect(answerTo(readLine(text), really)).toEqual({ kind: 'declined' });
});

test('asked what and where, any words answer, as typed', () => {
  const messages = ['需求 就是我们7号楼那個电梯'];
  expect(answerTo(readLine('就是我们7号楼那個电梯'), any)).toEqual({ kind: 'typed', messages });
});
