import type { PolicySet } from '@yimen/rules';
import { listPages, openPool, type Pool, policyOfPlaces, redetermineRegister } from '../mass-determination/index.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { Tx } from '../platform/db/database.ts';
import { isDatabaseAway } from '../platform/db/is-database-away.ts';
import type { BackgroundWork } from '../platform/jobs/background-work.ts';
import { keep } from '../platform/memory/kept.ts';
import { stackOf } from '../platform/stack-of.ts';
import { findPolicyVersion } from '../policy/index.ts';
import type { Services } from '../services.ts';
import { cutRun } from './cut-run.ts';
import { moveRun } from './store.ts';
import { completeRuns, listOpenWork, type OpenWork, takeStarted } from './work-store.ts';

/** A household that changes while a run is open is looked at again within seconds: the threads of one policy wait for it. */
const POOLS = { most: 1, restMs: 5 * 60_000, drop: (pool: Pool) => pool.finish() };

/** Cuts runs that were started, computes their ranges on all cores, and hands them to people. */
export function redeterminationWork(services: Services, householdsPerRange?: number): BackgroundWork {
  const pools = keep<string, Pool>(POOLS);
  const { database, clock } = services;

  async function cut(): Promise<number> {
    return database.transact(SYSTEM_CONTEXT, async (tx, client) => {
      const run = await takeStarted(tx);
      if (!run) return 0;
      await cutRun(tx, client, run, await policyOfVersion(services, tx, run.policyVersion), householdsPerRange);
      return 1;
    });
  }

  async function compute(work: OpenWork, signal: AbortSignal): Promise<number> {
    const pack = await packOf(services, work);
    if (!pack) throw new Error(`no pack ${work.packId} in policy ${work.policyVersion}`);
    const at = { databaseUrl: database.url, dataDir: services.dataDir, at: clock.now().toISOString() };
    const { policy, rules: _, source, ...task } = pack;
    const pool = await pools.get(`${policy.version} ${policy.on} ${task.packId}`, () => openPool(source));
    const done = await redetermineRegister(pool, { ...task, ...at, id: work.id }, { signal });
    return done.households;
  }

  async function step(signal: AbortSignal): Promise<number> {
    let done = await cut();
    for (const work of await database.transact(SYSTEM_CONTEXT, listOpenWork)) {
      if (signal.aborted) return 0;
      try {
        done += await compute(work, signal);
      } catch (error) {
        if (signal.aborted) return 0;
        if (isDatabaseAway(error)) throw error;
        await giveUp(services, work, error);
      }
    }
    const completed = await database.transact(SYSTEM_CONTEXT, (tx) => completeRuns(tx, clock.now()));
    return done + completed.length;
  }

  return { name: 'redetermination', step, close: pools.clear };
}

/** A mistake that comes again would come for ever: the run waits for a person. Only its kind is kept, never a value. */
async function giveUp({ database, log }: Services, { id }: OpenWork, error: unknown): Promise<void> {
  const name = error instanceof Error ? error.name : 'unknown failure';
  const failure = `${name} ${error instanceof Error && 'code' in error ? String(error.code) : ''}`.trim();
  log.error({ redetermination: id, failure, stack: stackOf(error) }, 're-determination stopped');
  await database.transact(SYSTEM_CONTEXT, (tx) => moveRun(tx, id, 'stop', { failure }));
}

async function policyOfVersion({ policy }: Services, tx: Tx, version: string): Promise<PolicySet> {
  const set = policy.version === version ? policy : await findPolicyVersion(tx, version);
  if (!set) throw new Error(`policy ${version} is not kept`);
  return set;
}

async function packOf(services: Services, { on, policyVersion, packId, packOf: packs }: OpenWork) {
  const townships = Object.keys(packs).filter((regionCode) => packs[regionCode] === packId);
  const [set, pages] = await services.database.transact(SYSTEM_CONTEXT, async (tx, client) => [
    await policyOfVersion(services, tx, policyVersion),
    await listPages(client, { townships }),
  ]);
  return policyOfPlaces(services.rulebook, set, on, pages).find((pack) => pack.packId === packId);
}
