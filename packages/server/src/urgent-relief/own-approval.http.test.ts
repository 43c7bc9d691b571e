import { randomUUID } from 'node:crypto';
import * as contract from '@yimen/contracts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { startTestApi } from '../platform/testing/api.ts';
import { reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);
const { openCase, panel, propose, approve } = reliefActs(api, county);
const accountOf = (login: string) => county.accounts[login] ?? '';

/** Everybody prepared it: the clerk took it in, the surveyor surveyed, the reviewer proposed. */
async function prepared(change = {}, proposer = 'town.reviewer') {
  const { caseId } = await openCase({}, 'county.clerk');
  const body = { surveyedOn: '2026-03-02', withWhom: '本人', findings: '房屋烧毁，无处居住', photoIds: [] };
  await api.call(
    contract.recordSurvey,
    { params: { id: caseId }, body },
    { session: await county.as('town.surveyor') },
  );
  const made = await propose(caseId, change, proposer);
  expect(made.problem?.code).toBeUndefined();
  return { caseId, grantId: made.body.grantId };
}

type Signature = { readonly by: string; readonly for?: string; readonly caseId?: string };

/** A signature written past every use case, with the rights of the application. */
function sneakIn(grantId: string, signature: Signature) {
  const { by, for: absent, caseId } = signature;
  return api.services.database.transact(SYSTEM_CONTEXT, (tx) =>
    sql`INSERT INTO yimen.grant_approval (grant_id, account_id, behalf_account_id, region_code, case_id, post_id, at)
      SELECT id, ${accountOf(by)}, ${absent ? accountOf(absent) : null}, region_code, coalesce(${caseId ?? null}::uuid, case_id), ${randomUUID()}, proposed_at
      FROM yimen.relief_grant WHERE id = ${grantId}`.execute(tx),
  );
}

test('the application has the rights of an ordinary role here', async () => {
  const { rows } = await api.services.database.transact(SYSTEM_CONTEXT, (tx) =>
    sql<{ role: string }>`SELECT current_user AS role`.execute(tx),
  );
  expect(rows[0]?.role).toBe('yimen_app');
});

test('R-012 the database refuses the signature of who prepared, whatever the program believes', async () => {
  const { grantId } = await prepared();
  const other = await openCase();
  for (const login of ['county.clerk', 'town.surveyor', 'town.reviewer']) {
    const refusal = { constraint: 'grant_approval_not_own' };
    await expect(sneakIn(grantId, { by: login }), login).rejects.toMatchObject(refusal);
    // Under another case the survey would not be found.
    await expect(sneakIn(grantId, { by: login, caseId: other.caseId }), login).rejects.toMatchObject(refusal);
    await expect(sneakIn(grantId, { by: 'town.approver-b', for: login }), login).rejects.toMatchObject(refusal);
  }
  await sneakIn(grantId, { by: 'society.keeper' });
});

test('the database knows for whom a substitute prepared', async () => {
  for (const [table, column] of [
    ['relief_grant', 'proposed_behalf_account_id'],
    ['"case"', 'opened_behalf_account_id'],
  ] as const) {
    const { caseId, grantId } = await prepared();
    await api.services.database.transact(SYSTEM_CONTEXT, (tx) =>
      sql`UPDATE yimen.${sql.raw(table)} SET ${sql.raw(column)} = ${accountOf('society.keeper')} WHERE id IN (${caseId}, ${grantId})`.execute(
        tx,
      ),
    );
    await expect(sneakIn(grantId, { by: 'society.keeper' })).rejects.toThrow(/cannot approve/);
    expect((await approve(grantId, 'society.keeper')).problem.code).toBe('OWN_WORK_BLOCKED');
    expect((await panel(caseId)).grants[0]?.state).toBe('proposed');
  }
});

test('one person signs once, also through a substitute', async () => {
  const district = {
    level: 'county',
    amountFen: 800_000,
    emergencyOverride: { reason: '村、镇额度远不足以安置' },
  } as const;
  const { grantId } = await prepared(district, 'county.clerk');
  await sneakIn(grantId, { by: 'town.approver-b', for: 'county.approver1' });
  const refusal = { constraint: 'grant_approval_two_people' };
  await expect(sneakIn(grantId, { by: 'county.approver1' })).rejects.toMatchObject(refusal);
  await expect(sneakIn(grantId, { by: 'town.window-b', for: 'county.approver1' })).rejects.toMatchObject(refusal);
  const sameHand = sneakIn(grantId, { by: 'town.approver-b', for: 'county.approver2' });
  await expect(sameHand).rejects.toMatchObject({ constraint: 'grant_approval_key' });
  await sneakIn(grantId, { by: 'county.approver2' });
});

test('a conference written down by the person a substitute proposed for counts for nothing', async () => {
  const needed = {
    level: 'county',
    amountFen: 3_000_000,
    emergencyOverride: { reason: '村、镇额度远不足以安置' },
  } as const;
  const { caseId, grantId } = await prepared(needed, 'county.clerk');
  const inSystem = (statement: ReturnType<typeof sql>) =>
    api.services.database.transact(SYSTEM_CONTEXT, (tx) => statement.execute(tx));
  await inSystem(
    sql`UPDATE yimen.relief_grant SET proposed_behalf_account_id = ${accountOf('county.approver1')} WHERE id = ${grantId}`,
  );
  await inSystem(sql`INSERT INTO yimen.case_conference (id, case_id, region_code, held_on, participants, conclusion, agreed_fen, minutes, recorded_by, recorded_post_id, recorded_at)
    SELECT gen_random_uuid(), case_id, region_code, '2026-03-02', '[{"office": "区民政局", "post": "负责人"}, {"office": "区财政局", "post": "负责人"}]', 'agreed', 3000000, '商定一次性救助三万元', ${accountOf('county.approver1')}, proposed_post_id, proposed_at FROM yimen.relief_grant WHERE id = ${grantId}`);
  expect((await approve(grantId, 'county.approver2')).problem.code).toBe('CASE_CONFERENCE_NEEDED');
  const offered = (await panel(caseId, 'county.approver2')).grants[0]?.availableActions;
  expect(offered?.find((one) => one.act === 'approve')?.blockedBy?.zh).toContain('一事一议');
  const own = inSystem(
    sql`UPDATE yimen.relief_grant g SET conference_id = (SELECT k.id FROM yimen.case_conference k WHERE k.case_id = g.case_id) WHERE g.id = ${grantId}`,
  );
  await expect(own).rejects.toMatchObject({ constraint: 'relief_grant_conference_not_own' });
});
