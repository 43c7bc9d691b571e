import type { ReportSummary } from '@yimen/contracts';
import { regionFullName } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Services } from '../services.ts';
import type { RawReport } from './queries.ts';

type Named<R extends RawReport> = Omit<R, 'responsiblePostId'> & Pick<ReportSummary, 'placeName' | 'responsible'>;

/** Who is responsible and where, in words. */
export async function nameReports<R extends RawReport>(
  { postNames }: Pick<Services, 'postNames'>,
  { tx, actor }: { readonly tx: Tx; readonly actor: Actor },
  reports: readonly R[],
): Promise<Named<R>[]> {
  const showPost = await postNames.open(
    tx,
    actor,
    reports.map((report) => report.responsiblePostId),
  );
  return reports.map(({ responsiblePostId, ...report }) => ({
    ...report,
    placeName: regionFullName(report.placeRegionCode),
    responsible: showPost(responsiblePostId),
  }));
}
