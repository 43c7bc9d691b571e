import { startLimit, type TaskClock } from '../casework/index.ts';
import { findPostOfRole, findWindowOffice, type OfficeContact, type PostFound } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { refusedField } from '../platform/refused.ts';
import type { Services } from '../services.ts';

export type ReportRoute = { readonly window: OfficeContact; readonly post: PostFound; readonly clock: TaskClock };
export type ClaimedUrgency = 'now' | 'today' | 'soon';

const TRIAGE_LIMIT = {
  now: 'report.triageWithinLifeThreatening',
  today: 'report.triageWithinUrgent',
  soon: 'report.triageWithinOrdinary',
} as const;

/**
 * To the window of the place where the trouble is; the hukou is not even asked (2020意见 第14条, R-047). A window whose
 * clerk is missing does not stop a report: the county's clerk gets it.
 */
export async function routeReport(
  services: Services,
  tx: Tx,
  placeRegionCode: string,
  urgency: ClaimedUrgency,
  now: Date,
): Promise<ReportRoute> {
  const window = await findWindowOffice(tx, placeRegionCode);
  const post =
    window &&
    ((await findPostOfRole(tx, {
      officeId: window.id,
      role: ['window-clerk', 'county-clerk'],
      regionCode: placeRegionCode,
    })) ??
      (await findPostOfRole(tx, { role: ['window-clerk', 'county-clerk'], regionCode: placeRegionCode })));
  if (!window || !post) {
    throw refusedField('INVALID_INPUT', 'placeRegionCode', {
      zh: '该地尚未接入本平台，请拨打当地 12345 或 12349',
      en: 'This place is not served here yet; call 12345 or 12349 there',
    });
  }
  return {
    window,
    post,
    clock: startLimit(services, { regionCode: placeRegionCode, parameter: TRIAGE_LIMIT[urgency], startedAt: now }),
  };
}
