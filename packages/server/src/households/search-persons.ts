import type { BodyOf, searchPersons as contract, PersonHit, ResponseOf } from '@yimen/contracts';
import { rangeOf } from '../organisation/index.ts';
import type { Act } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { findPersonElsewhere } from './person-store.ts';
import { listHitsByIdNumber, listHitsByName, listHitsByPhone } from './queries.ts';
import { requireIdNumber } from './resident-number.ts';

/** Search before create: ID number exact, phone exact, name by fragment; another remit answers only whom to ask (PR12). */
export async function searchPersons(
  services: Services,
  act: Act<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const { body, tx, now } = act;
  const hits: PersonHit[] = [];
  let elsewhere: ResponseOf<typeof contract>['elsewhere'] = null;
  if (body.idNumber) {
    const index = services.vault.index('id-number', requireIdNumber(body.idNumber, now, 'idNumber').number);
    hits.push(...(await listHitsByIdNumber(tx, index, now)));
    if (hits.length === 0) elsewhere = (await findPersonElsewhere(tx, index)) ?? null;
  }
  if (body.phone) hits.push(...(await listHitsByPhone(tx, services.vault.index('phone', body.phone), now)));
  if (body.name) hits.push(...(await listHitsByName(tx, body.name, rangeFor(body, act.actor.regionCode), now)));
  act.note({ subjectType: 'person-search', details: { by: keysOf(body), hits: hits.length } });
  return { items: withoutRepeats(hits), elsewhere };
}

function rangeFor(body: BodyOf<typeof contract>, ownRegion: string) {
  return rangeOf(body.regionCode ?? ownRegion);
}

function keysOf(body: BodyOf<typeof contract>): string[] {
  return (['idNumber', 'phone', 'name'] as const).filter((key) => body[key]);
}

function withoutRepeats(hits: readonly PersonHit[]): PersonHit[] {
  const seen = new Set<string>();
  return hits.filter((hit) => !seen.has(hit.personId) && seen.add(hit.personId));
}
