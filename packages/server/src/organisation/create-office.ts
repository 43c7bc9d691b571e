import { randomUUID } from 'node:crypto';
import type { createOffice as contract, Done } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import { refusedField } from '../platform/refused.ts';
import { insertOffice, isOfficeNameTaken } from './office-store.ts';
import { requireRegion } from './require-region.ts';

export async function createOffice({ tx, body, now, note }: Act<typeof contract>): Promise<Done> {
  requireRegion(body.regionCode, 'regionCode');
  if (await isOfficeNameTaken(tx, body.regionCode, body.name)) throw nameTaken();
  const id = randomUUID();
  const { regionCode, openHours, isPublic, ...same } = body;
  await insertOffice(tx, {
    id,
    ...same,
    region_code: regionCode,
    open_hours: openHours,
    is_public: isPublic,
    created_at: now,
  });
  note({ subjectType: 'office', subjectId: id, details: { kind: body.kind, regionCode } });
  return { id, version: 1 };
}

export function nameTaken() {
  return refusedField('INVALID_INPUT', 'name', {
    zh: '该区划内已有同名机构',
    en: 'An office of this name exists in the region',
  });
}
