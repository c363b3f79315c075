import { parseArgs } from 'node:util';
import { mutants } from './list/index.ts';
import { type Mutant, misfit } from './mutant.ts';
import { Replay } from './replay.ts';

/*
 * npm run mutants [-- WORD…]
 *
 * Puts each fault of the list into the code, runs the tests that must not let it pass, and fails
 * when one does. With words only the faults are tried in whose text or file one of them stands.
 */

/** @returns the exit code. */
async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const chosen = mutants.filter(
    ({ fault, file }) =>
      positionals.length === 0 || positionals.some((word) => `${file} ${fault}`.includes(word)),
  );
  const misfits = mutants.flatMap((mutant) => {
    const reason = misfit(mutant);
    return reason === undefined ? [] : [`✗ ${mutant.fault}\n  ${reason}`];
  });
  for (const line of misfits) print(line);
  if (misfits.length > 0) return 1;
  const replay = await Replay.open();
  try {
    const failed = await replay.withoutMutant([...new Set(chosen.flatMap(({ tests }) => tests))]);
    for (const name of failed) print(`✗ fails without any fault: ${name}`);
    if (failed.length > 0) return 1;
    let alive = 0;
    for (const mutant of chosen) if (!(await isKilled(mutant, replay))) alive += 1;
    print(`${chosen.length - alive} of ${chosen.length} killed`);
    return alive > 0 || chosen.length === 0 ? 1 : 0;
  } finally {
    await replay.close();
  }
}

async function isKilled(mutant: Mutant, replay: Replay): Promise<boolean> {
  const began = performance.now();
  const verdict = await replay.kill(mutant);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  if (verdict.kind === 'killed') {
    print(`✓ ${mutant.fault} (${seconds} s)\n  ${verdict.by}`);
    return true;
  }
  const what = verdict.kind === 'survived' ? 'SURVIVED' : `NOT TRIED, ${verdict.reason}`;
  print(
    `✗ ${mutant.fault}: ${what}\n  ${mutant.file}, ${mutant.tests.join(', ')}\n  ${mutant.why}`,
  );
  return false;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main();
