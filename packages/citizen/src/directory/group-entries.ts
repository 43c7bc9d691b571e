import type { DirectoryEntry } from '@yimen/contracts';

export const GROUPS = ['townships', 'bureau', 'partners'] as const;
export type Group = (typeof GROUPS)[number];

const PARTNERS: readonly DirectoryEntry['kind'][] = ['rescue-station', 'charity', 'social-work', 'hospital', 'school'];

export interface EntryGroup {
  readonly group: Group;
  readonly entries: readonly DirectoryEntry[];
}

/** As somebody looks for help: the window of the township first. The hotline stands above the list already. */
export function groupEntries(entries: readonly DirectoryEntry[]): readonly EntryGroup[] {
  return GROUPS.map((group) => ({ group, entries: entries.filter((entry) => groupOf(entry) === group) })).filter(
    (found) => found.entries.length > 0,
  );
}

function groupOf({ kind }: DirectoryEntry): Group | undefined {
  if (kind === 'hotline') return undefined;
  if (kind === 'township-window') return 'townships';
  return PARTNERS.includes(kind) ? 'partners' : 'bureau';
}

/** Every word typed stands somewhere in the entry; phones are found with and without their dash. */
export function matchesSearch(entry: DirectoryEntry, typed: string): boolean {
  const told = [entry.name, entry.regionName, entry.address, entry.phone, entry.phone?.replaceAll('-', '')].join(' ');
  return typed
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => told.includes(word));
}

/** Hours that all of them share are said once. */
export function commonHours(entries: readonly DirectoryEntry[]): string | undefined {
  const [first, ...others] = entries;
  if (first === undefined || first.openHours === null || others.length === 0) return undefined;
  return others.every(({ openHours }) => openHours === first.openHours) ? first.openHours : undefined;
}
