import { openPool, type PackPolicy, type Pool } from '../mass-determination/index.ts';

/** A household that changes while a run is open is looked at again within seconds: the threads wait for it so long. */
const IDLE_MS = 5 * 60_000;

/** The threads of one policy at a time, kept while they have work. */
export function keepPool() {
  let open: { readonly key: string; readonly pool: Pool } | undefined;
  let usedAt = 0;

  async function close(): Promise<void> {
    const last = open;
    open = undefined;
    await last?.pool.close();
  }

  async function poolFor({ policy, packId, source }: PackPolicy): Promise<Pool> {
    usedAt = performance.now();
    const key = `${policy.version} ${policy.on} ${packId}`;
    if (open?.key === key) return open.pool;
    await close();
    const pool = await openPool(source);
    open = { key, pool };
    return pool;
  }

  async function rest(): Promise<void> {
    if (open && performance.now() - usedAt > IDLE_MS) await close();
  }

  return { poolFor, rest, close };
}
