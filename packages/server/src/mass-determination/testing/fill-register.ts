import { randomUUID } from 'node:crypto';
import type { CheckedRules, HouseholdColumns, Results } from '@yimen/rules';
import type pg from 'pg';
import { SYSTEM_CONTEXT } from '../../platform/db/access-context.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { withSession } from '../../platform/runtime/index.ts';
import { openVault, type Vault } from '../../platform/vault/vault.ts';
import { ArrayWriter } from '../binary-array.ts';
import { uuidBytes } from '../binary-copy.ts';
import { layoutOfRules } from '../fact-layout.ts';
import { factLayoutId, outcomeLayoutId } from '../layout-store.ts';
import { ByteWriter } from '../packed-bytes.ts';
import { packHousehold } from '../packed-facts.ts';
import { packOutcomes, programmeResults } from '../packed-outcomes.ts';
import { countsOf, HOUSEHOLDS_PER_PAGE, type PackedHousehold, writePage } from '../page-content.ts';
import type { Place } from '../place.ts';
import { insertNewPages } from './fill-store.ts';

export interface NewRegister {
  readonly columns: HouseholdColumns;
  /** What stands for them. */
  readonly results: Results;
  /** The place of each policy row. */
  readonly places: readonly Place[];
}

const PAGES_PER_WRITE = 300;

/**
 * Many households at once, for tests and measurements: as an administrator of the database, without the people, cases
 * and assessments they belong to. @returns their ids.
 */
export async function fillRegister(
  at: { readonly adminUrl: string; readonly dataDir: string },
  rules: CheckedRules,
  register: NewRegister,
  onProgress: (households: number) => void = () => undefined,
): Promise<readonly string[]> {
  const vault = await openVault(at);
  const ids = Array.from({ length: register.columns.size }, () => randomUUID() as string);
  const pack = await packer(at.adminUrl, rules, register, ids);
  const pages = pagesOf(register);
  let written = 0;
  await withSession(at.adminUrl, async (client) => {
    await client.query('SET session_replication_role = replica; SET search_path = yimen');
    for (let from = 0; from < pages.length; from += PAGES_PER_WRITE) {
      const some = pages.slice(from, from + PAGES_PER_WRITE);
      await writePages(client, vault, some, pack, register.places);
      written += some.reduce((sum, { households }) => sum + households.length, 0);
      onProgress(written);
    }
  });
  return ids;
}

type Page = { readonly id: string; readonly row: number; readonly households: readonly number[] };

/** A page holds households of one place. Their ids rise, so that households come out in the order of places. */
function pagesOf({ columns }: NewRegister): readonly Page[] {
  const byRow = Map.groupBy(
    Array.from({ length: columns.size }, (_, household) => household),
    (household) => columns.rowOf[household] ?? 0,
  );
  const parts = [...byRow].flatMap(([row, households]) =>
    Array.from({ length: Math.ceil(households.length / HOUSEHOLDS_PER_PAGE) }, (_, part) => ({
      row,
      households: households.slice(part * HOUSEHOLDS_PER_PAGE, (part + 1) * HOUSEHOLDS_PER_PAGE),
    })),
  );
  return parts.map((part, number) => ({
    ...part,
    id: `${number.toString(16).padStart(8, '0')}${randomUUID().slice(8)}`,
  }));
}

async function packer(
  adminUrl: string,
  rules: CheckedRules,
  { columns, results }: NewRegister,
  ids: readonly string[],
) {
  const programmes = programmeResults(rules, results);
  const database = openDatabase({ url: adminUrl, poolSize: 1 });
  const layoutId = await database.transact(SYSTEM_CONTEXT, (tx) => factLayoutId(tx, layoutOfRules(rules)));
  const outcomeLayout = programmes.map(({ programme, on }) => ({ programme, on }));
  const standing = await database.transact(SYSTEM_CONTEXT, (tx) => outcomeLayoutId(tx, outcomeLayout));
  await database.close();
  const writer = new ByteWriter();
  const written = (write: () => void): Buffer => {
    writer.clear();
    write();
    return writer.written();
  };
  const count = (scope: 'person' | 'event', household: number) =>
    (columns.offsets[scope][household + 1] ?? 0) - (columns.offsets[scope][household] ?? 0);
  return (household: number): PackedHousehold => ({
    id: uuidBytes(ids[household] ?? ''),
    revision: 1,
    members: count('person', household),
    events: count('event', household),
    layoutId,
    facts: written(() => packHousehold(rules, columns, household, writer)),
    outcomeLayoutId: standing,
    outcomes: written(() => packOutcomes(programmes, columns, household, writer)),
  });
}

async function writePages(
  client: pg.Client,
  vault: Vault,
  pages: readonly Page[],
  pack: (household: number) => PackedHousehold,
  places: readonly Place[],
): Promise<void> {
  const page = {
    id: new ArrayWriter('uuid'),
    region: new ArrayWriter('text'),
    area: new ArrayWriter('text'),
    households: new ArrayWriter('int4'),
    members: new ArrayWriter('int4'),
    events: new ArrayWriter('int4'),
    content: new ArrayWriter('bytea'),
  };
  const own = { id: new ArrayWriter('uuid'), page: new ArrayWriter('uuid'), members: new ArrayWriter('int4') };
  for (const { id, row, ...numbers } of pages) {
    const households = numbers.households.map(pack);
    const place = places[row];
    const counts = countsOf(households);
    page.id.bytes(uuidBytes(id));
    page.region.bytes(Buffer.from(place?.regionCode ?? ''));
    page.area.bytes(Buffer.from(place?.area ?? 'unknown'));
    page.households.int4(counts.households);
    page.members.int4(counts.members);
    page.events.int4(counts.events);
    page.content.bytes(vault.sealBytes('packed_page', 'content', id, writePage(households)));
    for (const household of households) {
      own.id.bytes(household.id);
      own.page.bytes(uuidBytes(id));
      own.members.int4(household.members);
    }
  }
  await insertNewPages(client, page, own);
}
