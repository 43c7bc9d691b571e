import type { Reading, RegisterInMemory } from './kept-registers.ts';

export interface KeptRegister {
  register: RegisterInMemory | null;
  stamp: string;
  shape: string;
  reading: Promise<RegisterInMemory> | null;
  progress: Reading;
  /** Told to the next one who asks; after that it is read anew. */
  failure: unknown;
}

/** Drops those used longest ago until no more households are kept than that; the one used last always stays. */
export function makeRoom(entries: Map<string, Pick<KeptRegister, 'register' | 'reading'>>, most: number): void {
  let households = [...entries.values()].reduce((sum, { register }) => sum + (register?.columns.size ?? 0), 0);
  for (const [key, { register, reading }] of entries) {
    if (households <= most || entries.size === 1) return;
    if (reading || !register) continue;
    households -= register.columns.size;
    entries.delete(key);
  }
}
