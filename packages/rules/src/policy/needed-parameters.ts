import type { NeededParameter } from './pack-issue.ts';

/** What the code of this package and of the server asks for by id; a set that does not define it is refused at load. */
export const NEEDED_PARAMETERS: readonly NeededParameter[] = [
  {
    id: 'urgentRelief.ladder',
    unit: 'table',
    columns: ['level', 'labelZh', 'labelEn', 'capFen', 'cumulativeCapFen', 'money', 'administrativeAct'],
  },
  { id: 'urgentRelief.requireExhaustion', unit: 'flag' },
  { id: 'urgentRelief.ladderScope', unit: 'text' },
  { id: 'urgentRelief.ladderWindow', unit: 'text' },
  { id: 'urgentRelief.sameEventWindowDays', unit: 'calendarDays' },
  { id: 'urgentRelief.incidentPlaceHandles', unit: 'flag' },
  { id: 'urgentRelief.cautionCauses', unit: 'list' },
  { id: 'urgentRelief.payWithin', unit: 'limit' },
  { id: 'urgentRelief.papersWithin', unit: 'limit' },
  { id: 'urgentRelief.papers', unit: 'table', columns: ['id', 'labelZh', 'labelEn', 'provider', 'when'] },
  { id: 'urgentRelief.afterCheckWithin', unit: 'limit' },
  { id: 'urgentRelief.escalateAfter', unit: 'limit' },
  { id: 'urgentRelief.recoverAfter', unit: 'limit' },
  {
    id: 'urgentRelief.approvals',
    unit: 'table',
    columns: ['level', 'aboveFen', 'approvers', 'roles', 'caseConference'],
  },
  { id: 'payment.checks', unit: 'table', columns: ['aboveFen', 'checkers', 'roles'] },
  { id: 'pettyCash.ceiling', unit: 'fen' },
  { id: 'pettyCash.replenishBelow', unit: 'basisPoints' },
  { id: 'report.triageWithinLifeThreatening', unit: 'limit' },
  { id: 'report.triageWithinUrgent', unit: 'limit' },
  { id: 'report.triageWithinOrdinary', unit: 'limit' },
  { id: 'report.duplicateWindowDays', unit: 'calendarDays' },
  { id: 'report.followCodeDays', unit: 'calendarDays' },
  { id: 'referral.acceptWithin', unit: 'limit' },
  { id: 'referral.finishWithin', unit: 'limit' },
  { id: 'hotline.numbers', unit: 'list' },
  { id: 'window.hours', unit: 'table', columns: ['opens', 'closes'] },
  { id: 'appeal.reconsiderationWithin', unit: 'limit' },
  { id: 'appeal.suitWithin', unit: 'limit' },
  { id: 'redetermination.decideWithin', unit: 'limit' },
  { id: 'clock.warnBefore', unit: 'limit' },
  { id: 'clock.warnBeforeHours', unit: 'limit' },
];

/** What a place lays down for people to read on the workbench; nothing is computed from it. */
export const SHOWN_PARAMETERS: readonly string[] = [
  // A duty of whoever is at the window, kept by people.
  'intake.firstAskerResponsible',
  // Called by hand; the public pages know them without a policy, so that they are there before anything has loaded.
  'hotline.emergencyNumbers',
  // A box may be counted on any day; the township keeps the interval.
  'pettyCash.countEvery',
];

export const PARAMETERS_READ_BY_CODE: readonly string[] = [
  ...NEEDED_PARAMETERS.map(({ id }) => id),
  ...SHOWN_PARAMETERS,
];
