import { STATIC_STEPS } from './lib/static-steps.ts';
import { runSteps, runTool } from './lib/steps.ts';

const results = await runSteps([
  ...STATIC_STEPS,
  { name: 'rule tests', run: () => runTool('vitest', ['run', '--project', 'rules', '--project', 'tools']) },
]);
const failed = results.filter(({ isPassed }) => !isPassed).map(({ name }) => name);
console.log(failed.length === 0 ? '\ncheck: all green' : `\ncheck: failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
