import { expect, test } from 'vitest';
import { mutants } from '../tools/mutants/list/index.ts';
import { misfit } from '../tools/mutants/mutant.ts';

/* `npm run mutants` takes its time; that its list fits the code is seen with every other test. */

test.each(mutants)('a fault that can be put into the code: $fault', (mutant) => {
  expect(misfit(mutant)).toBeUndefined();
});

test('a text that is not there, or there twice, is told with where it stands', () => {
  const [first] = mutants;
  if (first === undefined) throw new Error('there are no mutants');
  expect(misfit({ ...first, before: 'return' })).toMatch(/its text is \d+ times in .*, not once/);
  expect(misfit({ ...first, file: 'src/gone.ts' })).toBe(
    `there is no src/gone.ts; it stands in ${first.file}`,
  );
  expect(misfit({ ...first, after: first.before })).toBe('it changes nothing');
  expect(misfit({ ...first, tests: ['test/gone.test.ts'] })).toBe('there is no test/gone.test.ts');
});
