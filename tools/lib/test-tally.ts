import type { Reporter, TestModule } from 'vitest/node';

export type Tally = { passed: number; failed: number };

/** Counts what vitest ran and how long each project took, from its first file to its last. */
export function createTally(): { reporter: Reporter; tally: Tally; describeTimes: () => string } {
  const tally: Tally = { passed: 0, failed: 0 };
  const times = new Map<string, { from: number; to: number }>();

  function touch({ project }: TestModule): void {
    const now = performance.now();
    times.set(project.name, { from: times.get(project.name)?.from ?? now, to: now });
  }

  function count(module: TestModule): void {
    touch(module);
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') tally.passed += 1;
      if (state === 'failed') tally.failed += 1;
    }
    // A file that breaks outside its tests has failed although none of its tests did.
    tally.failed += module.errors().length > 0 ? 1 : 0;
  }

  const reporter: Reporter = {
    onTestModuleQueued: touch,
    onTestModuleEnd: count,
    onTestRunEnd: (_modules, errors) => {
      tally.failed += errors.length;
    },
  };
  const describeTimes = () =>
    [...times]
      .sort(([, a], [, b]) => a.from - b.from)
      .map(([name, { from, to }]) => `${name} ${((to - from) / 1000).toFixed(1)} s`)
      .join(' · ');
  return { reporter, tally, describeTimes };
}
