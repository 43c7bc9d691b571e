import { policyFor } from '../casework/index.ts';
import { findDuty, findWindowOffice, isWithinOfficeHours, selfAndAbove } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Services } from '../services.ts';

export type DutyAnswer =
  | { readonly is: 'office-hours' }
  | { readonly is: 'nobody' }
  | { readonly is: 'on-duty'; readonly phone: string };

/** Out of hours the duty person of the window is called, else that of the county's bureau. */
export async function findDutyPhone(
  services: Services,
  tx: Tx,
  placeRegionCode: string,
  windowId: string,
  now: Date,
): Promise<DutyAnswer> {
  if (isWithinOfficeHours(now, policyFor(services, placeRegionCode, now), services.calendar()))
    return { is: 'office-hours' };
  const duty = (await findDuty(tx, windowId, now)) ?? (await findCountyDuty(tx, placeRegionCode, windowId, now));
  return duty ? { is: 'on-duty', phone: duty.phone } : { is: 'nobody' };
}

async function findCountyDuty(tx: Tx, placeRegionCode: string, windowId: string, now: Date) {
  const county = selfAndAbove(placeRegionCode).find((node) => node.level === 'county');
  const bureau = county && (await findWindowOffice(tx, county.code));
  return bureau && bureau.id !== windowId ? findDuty(tx, bureau.id, now) : undefined;
}
