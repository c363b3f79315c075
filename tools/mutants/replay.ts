import { join } from 'node:path';
import { createVitest, type Vitest } from 'vitest/node';
import { type Mutant, ROOT } from './mutant.ts';

/** What became of a mutant, or of the code as it is. */
export type Verdict =
  | { readonly kind: 'killed'; readonly by: string }
  | { readonly kind: 'survived' }
  /** Nothing is known: the tests did not run, or did not read the file. */
  | { readonly kind: 'void'; readonly reason: string };

/**
 * Runs test files with a mutant in place. No file is changed: vitest is given another text for the
 * one file whenever a test imports it, and keeps all others as it has read them.
 */
export class Replay {
  private readonly vitest: Vitest;
  private readonly mutation: Mutation;

  private constructor(vitest: Vitest, mutation: Mutation) {
    this.vitest = vitest;
    this.mutation = mutation;
  }

  static async open(): Promise<Replay> {
    const mutation = new Mutation();
    const vitest = await createVitest(
      'test',
      // A cache on the disk would give a file as it is to a test that is to see the mutant.
      { root: ROOT, watch: false, bail: 1, maxWorkers: 2, reporters: [{}], fsModuleCache: false },
      {
        plugins: [
          {
            name: 'mutant',
            enforce: 'pre',
            transform: (code, id) => mutation.appliedTo(code, id),
          },
        ],
      },
    );
    return new Replay(vitest, mutation);
  }

  /** Runs the tests of a mutant with it in place, one file after another. */
  async kill(mutant: Mutant): Promise<Verdict> {
    const by: string[] = [];
    for (const test of mutant.tests) {
      const verdict = await this.killBy(test, mutant);
      if (verdict.kind !== 'killed') return verdict;
      by.push(verdict.by);
    }
    return { kind: 'killed', by: by.join(' · ') };
  }

  /** The tests that fail in the code as it is; while there are any, a mutant proves nothing. */
  async withoutMutant(tests: readonly string[]): Promise<readonly string[]> {
    const failed = await this.failuresIn(tests);
    return 'reason' in failed ? [failed.reason] : failed.tests;
  }

  close(): Promise<void> {
    return this.vitest.close();
  }

  private async killBy(test: string, mutant: Mutant): Promise<Verdict> {
    const path = join(ROOT, mutant.file);
    this.mutation.begin(mutant);
    this.vitest.invalidateFile(path);
    try {
      const failed = await this.failuresIn([test]);
      if ('reason' in failed) return { kind: 'void', reason: failed.reason };
      if (!this.mutation.wasRead) return { kind: 'void', reason: `${test} does not import it` };
      const [first] = failed.tests;
      return first === undefined ? { kind: 'survived' } : { kind: 'killed', by: first };
    } finally {
      this.mutation.end();
      // The next one reads the file as it is.
      this.vitest.invalidateFile(path);
    }
  }

  private async failuresIn(
    tests: readonly string[],
  ): Promise<{ readonly tests: readonly string[] } | { readonly reason: string }> {
    const paths = new Set(tests.map((test) => join(ROOT, test)));
    const found = await this.vitest.globTestSpecifications([...paths]);
    const specifications = found.filter(({ moduleId }) => paths.has(moduleId));
    if (specifications.length !== paths.size)
      return { reason: `${specifications.length} of ${paths.size} test files were found` };
    const { testModules } = await this.vitest.runTestSpecifications(specifications);
    const run = testModules.filter(({ moduleId }) => paths.has(moduleId));
    const broken = run.flatMap((module) => module.errors().map(({ message }) => message));
    if (broken[0] !== undefined) return { reason: `a test file could not be loaded: ${broken[0]}` };
    return {
      tests: run.flatMap((module) =>
        [...module.children.allTests('failed')].map(({ fullName }) => fullName),
      ),
    };
  }
}

/** The mutant that is in place now, if any. */
class Mutation {
  wasRead = false;
  private mutant: Mutant | undefined;

  begin(mutant: Mutant): void {
    this.mutant = mutant;
    this.wasRead = false;
  }

  end(): void {
    this.mutant = undefined;
  }

  appliedTo(code: string, id: string): { code: string; map: null } | undefined {
    const { mutant } = this;
    if (mutant === undefined || id.split('?')[0] !== join(ROOT, mutant.file)) return undefined;
    this.wasRead = true;
    return { code: code.replace(mutant.before, () => mutant.after), map: null };
  }
}
