import { randomUUID } from 'node:crypto';
import type { BodyOf, ReportReceipt, Route, reportInPublic } from '@yimen/contracts';
import type { NewTask } from '../casework/index.ts';
import { regionName, selfAndAbove } from '../organisation/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import { insertTogether } from '../platform/db/insert-together.ts';
import { attachPhotos } from '../platform/files/index.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Act } from '../platform/http/implement.ts';
import { messageRow } from '../platform/messages/index.ts';
import { refusedField } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { EVENT_KIND_WORDS } from './event-kind-words.ts';
import { followCodeHash, newFollowCode } from './follow-code.ts';
import { MESSAGE_TEXTS, URGENCY_WORDS } from './message-texts.ts';
import { receiptNumber } from './receipt-number.ts';
import { NOBODY_ON_DUTY_STEP, PAGED_STEP, type ReportStep, receivedStep } from './report-words.ts';
import { type DutyAnswer, type ReportRoute, routeReport } from './route-report.ts';
import { sealReport } from './seal-report.ts';
import { newReport, nextReportNumber, type ReportToKeep } from './store.ts';

export type ReportFields = BodyOf<typeof reportInPublic>;
export type Received = {
  readonly tx: Tx;
  readonly now: Date;
  readonly fields: ReportFields;
  readonly channel: string;
  readonly insertAtEnd: Act<Route>['insertAtEnd'];
  /** Null for the public page: then nothing about who told is kept beyond what it chose to write. */
  readonly by: Pick<Actor, 'accountId' | 'accountName' | 'officeId'> | null;
};

/**
 * Somebody tells of a need: kept, routed to the window of the place with a clock, out of hours the duty person is
 * called. Nothing is read back and nobody is looked up, so a stranger learns nothing.
 */
export async function receiveReport(services: Services, received: Received): Promise<ReportReceipt> {
  const { tx, now, fields, by } = received;
  requirePlaceAndDate(fields, now);
  const [route, number] = await inOneFlight(
    () => routeReport(services, tx, fields.placeRegionCode, fields.claimedUrgency, now),
    () => nextReportNumber(tx),
  );
  const { duty } = route;
  const id = randomUUID();
  const receiptNo = receiptNumber(now, number);
  const followCode = newFollowCode();
  const kept: ReportToKeep = {
    row: {
      id,
      receipt_no: receiptNo,
      follow_code_hash: followCodeHash(services.vault, followCode),
      office_id: route.window.id,
      responsible_post_id: route.post.postId,
      channel: received.channel,
      received_at: now,
      duty_paged_at: duty.is === 'on-duty' ? now : null,
      ...sealReport(services.vault, id, fields, by, now),
    },
    task: triageTask(id, fields, route),
    steps: firstSteps(route.window.name, duty),
    by: by?.accountName ?? null,
    page: duty.is === 'on-duty' ? pageOfDuty(services, received, { id, receiptNo, phone: duty.phone }) : null,
  };
  if (fields.photoIds.length > 0) {
    await insertTogether(tx, ...newReport(kept));
    await attachPhotos(tx, fields.photoIds, { reportId: id }, now);
  } else received.insertAtEnd(newReport(kept));
  return {
    reportId: id,
    receiptNo,
    followCode,
    windowName: route.window.name,
    windowPhone: route.window.phone,
    expectedBy: route.clock.dueAt.toISOString(),
    dutyPaged: duty.is === 'on-duty',
  };
}

function requirePlaceAndDate(fields: ReportFields, now: Date): void {
  if (selfAndAbove(fields.placeRegionCode).length === 0)
    throw refusedField('INVALID_INPUT', 'placeRegionCode', {
      zh: '请从列表中选择地点',
      en: 'Choose the place from the list',
    });
  if (fields.occurredOn !== null && fields.occurredOn > civilDate(now)) {
    throw refusedField('INVALID_INPUT', 'occurredOn', {
      zh: '发生日期不能晚于今天',
      en: 'The date of the event cannot lie in the future',
    });
  }
}

function triageTask(reportId: string, fields: ReportFields, { post, clock }: ReportRoute): NewTask {
  const { placeRegionCode: regionCode } = fields;
  return { kind: 'triage-report', regionCode, reportId, summary: summaryOf(fields), ...post, clock };
}

/** As the worklist of the window shows it. */
function summaryOf(fields: ReportFields): string {
  return [fields.subjectName, regionName(fields.placeRegionCode), EVENT_KIND_WORDS[fields.eventKind].zh]
    .filter((part) => part !== null)
    .join(' · ');
}

function firstSteps(windowName: string, duty: DutyAnswer): ReportStep[] {
  const steps = [receivedStep(windowName)];
  if (duty.is === 'on-duty') steps.push(PAGED_STEP);
  if (duty.is === 'nobody') steps.push(NOBODY_ON_DUTY_STEP);
  return steps;
}

function pageOfDuty(
  services: Services,
  { now, fields }: Received,
  { id, receiptNo, phone }: { id: string; receiptNo: string; phone: string },
) {
  const words = MESSAGE_TEXTS['duty-page']({
    receiptNo,
    placeName: regionName(fields.placeRegionCode),
    urgency: URGENCY_WORDS[fields.claimedUrgency],
  });
  return messageRow(
    services,
    { regionCode: fields.placeRegionCode, recipient: phone, template: 'duty-page', words, reportId: id },
    now,
  );
}
