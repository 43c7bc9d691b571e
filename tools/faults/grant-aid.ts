import * as contract from '@yimen/contracts';
import { civilDate } from '../../packages/server/src/platform/clock/clock.ts';
import { aMember, anIntake } from '../../packages/server/src/testing/builders.ts';
import { aProposal } from '../../packages/server/src/testing/relief-acts.ts';
import type { Ledger } from './ledger.ts';
import type { Rig } from './rig.ts';
import { send } from './send.ts';

export const GRANT_FEN = 1_000;
export const PAYEE = { bankName: '农商银行', holderName: '户主', accountNumber: '9990000000001111' };

export type Order = { readonly caseId: string; readonly paymentId: string };

/** A household is taken in and its aid approved; undefined when the database was away between two acts. */
export async function grantAid(rig: Rig, ledger: Ledger, method: 'cash' | 'bank'): Promise<Order | undefined> {
  const household = {
    is: 'new' as const,
    regionCode: '341503100201',
    members: [aMember({ phone: '12800000002', idNumber: null })],
    searched: true as const,
  };
  const event = { ...anIntake().event, occurredOn: civilDate(new Date()) };
  const taken = await send(rig, ledger, {
    route: contract.takeIn,
    login: 'town.window',
    body: anIntake({ household, event }),
  });
  if (!taken) return undefined;
  const { caseId } = taken;
  ledger.cases.push(caseId);
  const payeePersonId = await lookUp(
    rig,
    'SELECT person_id AS id FROM yimen.household_member WHERE household_id = $1',
    taken.householdId,
  );
  // The database is away just now: this household waits for its money, the next one is taken in.
  if (!payeePersonId) return undefined;
  if (method === 'bank') {
    const on = { route: contract.setPayeeAccount, login: 'town.window', params: { id: payeePersonId } };
    if (!(await send(rig, ledger, { ...on, body: PAYEE }))) return undefined;
  }
  const proposed = await send(rig, ledger, {
    route: contract.proposeGrant,
    login: 'town.window',
    params: { id: caseId },
    body: aProposal({ amountFen: GRANT_FEN, payeePersonId, method }),
  });
  if (!proposed) return undefined;
  ledger.grants.push(proposed.grantId);
  await send(rig, ledger, {
    route: contract.approveGrant,
    login: 'society.keeper',
    params: { id: proposed.grantId },
    body: { comment: null, expectedVersion: 1 },
  });
  const paymentId = await lookUp(rig, 'SELECT id FROM yimen.payment WHERE grant_id = $1', proposed.grantId);
  return paymentId === undefined ? undefined : { caseId, paymentId };
}

async function lookUp(rig: Rig, sql: string, id: string): Promise<string | undefined> {
  const found = await rig.owner.query<{ id: string }>(sql, [id]).catch(() => undefined);
  return found?.rows[0]?.id;
}
