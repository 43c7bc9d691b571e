import { formatFenShort, parameterInWords } from '@yimen/rules';
import { findCase, policyFor } from '../casework/index.ts';
import { findHouseholdPhone } from '../households/index.ts';
import { getOffice } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { queueMessage } from '../platform/messages/index.ts';
import type { Services } from '../services.ts';
import { appealWords } from './appeal-words.ts';
import { MESSAGE_TEXTS } from './message-texts.ts';

export type TellHousehold = {
  readonly caseId: string;
  readonly template:
    | 'case-opened'
    | 'notice-issued'
    | 'payment-paid'
    | 'payment-failed'
    | 'grant-refused'
    | 'case-closed';
  readonly amountFen?: number;
  readonly isKind?: boolean;
};

/** A message to the head of the household, or to whoever in it has a phone; without one it waits to be said in person. */
export async function tellHousehold(services: Services, tx: Tx, told: TellHousehold, now: Date): Promise<void> {
  const found = await findCase(tx, told.caseId);
  if (!found) return;
  const recipient = (await findHouseholdPhone(services.vault, tx, found.household_id)) ?? null;
  const office = await getOffice(tx, found.office_id);
  const policy = policyFor(services, found.region_code, now);
  const words = MESSAGE_TEXTS[told.template]({
    caseNo: found.case_no,
    windowName: office.name,
    windowPhone: office.phone,
    yuan: formatFenShort(told.amountFen ?? 0),
    isKind: told.isKind ?? false,
    hotline: parameterInWords(policy, 'hotline.numbers'),
    appeal: appealWords(policy),
  });
  await queueMessage(
    services,
    tx,
    { regionCode: found.region_code, recipient, template: told.template, words, caseId: found.id },
    now,
  );
}
