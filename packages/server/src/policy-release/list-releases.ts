import type { listPolicyReleases, ResponseOf } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { listReleaseRows } from './queries.ts';

export async function listReleases(
  { policy }: Pick<Services, 'policy'>,
  { tx, actor, query }: Act<typeof listPolicyReleases>,
): Promise<ResponseOf<typeof listPolicyReleases>> {
  const { items, nextCursor } = await listReleaseRows(tx, actor, query);
  return {
    // A pack that begins with the release has no name before its day.
    items: items.map((row) => ({
      ...row,
      packName: policy.packs.get(row.packId)?.name ?? { zh: row.packId, en: row.packId },
    })),
    nextCursor,
  };
}
