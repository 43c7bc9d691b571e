import type { takeIn as contract } from '@yimen/contracts';
import { claimHouseholdElsewhere, lockHousehold, registerHousehold, requireIdNumber } from '../households/index.ts';
import { rangeOf, relativesAmong } from '../organisation/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused, refusedField } from '../platform/refused.ts';
import type { Services } from '../services.ts';

export type HouseholdFound = { readonly id: string; readonly headName: string; readonly known: boolean };

/** The household of an intake: picked from the register, opened by exact ID number, or registered now. */
export async function findOrRegisterHousehold(services: Services, act: Act<typeof contract>): Promise<HouseholdFound> {
  const { household } = act.body;
  switch (household.is) {
    case 'known':
      return knownHousehold(act, household.householdId);
    case 'known-elsewhere':
      return claimedHousehold(services, act, household.idNumber);
    case 'new':
      return newHousehold(services, act, household);
  }
}

async function knownHousehold(act: Act<typeof contract>, id: string): Promise<HouseholdFound> {
  const found = await lockHousehold(act.tx, id);
  if (!found) throw refused('NOT_FOUND');
  return { id: found.id, headName: found.head_name, known: true };
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
  const registered = await registerHousehold(
    services,
    tx,
    { regionCode: fields.regionCode, members: fields.members, fieldPath: 'household' },
    { accountId: actor.accountId, now },
  );
  const relation = await relativesAmong(tx, actor.accountId, [...registered.idNumberIndexes]);
  if (relation) throw refused('RELATIVE_BLOCKED', { relation });
  return { id: registered.householdId, headName: registered.headName, known: false };
}
