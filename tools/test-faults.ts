import { startVitest } from 'vitest/node';
import { runRounds } from './faults/run-rounds.ts';

// The full form of what `npm test` runs in short: ten kills of each process under load, then a thousand races of each kind.
const KILLS = Number(process.env['YIMEN_KILL_ROUNDS'] ?? 10);
process.env['YIMEN_FAULT_ROUNDS'] ??= '1000';

const { rounds, acknowledged, retries, faults, errors } = await runRounds(KILLS, (line) => console.log(line));
console.log(
  `\nkills: ${rounds} rounds of 3, ${acknowledged} commands acknowledged, ${retries} sent again, ${faults.length} differences`,
);
for (const fault of faults.slice(0, 50)) console.error(`  ${fault}`);
if (faults.length > 0) for (const error of errors) console.error(error);

process.exitCode = 0;
const vitest = await startVitest('test', ['packages/server/src/urgent-relief/races.http.test.ts'], {
  watch: false,
  run: true,
  project: ['http'],
});
await vitest.close();
process.exit(faults.length === 0 && process.exitCode === 0 ? 0 : 1);
