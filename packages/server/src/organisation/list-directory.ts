import type { listDirectory as contract, DirectoryEntry, ResponseOf } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { selectDirectory } from './directory-queries.ts';
import { rangeOf, regionName, selfAndAbove } from './region-tree.ts';

const EVERYWHERE = { from: '0'.repeat(12), to: 'Z'.repeat(12), level: 'nation' } as const;
/** The bureau of a city or province is nobody's window. */
const SERVING = ['township', 'county'];

/** Windows with phones, and who is on duty now: those inside the region, and those above that serve it. */
export async function listDirectory(
  services: Services,
  { tx, query, now }: Act<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const range = query.region === undefined ? EVERYWHERE : rangeOf(query.region);
  const above =
    query.region === undefined
      ? []
      : selfAndAbove(query.region)
          .slice(1)
          .filter((node) => SERVING.includes(node.level));
  const rows = await selectDirectory(tx, {
    range,
    above: above.map((node) => node.code),
    search: query.search ?? '',
    now,
  });
  const items = rows.map((row): DirectoryEntry => ({ ...row, regionName: regionName(row.regionCode) }));
  return { hotline: services.settings.hotline, items };
}
