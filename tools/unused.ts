import { runTool } from './lib/steps.ts';

process.exitCode = runTool('knip', process.argv.slice(2)) ? 0 : 1;
