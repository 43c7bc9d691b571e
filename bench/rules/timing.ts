export interface Work {
  readonly name: string;
  readonly run: () => void;
}

/**
 * Milliseconds of this thread's processor time, of the fastest of several runs each, one after the other in turn: other
 * work on the machine counts least so.
 */
export function inTurn(works: readonly Work[], rounds = 9): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const repeats = new Map(works.map(({ name, run }) => [name, repeatsOf(run)]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of works) {
      const count = repeats.get(name) ?? 1;
      const start = process.threadCpuUsage();
      for (let repeat = 0; repeat < count; repeat += 1) run();
      const { user, system } = process.threadCpuUsage(start);
      times.set(name, Math.min(times.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / 1000 / count));
    }
  }
  return times;
}

/** The system counts processor time in steps of some milliseconds: short work is done several times. */
function repeatsOf(run: () => void): number {
  run();
  const start = performance.now();
  run();
  return Math.max(1, Math.ceil(200 / (performance.now() - start)));
}

/** Wall-clock and processor milliseconds of the fastest of several runs. */
export async function timed(run: () => Promise<unknown>, rounds = 5): Promise<{ wall: number; cpu: number }> {
  const best = { wall: Number.POSITIVE_INFINITY, cpu: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    const start = performance.now();
    await run();
    const { user, system } = process.cpuUsage(before);
    best.wall = Math.min(best.wall, performance.now() - start);
    best.cpu = Math.min(best.cpu, (user + system) / 1000);
  }
  return best;
}

export function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
