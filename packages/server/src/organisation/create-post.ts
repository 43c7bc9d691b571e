import { randomUUID } from 'node:crypto';
import { type createPost as contract, type Done, ROLES } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import { refused, refusedField } from '../platform/refused.ts';
import { lockOffice } from './office-store.ts';
import { insertPost } from './post-store.ts';
import { rangeOf } from './region-tree.ts';
import { requireRegion } from './require-region.ts';

/** A post works for a region inside that of its office: no township office reaches the county through a post. */
export async function createPost({ tx, body, now, note }: Act<typeof contract>): Promise<Done> {
  requireRegion(body.regionCode, 'regionCode');
  const office = await lockOffice(tx, body.officeId);
  if (!office) throw refusedField('INVALID_INPUT', 'officeId', { zh: '没有这个机构', en: 'There is no such office' });
  if (!office.active) throw refused('STATE_CONFLICT', { officeActive: false });
  const { from, to } = rangeOf(office.region_code);
  if (body.regionCode < from || body.regionCode > to) {
    throw refusedField('INVALID_INPUT', 'regionCode', {
      zh: '岗位的区域须在机构所在区域之内',
      en: 'The region must lie within that of the office',
    });
  }
  const id = randomUUID();
  const { officeId, role, regionCode, title } = body;
  await insertPost(tx, {
    id,
    office_id: officeId,
    role,
    scope: ROLES[role].scope,
    region_code: regionCode,
    title,
    created_at: now,
  });
  note({ subjectType: 'post', subjectId: id, details: { role, officeId, regionCode } });
  return { id, version: 1 };
}
