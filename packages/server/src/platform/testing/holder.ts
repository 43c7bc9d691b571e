import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '@yimen/contracts';
import { civilDate } from '../clock/clock.ts';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import type { PlatformServices } from '../platform-services.ts';

export type Holder = {
  readonly accountId: string;
  readonly postId: string;
  readonly officeId: string;
  readonly login: string;
};
export type HolderOptions = {
  readonly role?: Role;
  readonly regionCode?: string;
  readonly officeId?: string;
  readonly officeKind?: string;
};

export const TEST_COUNTY = '341503000000';

/** Somebody holding a post of this role as A, in an office of the test county unless the test says otherwise. */
export async function aHolder({ database, clock }: PlatformServices, options: HolderOptions = {}): Promise<Holder> {
  const { role = 'county-clerk', regionCode = TEST_COUNTY, officeKind = 'civil-affairs' } = options;
  const [accountId, postId, officeId] = [randomUUID(), randomUUID(), options.officeId ?? randomUUID()];
  const login = `p${accountId.slice(0, 8)}`;
  await database.transact(SYSTEM_CONTEXT, async (tx) => {
    const region = {
      code: regionCode,
      level: 'county',
      name: '测试县',
      full_name: '测试县',
      range_to: `${regionCode.slice(0, 6)}999999`,
    };
    await tx
      .insertInto('region')
      .values(region)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (options.officeId === undefined)
      await tx
        .insertInto('office')
        .values({ id: officeId, region_code: regionCode, kind: officeKind, name: '测试单位' })
        .execute();
    await tx
      .insertInto('account')
      .values({ id: accountId, login, name: ROLES[role].zh, password_hash: '-', password_changed_at: clock.now() })
      .execute();
    const post = {
      id: postId,
      office_id: officeId,
      role,
      scope: ROLES[role].scope,
      region_code: regionCode,
      title: ROLES[role].zh,
    };
    await tx.insertInto('post').values(post).execute();
    await tx
      .insertInto('post_holder')
      .values({
        id: randomUUID(),
        post_id: postId,
        account_id: accountId,
        kind: 'A',
        from_date: civilDate(clock.now()),
      })
      .execute();
  });
  return { accountId, postId, officeId, login };
}
