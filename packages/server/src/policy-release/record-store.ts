import type { Tx } from '../platform/db/database.ts';

export async function insertTest(
  tx: Tx,
  test: {
    readonly id: string;
    readonly release_id: string;
    readonly revision: number;
    readonly version: string;
    readonly passed: boolean;
    readonly results: unknown;
    readonly tested_by: string;
    readonly tested_at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('policy_test')
    .values({ ...test, results: JSON.stringify(test.results) })
    .execute();
}

export type NewEvent = {
  readonly id: string;
  readonly release_id: string;
  readonly act: string;
  readonly reason: string | null;
  readonly account_id: string | null;
  readonly behalf_account_id: string | null;
  readonly post_id: string | null;
  readonly at: Date;
};

export async function insertEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx.insertInto('policy_release_event').values(event).execute();
}
