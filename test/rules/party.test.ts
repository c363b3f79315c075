import { expect, test } from 'vitest';
import type { Speaker } from '../../src/core/command.ts';
import { partyFor, speaksFor } from '../../src/identity/people/index.ts';

const chen: Speaker = { id: 'chen', name: '陈刚', role: 'liaison', unit: 'hengwei' };
const zhang: Speaker = { id: 'zhang', name: '张伟', role: 'member', unit: 'hengwei' };
const sun: Speaker = { id: 'sun', name: '孙悦', role: 'liaison', unit: 'ankang' };
const zhou: Speaker = { id: 'zhou', name: '周敏', role: 'convenor' };

test('liaisons act for their unit, others for themselves', () => {
  expect([chen, zhang, sun, zhou].map(partyFor)).toEqual([
    { person: 'chen', unit: 'hengwei' },
    { person: 'zhang' },
    { person: 'sun', unit: 'ankang' },
    { person: 'zhou' },
  ]);
});

test.each([
  ['the unit that one acts for', { person: 'chen', unit: 'hengwei' }, [chen]],
  ['a unit that nobody has acted for yet', { unit: 'hengwei' }, [chen]],
  [
    'the person who acted, who is liaison no more',
    { person: 'zhang', unit: 'hengwei' },
    [chen, zhang],
  ],
  ['a person alone, whose unit has a liaison', { person: 'zhang' }, [zhang]],
  ['an activity', {}, []],
] as const)('%s', (_, party, those) => {
  const speakers = [chen, zhang, sun, zhou];
  expect(speakers.filter((one) => speaksFor(party, one))).toEqual(those);
});
