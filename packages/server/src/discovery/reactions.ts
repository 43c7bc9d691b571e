import type { Payload, Reactions } from '../platform/outbox/reactions.ts';
import type { Services } from '../services.ts';
import { endReportsOfCase } from './end-reports-of-case.ts';
import { tellHousehold } from './tell-household.ts';
import { tellReporters } from './tell-reporters.ts';

/** The reporter hears what became of the report, the person what became of the request. */
export function discoveryReactions(services: Services): Reactions {
  return {
    'report.accepted': (tx, payload, now) =>
      tellReporters(services, tx, idIn(payload, 'reportId'), 'report-taken-up', now),
    'report.merged': (tx, payload, now) => tellReporters(services, tx, idIn(payload, 'reportId'), 'report-merged', now),
    'report.closed': (tx, payload, now) => tellReporters(services, tx, idIn(payload, 'reportId'), 'report-ended', now),
    'case.opened': (tx, payload, now) =>
      tellHousehold(services, tx, { caseId: idIn(payload, 'caseId'), template: 'case-opened' }, now),
    'case.notice-issued': (tx, payload, now) =>
      tellHousehold(services, tx, { caseId: idIn(payload, 'caseId'), template: 'notice-issued' }, now),
    'grant.refused': (tx, payload, now) =>
      tellHousehold(services, tx, { caseId: idIn(payload, 'caseId'), template: 'grant-refused' }, now),
    'payment.failed': (tx, payload, now) =>
      tellHousehold(services, tx, { caseId: idIn(payload, 'caseId'), template: 'payment-failed' }, now),
    'payment.paid': (tx, payload, now) =>
      tellHousehold(
        services,
        tx,
        {
          caseId: idIn(payload, 'caseId'),
          template: 'payment-paid',
          amountFen: Number(payload['amountFen']),
          isKind: payload['method'] === 'kind',
        },
        now,
      ),
    'case.closed': async (tx, payload, now) => {
      await endReportsOfCase(services, tx, idIn(payload, 'caseId'), String(payload['outcome']), now);
      await tellHousehold(services, tx, { caseId: idIn(payload, 'caseId'), template: 'case-closed' }, now);
    },
  };
}

function idIn(payload: Payload, name: string): string {
  const id = payload[name];
  if (typeof id !== 'string') throw new Error(`event without ${name}`);
  return id;
}
