import { policyFor, startLimit, type TaskClock } from '../casework/index.ts';
import { findReceptionAt, isWithinOfficeHours, type OfficeContact, type PostFound } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { refusedField } from '../platform/refused.ts';
import type { Services } from '../services.ts';

export type DutyAnswer =
  | { readonly is: 'office-hours' }
  | { readonly is: 'nobody' }
  | { readonly is: 'on-duty'; readonly phone: string };
export type ReportRoute = {
  readonly window: OfficeContact;
  readonly post: PostFound;
  readonly duty: DutyAnswer;
  readonly clock: TaskClock;
};
export type ClaimedUrgency = 'now' | 'today' | 'soon';

const TRIAGE_LIMIT = {
  now: 'report.triageWithinLifeThreatening',
  today: 'report.triageWithinUrgent',
  soon: 'report.triageWithinOrdinary',
} as const;

/**
 * To the window of the place where the trouble is; the hukou is not even asked (2020意见 第14条, R-047). A window whose
 * clerk is missing does not stop a report: the county's clerk gets it. Out of hours the duty person is called.
 */
export async function routeReport(
  services: Services,
  tx: Tx,
  placeRegionCode: string,
  urgency: ClaimedUrgency,
  now: Date,
): Promise<ReportRoute> {
  const reception = await findReceptionAt(tx, placeRegionCode, ['window-clerk', 'county-clerk'], now);
  if (!reception?.clerk) {
    throw refusedField('INVALID_INPUT', 'placeRegionCode', {
      zh: '该地尚未接入本平台，请拨打当地 12345 或 12349',
      en: 'This place is not served here yet; call 12345 or 12349 there',
    });
  }
  const { window, clerk, dutyPhone } = reception;
  return {
    window,
    post: clerk,
    duty: dutyAnswer(services, placeRegionCode, dutyPhone, now),
    clock: startLimit(services, { regionCode: placeRegionCode, parameter: TRIAGE_LIMIT[urgency], startedAt: now }),
  };
}

function dutyAnswer(services: Services, regionCode: string, phone: string | null, now: Date): DutyAnswer {
  if (isWithinOfficeHours(now, policyFor(services, regionCode, now), services.calendar()))
    return { is: 'office-hours' };
  return phone === null ? { is: 'nobody' } : { is: 'on-duty', phone };
}
