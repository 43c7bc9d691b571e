import type { createReport, InputOf, reportInPublic } from '@yimen/contracts';
import { PLACES } from './small-county.ts';

export type PublicReport = InputOf<typeof reportInPublic>['body'];
export type StaffReport = InputOf<typeof createReport>['body'];

/** A neighbour tells of a destitute person and leaves no name; override what the test is about. */
export function aReport(change: Partial<PublicReport> = {}): PublicReport {
  return {
    placeRegionCode: PLACES.village,
    placeDetail: '一组 3 号',
    eventKind: 'destitute',
    occurredOn: '2026-03-01',
    whatHappened: '老人独居，断粮两天',
    claimedUrgency: 'today',
    subjectName: null,
    subjectPhone: null,
    subjectIdNumber: null,
    peopleCount: 1,
    reporterKind: 'neighbour',
    photoIds: [],
    reporterName: null,
    reporterPhone: null,
    ...change,
  };
}

/** The same, told by somebody who is signed in. */
export function aStaffReport(change: Partial<StaffReport> = {}): StaffReport {
  return { ...aReport(), channel: 'village', reporterKind: 'village-committee', ...change };
}
