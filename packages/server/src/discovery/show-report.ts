import type { getReport as contract, ReportDetail } from '@yimen/contracts';
import { listPhotoIds } from '../platform/files/index.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { availableReportActions, isInRemit } from './available-actions.ts';
import { duplicateWindowDays } from './duplicate-window.ts';
import { nameReports } from './name-reports.ts';
import { findReportDetail, type RawReportDetail } from './queries.ts';
import { LIKENESS_WORDS } from './report-words.ts';

/** A report as this reader may see it: the remit sees the work, a reporter sees what it told and how it goes. */
export async function showReport(services: Services, act: Act<typeof contract>): Promise<ReportDetail> {
  const { tx, params, actor, now } = act;
  const raw = await findReportDetail(tx, params.id, {
    days: duplicateWindowDays(services, actor.regionCode, now),
    now,
  });
  if (!raw) throw refused('NOT_FOUND');
  act.note({ subjectType: 'report', subjectId: raw.id });
  const [named] = await nameReports(services, act, [raw]);
  if (!named) throw refused('NOT_FOUND');
  const { reporterAccountId, reporterOfficeId, placeDetailEncrypted, reporterNameEncrypted, ...rest } = named;
  const isColleague = isInRemit(raw.placeRegionCode, actor) && actor.permissions.has('report.read');
  const knowsReporter = mayKnowReporter(raw, actor);
  return {
    ...rest,
    placeDetail: open(services, raw.id, 'place_detail', placeDetailEncrypted),
    reporterName: knowsReporter ? open(services, raw.id, 'reporter_name', reporterNameEncrypted) : null,
    reporterPhoneMasked: knowsReporter ? raw.reporterPhoneMasked : null,
    outcomeReason: isColleague ? raw.outcomeReason : null,
    photoIds: await listPhotoIds(tx, { reportId: raw.id }),
    similar: isColleague
      ? raw.similar.map(({ likeness, ...report }) => ({ ...report, why: LIKENESS_WORDS[likeness] }))
      : [],
    events: raw.events
      .filter((event) => isColleague || event.isPublic)
      .map(({ at, words, by }) => ({ at, words, by: isColleague ? by : null })),
    availableActions: availableReportActions(raw, actor),
  };
}

/** Who told is known to whoever handles the report, and to those who told; not to everybody who may read it (PR11). */
function mayKnowReporter(raw: RawReportDetail, actor: Actor): boolean {
  if (raw.reporterAccountId === actor.accountId || raw.reporterOfficeId === actor.officeId) return true;
  return isInRemit(raw.placeRegionCode, actor) && actor.permissions.has('report.triage');
}

function open(services: Services, id: string, column: string, sealed: string | null): string | null {
  return sealed === null ? null : services.vault.open('report', column, id, Buffer.from(sealed, 'base64'));
}
