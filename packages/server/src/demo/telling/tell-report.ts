import * as contract from '@yimen/contracts';
import { hasReached } from '../scenarios/scenario.ts';
import type { Telling } from './telling.ts';

type ToldReport = { readonly reportId: string; readonly receiptNo: string; readonly isAccepted: boolean };

/** Somebody reports; the window merges what it knows already and accepts the rest. */
export async function tellReport(telling: Telling): Promise<ToldReport> {
  const { story, place } = telling;
  const { reportId, receiptNo } = await report(telling);
  if (story.duplicateOf && place.earlierReportId) {
    await merge(telling, reportId, place.earlierReportId);
    return { reportId, receiptNo, isAccepted: false };
  }
  const isAccepted = hasReached(story.stage, 'accepted');
  if (isAccepted) await accept(telling, reportId);
  return { reportId, receiptNo, isAccepted };
}

async function report(telling: Telling) {
  const { report: told } = telling.story;
  const body = {
    placeRegionCode: told.placeRegionCode,
    placeDetail: null,
    eventKind: told.eventKind,
    occurredOn: told.occurredOn,
    whatHappened: told.whatHappened,
    claimedUrgency: told.claimedUrgency,
    subjectName: told.subjectName,
    subjectPhone: told.subjectPhone,
    subjectIdNumber: null,
    peopleCount: told.peopleCount,
    reporterKind: told.reporterKind,
    photoIds: [],
    reporterName: null,
    reporterPhone: null,
  };
  if (told.reporterPostKey === null) return telling.act(contract.reportInPublic, { body }, { by: null, after: 0 });
  const by = telling.place.loginOfPost(told.reporterPostKey);
  return telling.act(contract.createReport, { body: { ...body, channel: told.channel } }, { by, after: 0 });
}

async function merge(telling: Telling, id: string, intoId: string): Promise<void> {
  const by = telling.window;
  const page = await telling.act(contract.getReport, { params: { id } }, { by, after: 15 });
  const body = { intoId, reason: '同一事件的另一条报告', expectedVersion: page.version };
  await telling.act(contract.mergeReport, { params: { id }, body }, { by, after: 0 });
}

async function accept(telling: Telling, id: string): Promise<void> {
  const by = telling.window;
  const page = await telling.act(contract.getReport, { params: { id } }, { by, after: 8 });
  const body = { expectedVersion: page.version };
  await telling.act(contract.acceptReport, { params: { id }, body }, { by, after: 2 });
}
