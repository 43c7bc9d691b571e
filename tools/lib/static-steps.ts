import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './cache-directory.ts';
import { runScript, runTool, type Step } from './steps.ts';

/** What can be said about the code without running it. */
export const STATIC_STEPS: Step[] = [
  { name: 'types', run: checkTypes },
  { name: 'format and lint', run: () => runTool('biome', ['ci', '--error-on-warnings', '--max-diagnostics=60']) },
  { name: 'text rules', run: () => runScript('text-rules.ts') },
  { name: 'boundaries', run: () => runScript('boundaries.ts') },
  { name: 'unused', run: () => runTool('knip', ['--no-progress', '--no-config-hints']) },
];

/** Each package has its own view of the world: rules see no Node, the web sees no server. */
function checkTypes(): boolean {
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => join('packages', name));
  const projects = ['.', ...packages].filter((dir) => existsSync(join(ROOT, dir, 'tsconfig.json')));
  return projects.map((dir) => runTool('tsc', ['-p', dir])).every((isPassed) => isPassed);
}
