import type { AvailableAction, Permission, ReportState, Words } from '@yimen/contracts';
import { availableActs } from '@yimen/rules';
import type { Actor } from '../platform/http/actor.ts';

export type ReportForActions = {
  readonly state: ReportState;
  readonly caseId: string | null;
  readonly placeRegionCode: string;
};

type Offer = {
  readonly act: string;
  readonly from: 'accept' | 'merge' | 'close';
  readonly permission: Permission;
  readonly label: Words;
};

const OFFERS: readonly Offer[] = [
  { act: 'accept-report', from: 'accept', permission: 'report.triage', label: { zh: '接收', en: 'Accept' } },
  { act: 'take-in', from: 'close', permission: 'case.create', label: { zh: '受理建案', en: 'Open a case' } },
  { act: 'merge-report', from: 'merge', permission: 'report.triage', label: { zh: '并案', en: 'Merge' } },
  {
    act: 'close-report',
    from: 'close',
    permission: 'report.triage',
    label: { zh: '办结（说明理由）', en: 'Close with a reason' },
  },
];

/** What this post may do with this report now; nothing once it is settled or became a case. */
export function availableReportActions(report: ReportForActions, actor: Actor): AvailableAction[] {
  if (report.caseId !== null || !isInRemit(report.placeRegionCode, actor)) return [];
  const possible: readonly string[] = availableActs('report', report.state);
  return OFFERS.filter((offer) => possible.includes(offer.from) && actor.permissions.has(offer.permission)).map(
    ({ act, label }) => ({ act, label, blockedBy: null }),
  );
}

export function isInRemit(regionCode: string, actor: Actor): boolean {
  return actor.scope === 'region' && regionCode >= actor.regionCode && regionCode <= actor.regionTo;
}
