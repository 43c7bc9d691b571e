import { withSession } from '../../platform/runtime/index.ts';
import { openVault } from '../../platform/vault/vault.ts';
import { uuidBytes } from '../binary-copy.ts';
import { writeKnown } from '../known-facts.ts';
import { ByteWriter } from '../packed-bytes.ts';
import { type PackedHousehold, readPage, takeApart, writePage } from '../page-content.ts';
import { readContentOf, writeContent } from './fill-store.ts';

/** Gives one household facts that cannot be, or the page it stands on bytes that cannot be opened. @returns how it was. */
export async function spoil(
  { adminUrl, dataDir }: { readonly adminUrl: string; readonly dataDir: string },
  householdId: string,
  what: 'facts' | 'page',
): Promise<() => Promise<void>> {
  const vault = await openVault({ dataDir });
  return withSession(adminUrl, async (client) => {
    const { id, content } = await readContentOf(client, householdId);
    const households = takeApart(readPage(vault.openBytes('packed_page', 'content', id, content))).map((one) =>
      one.id.equals(uuidBytes(householdId)) ? { ...one, facts: beyond(one) } : one,
    );
    const spoilt =
      what === 'page'
        ? Buffer.concat([content.subarray(0, -1), Buffer.of((content.at(-1) ?? 0) ^ 1)])
        : vault.sealBytes('packed_page', 'content', id, writePage(households));
    await writeContent(client, id, spoilt);
    return () => withSession(adminUrl, (again) => writeContent(again, id, content));
  });
}

/** More than the first fact can be; nothing is known of the members. */
function beyond({ members, events }: PackedHousehold): Buffer {
  const writer = new ByteWriter();
  writeKnown(writer, [[0, Number.MAX_SAFE_INTEGER]]);
  for (let left = members + events; left > 0; left -= 1) writeKnown(writer, []);
  return writer.written();
}
