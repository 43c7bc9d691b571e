import { defineConfig } from 'vitest/config';

const DATABASE = ['packages/server/src/platform/testing/global-setup.ts'];

/** One project per kind of test, run one after the other in this order. */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      project('rules', ['packages/{rules,contracts}/**/*.test.ts'], { testTimeout: 20_000 }),
      project('tools', ['tools/**/*.test.ts'], { testTimeout: 30_000 }),
      project('web', ['packages/{ui,staff,citizen}/**/*.test.{ts,tsx}'], { testTimeout: 20_000 }),
      project('server', ['packages/server/src/**/*.test.ts', '!**/*.http.test.ts'], { globalSetup: DATABASE }),
      project('http', ['packages/server/src/**/*.http.test.ts'], { globalSetup: DATABASE }),
      project('e2e', ['e2e/**/*.test.ts'], { globalSetup: DATABASE, testTimeout: 180_000, fileParallelism: false }),
    ].map((one, order) => ({ test: { ...one, sequence: { groupOrder: order + 1 } } })),
  },
});

function project(name: string, include: string[], options: object) {
  const exclude = [
    '**/node_modules/**',
    '**/dist/**',
    ...include.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)),
  ];
  return {
    name,
    include: include.filter((glob) => !glob.startsWith('!')),
    exclude,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    ...options,
  };
}
