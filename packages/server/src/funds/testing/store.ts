import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { sealPayee } from '../payee-snapshot.ts';

export type GrantWish = {
  readonly fundId: string;
  readonly fromAccountId: string;
  readonly officeId: string;
  readonly postId: string;
  readonly regionCode: string;
  readonly townshipCode: string;
  readonly amountFen: number;
  readonly method: 'cash' | 'bank' | 'kind';
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly payeeName: string;
  readonly account: string;
  readonly idNumberIndex: Buffer | null;
  readonly now: Date;
};

/** An approved grant with everything above it: person, household, case, matter, incident. */
export async function insertApprovedGrant(tx: Tx, vault: Vault, wish: GrantWish) {
  const { now, regionCode: region_code } = wish;
  const [personId, householdId, caseId, matterId, episodeId, id] = Array.from({ length: 6 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const isSealed = wish.idNumberIndex !== null;
  await tx
    .insertInto('person')
    .values({
      id: personId,
      region_code,
      name: wish.payeeName,
      sex: 'male',
      residence_region_code: region_code,
      created_at: now,
      created_by: wish.proposedBy,
      id_number_index: wish.idNumberIndex,
      id_number_encrypted: isSealed ? Buffer.from('sealed') : null,
    })
    .execute();
  await tx
    .insertInto('household')
    .values({ id: householdId, region_code, head_name: wish.payeeName, created_at: now, created_by: wish.proposedBy })
    .execute();
  await tx
    .insertInto('household_member')
    .values({
      household_id: householdId,
      person_id: personId,
      region_code,
      relation: 'head',
      support_relation: 'none',
      from_date: '2026-01-01',
    })
    .execute();
  await tx
    .insertInto('case')
    .values({
      id: caseId,
      case_no: `T${id.slice(0, 18)}`,
      region_code,
      township_code: wish.townshipCode,
      household_id: householdId,
      head_name: wish.payeeName,
      summary: '火灾',
      event_kind: 'fire',
      occurred_on: '2026-03-01',
      description: '房屋烧毁',
      need: '住处',
      urgency: 'urgent',
      urgency_possible: 'urgent',
      office_id: wish.officeId,
      responsible_post_id: wish.postId,
      first_asked_post_id: wish.postId,
      opened_at: now,
      opened_by: wish.proposedBy,
    })
    .execute();
  await tx
    .insertInto('matter')
    .values({
      id: matterId,
      case_id: caseId,
      region_code,
      township_code: wish.townshipCode,
      programme: 'urgentRelief',
      office_id: wish.officeId,
      opened_at: now,
    })
    .execute();
  await tx
    .insertInto('episode')
    .values({
      id: episodeId,
      household_id: householdId,
      case_id: caseId,
      region_code,
      event_kind: 'fire',
      occurred_on: '2026-03-01',
      policy_version: 'test',
      opened_at: now,
    })
    .execute();
  const snapshot =
    wish.method === 'bank'
      ? sealPayee(vault, 'relief_grant', id, { name: wish.payeeName, bankName: '农商银行', account: wish.account })
      : null;
  await tx
    .insertInto('relief_grant')
    .values({
      id,
      episode_id: episodeId,
      case_id: caseId,
      matter_id: matterId,
      region_code,
      level: 'township',
      form: wish.method === 'kind' ? 'kind' : 'money',
      method: wish.method,
      amount_fen: wish.amountFen,
      purpose: '住处',
      state: 'approved',
      office_id: wish.officeId,
      fund_id: wish.fundId,
      from_account_id: wish.fromAccountId,
      payee_person_id: personId,
      payee_name: wish.payeeName,
      payee_snapshot_encrypted: snapshot,
      payee_masked: snapshot ? `***${wish.account.slice(-4)}` : null,
      approvals_needed: 1,
      approvals_given: 1,
      explanation: '{}',
      proposed_by: wish.proposedBy,
      proposed_post_id: wish.postId,
      proposed_at: now,
      approved_at: now,
    })
    .execute();
  await tx
    .insertInto('grant_approval')
    .values({ grant_id: id, account_id: wish.approvedBy, region_code, case_id: caseId, post_id: wish.postId, at: now })
    .execute();
  return {
    ...(await tx.selectFrom('relief_grant').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
    personId,
    householdId,
  };
}

export async function fileRelative(
  tx: Tx,
  accountId: string,
  idNumberIndex: Buffer,
  filedBy: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('relative_filing')
    .values({
      id: randomUUID(),
      account_id: accountId,
      relation: 'sibling',
      name: '某人',
      id_number_index: idNumberIndex,
      id_number_masked: '999***********0000',
      filed_by: filedBy,
      filed_at: now,
    })
    .execute();
}

export async function selectPayments(tx: Tx, grantId: string) {
  return tx
    .selectFrom('payment')
    .selectAll()
    .where('grant_id', '=', grantId)
    .orderBy('seq')
    .orderBy('ordered_at')
    .execute();
}

export async function selectGrant(tx: Tx, id: string) {
  return tx.selectFrom('relief_grant').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export async function selectBalance(tx: Tx, accountId: string): Promise<number> {
  return (
    await tx.selectFrom('fund_account').select('balance_fen').where('id', '=', accountId).executeTakeFirstOrThrow()
  ).balance_fen;
}

export async function selectAccount(tx: Tx, fundId: string, officeId: string, role: string): Promise<string> {
  const row = await tx
    .selectFrom('fund_account')
    .select('id')
    .where('fund_id', '=', fundId)
    .where('office_id', '=', officeId)
    .where('role', '=', role)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Every way in which the books could be wrong; empty when they are right. */
export async function findLedgerFaults(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    /* the whole table */ SELECT 'fund not at zero: ' || fund_id || ' ' || sum(balance_fen) AS fault FROM yimen.fund_account GROUP BY fund_id HAVING sum(balance_fen) <> 0
    UNION ALL
    SELECT 'balance without transfers: ' || a.id || ' ' || a.role || ' ' || a.balance_fen || ' <> ' || t.sum FROM yimen.fund_account a
      CROSS JOIN LATERAL (SELECT coalesce(sum(CASE WHEN x.to_account_id = a.id THEN x.amount_fen ELSE -x.amount_fen END), 0) AS sum
        FROM yimen.transfer x WHERE a.id IN (x.to_account_id, x.from_account_id)) t WHERE t.sum <> a.balance_fen
    UNION ALL SELECT 'below zero: ' || id FROM yimen.fund_account WHERE role <> 'source' AND balance_fen < 0
    UNION ALL SELECT 'above ceiling: ' || id FROM yimen.fund_account WHERE balance_fen > ceiling_fen
    UNION ALL SELECT 'source with money: ' || id FROM yimen.fund_account WHERE role = 'source' AND balance_fen > 0
    UNION ALL SELECT 'transfer between funds: ' || t.id FROM yimen.transfer t JOIN yimen.fund_account a ON a.id IN (t.from_account_id, t.to_account_id) WHERE a.fund_id <> t.fund_id
    UNION ALL
    SELECT 'set aside without orders: ' || a.id || ' ' || a.balance_fen || ' <> ' || p.sum FROM yimen.fund_account a
      CROSS JOIN LATERAL (SELECT coalesce(sum(x.amount_fen), 0) AS sum FROM yimen.payment x WHERE x.reserved_account_id = a.id AND x.state IN ('ordered', 'approved', 'batched', 'sent', 'failed')) p
      WHERE a.role = 'reserved' AND p.sum <> a.balance_fen
    UNION ALL
    SELECT 'paid without transfer: ' || p.id FROM yimen.payment p LEFT JOIN yimen.transfer t ON t.payment_id = p.id AND t.kind = 'spend'
      WHERE (p.state = 'paid') <> (t.id IS NOT NULL) OR t.amount_fen <> p.amount_fen
    UNION ALL
    SELECT 'grant out of step: ' || g.id FROM yimen.relief_grant g
      WHERE g.paid_fen <> (SELECT coalesce(sum(p.amount_fen), 0) FROM yimen.payment p WHERE p.grant_id = g.id AND p.state = 'paid')
    UNION ALL
    SELECT 'batch out of step: ' || b.id FROM yimen.payment_batch b WHERE b.state <> 'cancelled'
      AND (b.count, b.total_fen) <> (SELECT count(*), coalesce(sum(p.amount_fen), 0) FROM yimen.payment p WHERE p.batch_id = b.id)`.execute(
    tx,
  );
  return rows.map((row) => row.fault);
}

type PayeeRow = {
  id: string;
  personId: string;
  payee: { name: string; bankName: string; account: string };
  account: Buffer;
  index: Buffer;
  now: Date;
};

export async function insertPayeeAccount(
  tx: Tx,
  { id, personId, payee, account, index, now }: PayeeRow,
): Promise<void> {
  await tx
    .insertInto('payee_account')
    .values({
      id,
      person_id: personId,
      region_code: '341503100201',
      bank_name: payee.bankName,
      holder_name: payee.name,
      account_encrypted: account,
      account_index: index,
      account_masked: `***${payee.account.slice(-4)}`,
      from_at: now,
      recorded_by: randomUUID(),
    })
    .execute();
}

export async function insertChecks(tx: Tx, paymentIds: readonly string[], accountId: string, now: Date): Promise<void> {
  await sql`INSERT INTO yimen.payment_check (payment_id, account_id, region_code, post_id, at)
    SELECT p.id, ${accountId}::uuid, p.region_code, gen_random_uuid(), ${now} FROM yimen.payment p WHERE p.id = ANY (${paymentIds}::uuid[])`.execute(
    tx,
  );
  await sql`UPDATE yimen.payment SET checks_given = checks_needed, state = 'approved' WHERE id = ANY (${paymentIds}::uuid[])`.execute(
    tx,
  );
}
