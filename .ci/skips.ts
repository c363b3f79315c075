import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';

/*
 * Reads the JSON reports of vitest, prints each skipped test that no line allows, and how many
 * tests passed: `node .ci/skips.ts ALLOWED REPORT…`. It exits with 1 where a test failed or a skip
 * is not allowed.
 */

const ranTest = z.object({
  ancestorTitles: z.array(z.string()),
  title: z.string(),
  status: z.string(),
});
const ranFile = z.object({
  name: z.string(),
  status: z.string(),
  assertionResults: z.array(ranTest),
});
const report = z.object({ testResults: z.array(ranFile) });
export type Report = z.infer<typeof report>;

export interface Verdict {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What has to be mended apart from failed tests, one line each. */
  readonly complaints: readonly string[];
}

interface Allowed {
  readonly line: string;
  readonly file: string;
  /** Every test of the file where it is missing. */
  readonly test: string | undefined;
}

interface Ran {
  readonly file: string;
  readonly test: string;
  readonly status: string;
}

/** @throws Error for a line that gives no reason. */
function readAllowed(text: string): readonly Allowed[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(readLine);
}

function readLine(line: string): Allowed {
  const [, file, test] = /^(\S+)(?: > (.+?))? # \S/.exec(line) ?? [];
  if (file === undefined) throw new Error(`this line needs a FILE and a # REASON: ${line}`);
  return { line, file, test };
}

function isMeant(allowed: Allowed, ran: Ran): boolean {
  return allowed.file === ran.file && (allowed.test ?? ran.test) === ran.test;
}

/** A file that cannot be loaded fails without a failed test. */
function isBroken({ status, assertionResults }: z.infer<typeof ranFile>): boolean {
  return status === 'failed' && !assertionResults.some((one) => one.status === 'failed');
}

/** Judges what ran by the text of the file that allows skips; its paths begin at `root`. */
export function judge(reports: readonly Report[], allowing: string, root: string): Verdict {
  const allowed = readAllowed(allowing);
  const files = reports.flatMap(({ testResults }) => testResults);
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }): Ran => {
      return { file: relative(root, name), test: [...ancestorTitles, title].join(' > '), status };
    }),
  );
  const of = (status: string) => tests.filter((one) => one.status === status).length;
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const refused = skipped.filter((ran) => !allowed.some((one) => isMeant(one, ran)));
  const stale = allowed.filter((one) => !tests.some((ran) => isMeant(one, ran)));
  return {
    passed: of('passed'),
    failed: of('failed') + files.filter(isBroken).length,
    skipped: skipped.length,
    complaints: [
      ...(tests.length === 0 ? ['no test ran'] : []),
      ...refused.map(({ file, test }) => `skipped, and not allowed: ${file} > ${test}`),
      ...stale.map(({ line }) => `allowed, and no such test: ${line}`),
    ],
  };
}

function main([allowing, ...reports]: readonly string[]): void {
  if (allowing === undefined) throw new Error('usage: skips.ts ALLOWED REPORT…');
  const read = (path: string) => readFileSync(path, 'utf8');
  const ran = reports.map((path) => report.parse(JSON.parse(read(path))));
  const { passed, failed, skipped, complaints } = judge(ran, read(allowing), process.cwd());
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  const also = skipped > 0 ? `, ${skipped} skipped` : '';
  process.stdout.write(`${passed} passed, ${failed} failed${also}\n`);
  if (failed > 0 || complaints.length > 0) process.exitCode = 1;
}

if (import.meta.main) main(process.argv.slice(2));
