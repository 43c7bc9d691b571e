import { listRegions, type Region } from '@yimen/contracts';
import { searchable } from '../platform/searchable.ts';
import { useCall } from '../platform/use-call.ts';
import { useSettled } from '../platform/use-settled.ts';

/** Villages of that name: people know their village better than the name of the window. */
export function useVillages(root: string, typed: string): readonly Region[] {
  const search = useSettled(searchable(typed));
  const found = useCall(listRegions, { query: { parent: root, search } }, { enabled: search.length > 1 });
  if (search.length < 2) return [];
  return (found.data?.items ?? []).filter(({ level }) => level === 'village').slice(0, 12);
}
