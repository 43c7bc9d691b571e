import type { takeIn as contract } from '@yimen/contracts';
import {
  claimHouseholdElsewhere,
  lockHousehold,
  type PreparedHousehold,
  prepareHousehold,
  prepareOwnHousehold,
  refuseKnownPeople,
  requireIdNumber,
} from '../households/index.ts';
import { rangeOf, relativesAmong } from '../organisation/index.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import type { NewRows } from '../platform/db/insert-together.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused, refusedField } from '../platform/refused.ts';
import type { Services } from '../services.ts';

export type HouseholdFound = {
  readonly id: string;
  readonly headName: string;
  readonly known: boolean;
  /** Of a household registered now, to be written with the case. */
  readonly rows: readonly NewRows[];
};

/** The household of an intake: picked from the register, opened by exact ID number, or ready to be registered. */
export async function findOrPrepareHousehold(services: Services, act: Act<typeof contract>): Promise<HouseholdFound> {
  const { household } = act.body;
  switch (household.is) {
    case 'known':
      return knownHousehold(act, household.householdId);
    case 'known-elsewhere':
      return claimedHousehold(services, act, household.idNumber);
    case 'of-person':
      return ownHousehold(act, household.personId);
    case 'new':
      return newHousehold(services, act, household);
  }
}

async function knownHousehold(act: Act<typeof contract>, id: string): Promise<HouseholdFound> {
  const found = await lockHousehold(act.tx, id);
  if (!found) throw refused('NOT_FOUND');
  return { id: found.id, headName: found.head_name, known: true, rows: [] };
}

async function claimedHousehold(
  services: Services,
  act: Act<typeof contract>,
  idNumber: string,
): Promise<HouseholdFound> {
  const { number } = requireIdNumber(idNumber, act.now, 'household.idNumber');
  const id = await claimHouseholdElsewhere(
    act.tx,
    services.vault.index('id-number', number),
    act.actor.officeId,
    'place-of-event',
    act.now,
  );
  if (!id) throw refused('NOT_FOUND');
  return knownHousehold(act, id);
}

type NewFields = Extract<Act<typeof contract>['body']['household'], { is: 'new' }>;

async function newHousehold(services: Services, act: Act<typeof contract>, fields: NewFields): Promise<HouseholdFound> {
  const { tx, actor, now } = act;
  const { from, to } = rangeOf(actor.regionCode);
  if (fields.regionCode < from || fields.regionCode > to) {
    throw refusedField('INVALID_INPUT', 'household.regionCode', {
      zh: '请选择本辖区内的登记地',
      en: 'Choose a place of registration within your remit',
    });
  }
  if (!fields.members.some((member) => member.relation === 'head')) {
    throw refusedField('INVALID_INPUT', 'household.members', {
      zh: '请指定户主',
      en: 'Name the head of the household',
    });
  }
  const prepared = prepareHousehold(
    services,
    { regionCode: fields.regionCode, members: fields.members, fieldPath: 'household' },
    { accountId: actor.accountId, now },
  );
  const { idNumberIndexes: indexes } = prepared;
  const [, relation] = await inOneFlight(
    () => refuseKnownPeople(tx, indexes),
    () => relativesAmong(tx, actor, [...indexes]),
  );
  if (relation) throw refused('RELATIVE_BLOCKED', { relation });
  return registered(prepared);
}

/** Who left a household, and needs help alone. */
async function ownHousehold({ tx, actor, now }: Act<typeof contract>, personId: string): Promise<HouseholdFound> {
  const prepared = await prepareOwnHousehold(tx, actor, personId, now);
  const relation = await relativesAmong(tx, actor, [...prepared.idNumberIndexes]);
  if (relation) throw refused('RELATIVE_BLOCKED', { relation });
  return registered(prepared);
}

function registered({ householdId, headName, rows }: PreparedHousehold): HouseholdFound {
  return { id: householdId, headName, known: false, rows };
}
