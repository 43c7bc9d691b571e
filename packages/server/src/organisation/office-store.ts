import type { Tx } from '../platform/db/database.ts';

export type OfficeChange = {
  readonly name?: string;
  readonly kind?: string;
  readonly department?: string | null;
  readonly region_code?: string;
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly open_hours?: string | null;
  readonly is_public?: boolean;
  readonly active?: boolean;
};
export type NewOffice = Required<Omit<OfficeChange, 'active'>> & { readonly id: string; readonly created_at: Date };

export async function insertOffice(tx: Tx, office: NewOffice): Promise<void> {
  await tx.insertInto('office').values(office).execute();
}

export async function lockOffice(tx: Tx, id: string) {
  return tx.selectFrom('office').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function changeOfficeRow(tx: Tx, id: string, change: OfficeChange): Promise<number> {
  const row = await tx
    .updateTable('office')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Another active office of this name in the region. */
export async function isOfficeNameTaken(tx: Tx, regionCode: string, name: string, exceptId?: string): Promise<boolean> {
  const found = await tx
    .selectFrom('office')
    .select('id')
    .where('region_code', '=', regionCode)
    .where('name', '=', name)
    .where('active', '=', true)
    .$if(exceptId !== undefined, (query) => query.where('id', '<>', exceptId ?? ''))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function countActivePosts(tx: Tx, officeId: string): Promise<number> {
  const row = await tx
    .selectFrom('post')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('office_id', '=', officeId)
    .where('active', '=', true)
    .executeTakeFirstOrThrow();
  return row.count;
}
