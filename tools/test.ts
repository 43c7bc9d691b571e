import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { ensureChromium } from './chromium.ts';
import { STATIC_STEPS } from './lib/static-steps.ts';
import { runSteps, type Step } from './lib/steps.ts';
import { createTally } from './lib/test-tally.ts';
import { buildWeb } from './start/build-web.ts';

const PROJECTS = ['rules', 'tools', 'web', 'server', 'http', 'e2e'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true } },
});
const projects = values.only ?? PROJECTS;
const { reporter, tally, describeTimes } = createTally();

const steps: Step[] = [
  ...(values.only === undefined ? STATIC_STEPS : []),
  ...(projects.includes('e2e')
    ? [
        { name: 'browser', run: prepareBrowser },
        { name: 'web pages', run: buildPages },
      ]
    : []),
  { name: `tests: ${projects.join(', ')}`, run: runTests },
];
const results = await runSteps(steps);

console.log(`\n${results.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(' · ')}`);
console.log(describeTimes());
// The steps before the tests count as one each, so that the last line tells the whole truth.
const checks = results.slice(0, -1);
const passed = tally.passed + checks.filter(({ isPassed }) => isPassed).length;
const failed = tally.failed + checks.filter(({ isPassed }) => !isPassed).length;
const isGreen = results.every(({ isPassed }) => isPassed);
console.log(`\n${passed} passed, ${isGreen ? failed : Math.max(failed, 1)} failed`);
process.exit(isGreen ? 0 : 1);

async function prepareBrowser(): Promise<boolean> {
  return succeeds(ensureChromium());
}

async function buildPages(): Promise<boolean> {
  return succeeds(buildWeb((line) => console.log(line)));
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof Error && typeof error.cause === 'string') console.error(error.cause);
    return false;
  }
}

/** One run of vitest for all projects, which come one after the other, so that there is one summary. */
async function runTests(): Promise<boolean> {
  process.exitCode = 0;
  const vitest = await startVitest('test', positionals, {
    watch: false,
    run: true,
    project: projects,
    reporters: ['default', reporter],
  });
  await vitest.close();
  return process.exitCode === 0 && tally.failed === 0 && tally.passed > 0;
}
