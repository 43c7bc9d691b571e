import type { Route } from '@yimen/contracts';
import { type NewRows, rowsOf } from '../../db/insert-together.ts';
import type { AuditNote } from '../implement.ts';
import type { Call } from './call.ts';

export function auditRows(
  route: Route,
  call: Call,
  now: Date,
  notes: AuditNote,
  outcome: 'done' | 'refused' | 'failed',
): NewRows {
  const actor = call.signedIn?.actor;
  return rowsOf('audit_entry', [
    {
      at: now,
      action: route.id,
      outcome,
      account_id: call.signedIn?.accountId ?? null,
      post_id: actor?.postId ?? null,
      office_id: actor?.officeId ?? null,
      role: actor?.role ?? null,
      region_code: actor?.regionCode ?? null,
      behalf_account_id: actor?.behalfAccountId ?? null,
      subject_type: notes.subjectType ?? null,
      subject_id: notes.subjectId ?? null,
      purpose: notes.purpose ?? null,
      details: notes.details ? JSON.stringify(notes.details) : null,
      request_id: call.requestId,
      client: call.signedIn ? call.request.ip : null,
    },
  ]);
}
