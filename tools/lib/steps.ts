import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './cache-directory.ts';

export type Step = { name: string; run: () => boolean | Promise<boolean> };

export type StepResult = { name: string; isPassed: boolean; seconds: number };

/** Runs every step even after a failure, so that one run shows everything that is wrong. */
export async function runSteps(steps: Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const { name, run } of steps) {
    console.log(`\n▶ ${name}`);
    const startedAt = performance.now();
    const isPassed = await run();
    const seconds = (performance.now() - startedAt) / 1000;
    console.log(`${isPassed ? '✓' : '✗'} ${name} · ${seconds.toFixed(1)} s`);
    results.push({ name, isPassed, seconds });
  }
  return results;
}

/** Runs a program of node_modules/.bin with its output shown. */
export function runTool(tool: string, args: string[]): boolean {
  const { status } = spawnSync(join(ROOT, 'node_modules', '.bin', tool), args, { cwd: ROOT, stdio: 'inherit' });
  return status === 0;
}

export function runScript(script: string): boolean {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'tools', script)], { cwd: ROOT, stdio: 'inherit' });
  return status === 0;
}
