/** What is costly to make and may be made again: kept while it is used, a bounded number of it, and dropped after a rest. */
export interface Kept<Key, T> {
  /** Made once for everybody who asks at the same time; what failed is made anew for the next one. */
  get(key: Key, make: () => Promise<T>): Promise<T>;
  clear(): Promise<void>;
}

export interface KeepingOptions<T> {
  readonly most: number;
  readonly restMs: number;
  readonly drop?: (one: T) => Promise<void>;
}

export function keep<Key, T>({ most, restMs, drop }: KeepingOptions<T>): Kept<Key, T> {
  const all = new Map<Key, Promise<T>>();
  let timer: NodeJS.Timeout | undefined;

  function get(key: Key, make: () => Promise<T>): Promise<T> {
    const known = all.get(key);
    // The one used last stands last.
    all.delete(key);
    const one = known ?? make();
    all.set(key, one);
    if (!known) one.catch(() => all.get(key) === one && all.delete(key));
    for (const oldest of all.keys()) {
      if (all.size <= most) break;
      void forget(oldest);
    }
    clearTimeout(timer);
    timer = setTimeout(() => void clear(), restMs).unref();
    return one;
  }

  async function forget(key: Key): Promise<void> {
    const one = all.get(key);
    all.delete(key);
    const made = await one?.catch(() => undefined);
    if (made !== undefined) await drop?.(made);
  }

  async function clear(): Promise<void> {
    clearTimeout(timer);
    await Promise.all([...all.keys()].map(forget));
  }

  return { get, clear };
}
