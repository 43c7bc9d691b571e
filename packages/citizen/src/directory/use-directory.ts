import { useQuery } from '@tanstack/react-query';
import { type DirectoryEntry, listDirectory } from '@yimen/contracts';
import { call } from '../platform/call.ts';
import { commonRegion, townshipOf } from './common-region.ts';

export interface Directory {
  readonly hotline: string;
  readonly entries: readonly DirectoryEntry[];
  /** The region this platform serves. */
  readonly root: string;
}

/** Asked for once: it serves the directory, the choice of a place and the line that names the window. */
export function useDirectory() {
  return useQuery<Directory>({
    queryKey: [listDirectory.id],
    queryFn: ({ signal }) => load(signal),
    staleTime: 300_000,
  });
}

async function load(signal: AbortSignal): Promise<Directory> {
  const { hotline, items } = await call(listDirectory, {}, { signal });
  const windows = items.filter((entry) => entry.kind === 'township-window');
  return { hotline, entries: items, root: commonRegion(windows.map((entry) => entry.regionCode)) };
}

/** The window of the township in which a place lies. */
export function windowOf(directory: Directory | undefined, regionCode: string): DirectoryEntry | undefined {
  const township = townshipOf(regionCode);
  return directory?.entries.find((entry) => entry.kind === 'township-window' && entry.regionCode === township);
}
