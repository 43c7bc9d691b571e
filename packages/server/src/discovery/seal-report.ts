import { maskPhone } from '@yimen/rules';
import { sealIdNumber, sealPhone } from '../households/index.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Vault } from '../platform/vault/vault.ts';
import type { ReportFields } from './receive-report.ts';

/** What is told, ready to be written: numbers and places sealed, blind indexes for finding the same person again. */
export function sealReport(
  vault: Vault,
  id: string,
  fields: ReportFields,
  by: Pick<Actor, 'accountId' | 'officeId'> | null,
  now: Date,
) {
  const idNumber = fields.subjectIdNumber
    ? sealIdNumber(vault, 'report', 'subject_id_number', id, fields.subjectIdNumber, now, 'subjectIdNumber')
    : undefined;
  const phone = fields.subjectPhone ? sealPhone(vault, 'report', 'subject_phone', id, fields.subjectPhone) : undefined;
  return {
    region_code: fields.placeRegionCode,
    event_kind: fields.eventKind,
    occurred_on: fields.occurredOn,
    claimed_urgency: fields.claimedUrgency,
    what_happened: fields.whatHappened,
    place_detail_encrypted: fields.placeDetail ? vault.seal('report', 'place_detail', id, fields.placeDetail) : null,
    subject_name: fields.subjectName,
    subject_phone_encrypted: phone?.encrypted ?? null,
    subject_phone_index: phone?.index ?? null,
    subject_phone_masked: phone?.masked ?? null,
    subject_id_number_encrypted: idNumber?.encrypted ?? null,
    subject_id_number_index: idNumber?.index ?? null,
    subject_id_number_masked: idNumber?.masked ?? null,
    people_count: fields.peopleCount,
    reporter_kind: fields.reporterKind,
    ...sealReporter(vault, id, fields, by),
  };
}

/** Anonymous is whoever gave neither name nor phone and did not sign in: nothing about them is kept (PR11). */
function sealReporter(
  vault: Vault,
  id: string,
  { reporterName, reporterPhone }: ReportFields,
  by: Pick<Actor, 'accountId' | 'officeId'> | null,
) {
  return {
    anonymous: by === null && !reporterName && !reporterPhone,
    reporter_account_id: by?.accountId ?? null,
    reporter_office_id: by?.officeId ?? null,
    reporter_name_encrypted: reporterName ? vault.seal('report', 'reporter_name', id, reporterName) : null,
    reporter_phone_encrypted: reporterPhone ? vault.seal('report', 'reporter_phone', id, reporterPhone) : null,
    reporter_phone_masked: reporterPhone ? maskPhone(reporterPhone) : null,
  };
}
