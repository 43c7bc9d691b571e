import * as contract from '@yimen/contracts';
import { addDays } from '@yimen/rules';
import type { DemoGrant } from '../cases/plan-grants.ts';
import { fictitiousBankAccount } from '../people/invent-numbers.ts';
import type { CaseTelling } from './telling.ts';

/** @returns the grant, or undefined where the story is about the refusal itself: the same invoice again. */
export async function tellProposal(telling: CaseTelling, grant: DemoGrant): Promise<string | undefined> {
  const by = grant.level === 'county' ? telling.clerk : telling.window;
  const params = { id: telling.caseId };
  const panel = await telling.act(contract.getUrgentRelief, { params }, { by, after: 15 });
  const { payeePersonId = panel.payees[0]?.personId } = telling.place;
  const payee = panel.payees.find((one) => one.personId === payeePersonId);
  if (!payee) throw new Error(`nobody to pay in ${telling.story.key}`);
  if (grant.method === 'bank' && payee.accountMasked === null) await openAccount(telling, payee, by);
  const body = {
    level: grant.level,
    form: grant.form,
    amountFen: grant.amountFen,
    items: grant.items.map((item) => ({ ...item })),
    method: grant.method,
    purpose: grant.purpose,
    payeePersonId: payee.personId,
    evidenceNumber: grant.evidenceNumber,
    followUp: grant.newFact ? { newFact: grant.newFact } : null,
    emergencyOverride: grant.overrideReason ? { reason: grant.overrideReason } : null,
    stages: stagesOf(grant, telling.today()),
  };
  const told = await telling.attempt(contract.proposeGrant, { params, body }, { by, after: 0 });
  if (told.ok) return told.body.grantId;
  if (told.code === 'EVIDENCE_REUSED' || told.code === 'SAME_EVENT') return undefined;
  throw new Error(`propose ${grant.level}: ${told.code} ${told.text.slice(0, 300)}`);
}

/** A family that nobody knew before has no account on file yet. */
async function openAccount(telling: CaseTelling, payee: { personId: string; name: string }, by: string): Promise<void> {
  const serial = Math.floor(telling.place.now.getTime() / 1_000);
  const body = { bankName: '示范农村商业银行', accountNumber: fictitiousBankAccount(serial), holderName: payee.name };
  await telling.act(contract.setPayeeAccount, { params: { id: payee.personId }, body }, { by, after: 0 });
}

function stagesOf(grant: DemoGrant, today: string): { plannedOn: string; amountFen: number }[] {
  if (grant.instalments <= 1) return [];
  const part = Math.floor(grant.amountFen / grant.instalments);
  return Array.from({ length: grant.instalments }, (_, index) => ({
    plannedOn: addDays(today, index * 30),
    amountFen: index === grant.instalments - 1 ? grant.amountFen - part * (grant.instalments - 1) : part,
  }));
}
