import { withSession } from '../../platform/runtime/index.ts';
import { cutPages } from '../cut-pages.ts';
import { listPages } from '../page-store.ts';
import { insertRun } from './fill-store.ts';

const EVERYWHERE = { from: '000000000000', to: '999999999999' };

/** Everybody in the register, cut into open ranges; nothing is computed yet. */
export function startRun(
  adminUrl: string,
  { on, packId, rangeSize = 20_000 }: { readonly on: string; readonly packId: string; readonly rangeSize?: number },
): Promise<string> {
  return withSession(adminUrl, async (client) => {
    const parts = cutPages(await listPages(client, EVERYWHERE), rangeSize);
    return insertRun(client, { packId, on, parts: parts.map((pages) => pages.map(({ id }) => id)) });
  });
}
