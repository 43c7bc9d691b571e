import { setTimeout as delay } from 'node:timers/promises';
import { emptyLedger } from './ledger.ts';
import { putPeopleToWork } from './people.ts';
import { startRig, type Target } from './rig.ts';
import { expectJobsToResume, sweep } from './sweep.ts';

const TARGETS: readonly Target[] = ['api', 'worker', 'database'];
const PEOPLE = 6;

export type RoundsResult = {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly retries: number;
  readonly faults: readonly string[];
  /** What the api and the worker logged about errors nobody expects. */
  readonly errors: readonly string[];
};

/** `rounds` kills of each, at random moments under load, and a sweep after each. */
export async function runRounds(rounds: number, say: (line: string) => void): Promise<RoundsResult> {
  const rig = await startRig();
  const ledger = emptyLedger();
  const faults: string[] = [];
  const acknowledged = () => Object.values(ledger.commands).reduce((sum, done) => sum + done, 0);
  try {
    say('round  killed    after   back     commands  retries  payments  bank lines  differences');
    for (let round = 1; round <= rounds; round++) {
      for (const target of TARGETS) {
        const before = {
          commands: acknowledged(),
          retries: ledger.retries,
          payments: ledger.payments.length,
          lines: ledger.bankLines.length,
        };
        const work = putPeopleToWork(rig, ledger, PEOPLE);
        const pause = 300 + Math.floor(Math.random() * 1_200);
        await delay(pause);
        const killedAt = Date.now();
        await rig.kill(target);
        const back = await untilAnswered(rig.url, killedAt);
        await delay(500);
        const fallen = rig.fallen().map((role) => `the ${role} ended though nobody killed it`);
        if (fallen.length > 0)
          return {
            rounds: round,
            acknowledged: acknowledged(),
            retries: ledger.retries,
            faults: fallen,
            errors: rig.errors(),
          };
        await work.goHome();
        const found = await sweep(rig, ledger);
        faults.push(...found.map((fault) => `round ${round}, ${target} killed: ${fault}`));
        // Told once.
        ledger.surprises.length = 0;
        const figures = [
          acknowledged() - before.commands,
          ledger.retries - before.retries,
          ledger.payments.length - before.payments,
          ledger.bankLines.length - before.lines,
          found.length,
        ];
        say(
          `${String(round).padStart(5)}  ${target.padEnd(8)} ${String(pause).padStart(5)} ms ${String(back).padStart(6)} ms ${figures.map((one) => String(one).padStart(9)).join('')}`,
        );
        if (found.length > 0)
          return { rounds: round, acknowledged: acknowledged(), retries: ledger.retries, faults, errors: rig.errors() };
      }
    }
    faults.push(...(await expectJobsToResume(rig, { isInHurry: rounds === 1 })));
    return { rounds, acknowledged: acknowledged(), retries: ledger.retries, faults, errors: rig.errors() };
  } finally {
    await rig.stop();
  }
}

/** How long after the kill a reader gets an answer out of the database again. */
async function untilAnswered(url: string, since: number): Promise<number> {
  for (;;) {
    const answer = await fetch(`${url}/api/directory`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
    if (answer?.status === 200) return Date.now() - since;
    if (Date.now() - since > 60_000) return Number.NaN;
    await delay(50);
  }
}
