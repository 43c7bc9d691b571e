import { runCli } from '../packages/server/src/cli/index.ts';

await runCli(process.argv.slice(2));
