import { expect, test } from 'vitest';
import { judge, type Report } from '../.ci/skips.ts';

const FILE = 'test/db.test.ts';

/** What vitest reports of one file: the status of each test by its title. */
function ran(tests: Record<string, string>, { file = FILE, status = 'passed' } = {}): Report {
  const assertionResults = Object.entries(tests).map(([title, status]) => ({
    ancestorTitles: ['a database'],
    title,
    status,
  }));
  return { testResults: [{ name: `/here/${file}`, status, assertionResults }] };
}

test('without a skip nothing is complained of, and all reports are counted', () => {
  const reports = [ran({ opens: 'passed' }), ran({ closes: 'passed' })];
  expect(judge(reports, '# none\n\n', '/here')).toEqual({
    passed: 2,
    failed: 0,
    skipped: 0,
    complaints: [],
  });
});

test.each(['skipped', 'todo', 'pending'])('%s: named unless a line allows it', (how) => {
  const { skipped, complaints } = judge([ran({ opens: 'passed', closes: how })], '', '/here');
  expect(skipped).toBe(1);
  expect(complaints).toEqual([`skipped, and not allowed: ${FILE} > a database > closes`]);
});

test.each([
  `${FILE} # not every machine has a database`,
  `${FILE} > a database > closes # not every machine has a database`,
])('it may be skipped with the line %s', (line) => {
  const reports = [ran({ opens: 'passed', closes: 'skipped' })];
  const { passed, skipped, complaints } = judge(reports, line, '/here');
  expect([passed, skipped, complaints]).toEqual([1, 1, []]);
});

test('another test, and another file with the same test, are not allowed with it', () => {
  const reports = [
    ran({ opens: 'skipped', closes: 'skipped' }),
    ran({ closes: 'skipped' }, { file: 'test/b.test.ts' }),
  ];
  const { complaints } = judge(reports, `${FILE} > a database > closes # a reason`, '/here');
  expect(complaints).toEqual([
    `skipped, and not allowed: ${FILE} > a database > opens`,
    'skipped, and not allowed: test/b.test.ts > a database > closes',
  ]);
});

test('a line without a reason is refused, and one for a test that there is not', () => {
  const reports = [ran({ opens: 'passed' })];
  expect(() => judge(reports, FILE, '/here')).toThrow('REASON');
  expect(() => judge(reports, `${FILE} # `, '/here')).toThrow('REASON');
  const line = `${FILE} > a database > sleeps # a reason`;
  expect(judge(reports, line, '/here').complaints).toEqual([`allowed, and no such test: ${line}`]);
});

test('a file that cannot be loaded has failed, and that no test ran is complained of', () => {
  expect(judge([ran({}, { status: 'failed' })], '', '/here')).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
    complaints: ['no test ran'],
  });
  const failing = ran({ opens: 'failed', closes: 'failed' }, { status: 'failed' });
  expect(judge([failing], '', '/here').failed).toBe(2);
});
