import { type CaseRow, caseForAct, requireTransition, requireVersion } from '../casework/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { refused } from '../platform/refused.ts';
import { REFERRAL_RULES, type ReferralAct } from './referral-actions.ts';
import { findReferral, lockReferral, type ReferralRow } from './store.ts';

export type ReferralToAct = { readonly act: ReferralAct; readonly id: string; readonly expectedVersion: number };

/**
 * The gate before a referral changes: the case first (its lock, relatives, remit), then the referral. Only the office
 * asked may answer, only the office that asked may revoke; for everybody else the referral is not there.
 */
export async function referralForAct(
  tx: Tx,
  actor: Actor,
  wanted: ReferralToAct,
): Promise<{ referral: ReferralRow; found: CaseRow }> {
  const rule = REFERRAL_RULES[wanted.act];
  const seen = await findReferral(tx, wanted.id);
  const office = rule.side === 'to' ? seen?.to_office_id : seen?.from_office_id;
  if (!seen || office !== actor.officeId) throw refused('NOT_FOUND');
  const found = await caseForAct(tx, actor, seen.case_id);
  const referral = await lockReferral(tx, wanted.id);
  if (!referral) throw refused('NOT_FOUND');
  requireTransition('referral', wanted.act, referral);
  requireVersion(referral, wanted.expectedVersion, { state: referral.state });
  return { referral, found };
}
