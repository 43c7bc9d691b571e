import * as contract from '@yimen/contracts';
import { rangeOf } from '../organisation/index.ts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { acceptReport } from './accept-report.ts';
import { closeReport } from './close-report.ts';
import { duplicateWindowDays } from './duplicate-window.ts';
import { followReport } from './follow-report.ts';
import { mergeReport } from './merge-report.ts';
import { nameReports } from './name-reports.ts';
import { listReportRows } from './queries.ts';
import { receiveReport } from './receive-report.ts';
import { showReport } from './show-report.ts';

export function discoveryRoutes(services: Services): Implementation[] {
  return [
    implement(contract.reportInPublic, async ({ tx, now, body, note, insertAtEnd }) => {
      const receipt = await receiveReport(services, {
        tx,
        now,
        fields: body,
        channel: 'public-page',
        by: null,
        insertAtEnd,
      });
      note({ subjectType: 'report', subjectId: receipt.reportId });
      return receipt;
    }),
    implement(contract.createReport, async ({ tx, now, body, actor, note, insertAtEnd }) => {
      const { channel, ...fields } = body;
      const receipt = await receiveReport(services, { tx, now, fields, channel, by: actor, insertAtEnd });
      note({ subjectType: 'report', subjectId: receipt.reportId });
      return receipt;
    }),
    implement(contract.followReport, (act) => followReport(services, act)),
    implement(contract.listReports, async ({ tx, query, now, actor, note }) => {
      // An office without a region of its own sees the reports it took; row security keeps the rest away.
      const remit = actor.scope === 'region' ? { remit: rangeOf(actor.regionCode) } : {};
      const page = await listReportRows(tx, { ...query, ...remit }, query, {
        days: duplicateWindowDays(services, actor.regionCode, now),
        now,
      });
      note({ subjectType: 'report-list', details: { count: page.items.length } });
      return { items: await nameReports(services, { tx, actor }, page.items), nextCursor: page.nextCursor };
    }),
    implement(contract.listMyReports, async ({ tx, query, now, actor, note }) => {
      const page = await listReportRows(tx, { reporterAccountId: actor.accountId }, query, {
        days: duplicateWindowDays(services, actor.regionCode, now),
        now,
      });
      note({ subjectType: 'report-list', details: { count: page.items.length } });
      return { items: await nameReports(services, { tx, actor }, page.items), nextCursor: page.nextCursor };
    }),
    implement(contract.getReport, (act) => showReport(services, act)),
    implement(contract.acceptReport, (act) => acceptReport(act)),
    implement(contract.mergeReport, (act) => mergeReport(act)),
    implement(contract.closeReport, (act) => closeReport(act)),
  ];
}
