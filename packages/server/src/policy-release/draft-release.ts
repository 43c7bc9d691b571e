import { randomUUID } from 'node:crypto';
import type { draftPolicyRelease as contract, Done } from '@yimen/contracts';
import { changeKey } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import type { Act } from '../platform/http/implement.ts';
import { refusedField } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { insertChange } from './change-store.ts';
import { ownPlaceOf } from './own-place.ts';
import { recordStep } from './record-step.ts';
import { loadAround } from './release-policy.ts';
import { insertRelease } from './release-store.ts';

/** Begins a release of the pack of the own place; a place without one gets its pack with the first release. */
export async function draftRelease(services: Services, act: Act<typeof contract>): Promise<Done> {
  const { tx, actor, body, now, note } = act;
  requireDayToCome(body.effectiveOn, now);
  const id = randomUUID();
  const { before } = await loadAround(services, tx, { id, effectiveOn: body.effectiveOn });
  const place = ownPlaceOf(actor, before, body.effectiveOn);
  const by = {
    created_by: actor.accountId,
    created_behalf_account_id: actor.behalfAccountId,
    created_at: now,
  };
  const { title, reason, effectiveOn: effective_on } = body;
  await insertRelease(tx, {
    id,
    pack_id: place.packId,
    region_code: place.regionCode,
    title,
    reason,
    effective_on,
    ...by,
  });
  if (place.newPack) {
    await insertChange(tx, {
      id: randomUUID(),
      release_id: id,
      change_key: changeKey(place.newPack),
      kind: 'pack',
      target: place.packId,
      content: place.newPack,
      reason,
      ...by,
    });
  }
  await recordStep(tx, actor, { releaseId: id, act: 'draft', reason, now });
  note({ subjectType: 'policy-release', subjectId: id, details: { packId: place.packId } });
  return { id, version: 1 };
}

/** Processes look for a new policy once a day: what is published today holds from tomorrow. */
export function requireDayToCome(effectiveOn: string, now: Date): void {
  if (effectiveOn > civilDate(now)) return;
  throw refusedField('INVALID_INPUT', 'effectiveOn', {
    zh: '生效日最早为明天',
    en: 'The earliest day to take effect is tomorrow',
  });
}
