import { insertHouseholds, type NewRegisterHousehold } from '../households/index.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { Services } from '../services.ts';
import type { DemoHousehold } from './households/household.ts';

const CHUNK = 200;

export type SeededHousehold = {
  readonly householdId: string;
  readonly personIds: ReadonlyMap<string, string>;
  readonly payeePersonId: string;
};

/** The register of the demonstration county, in a few large statements. */
export async function seedRegister(
  services: Services,
  households: readonly DemoHousehold[],
  accountId: string,
  now: Date,
): Promise<Map<string, SeededHousehold>> {
  const seeded = new Map<string, SeededHousehold>();
  for (let start = 0; start < households.length; start += CHUNK) {
    const chunk = households.slice(start, start + CHUNK);
    const ids = await services.database.transact(SYSTEM_CONTEXT, (tx) =>
      insertHouseholds(services, tx, chunk.map(draftOf), { accountId, now }),
    );
    chunk.forEach((household, index) => {
      const found = ids[index];
      if (found) seeded.set(household.key, showSeeded(household, found));
    });
  }
  return seeded;
}

function draftOf(household: DemoHousehold): NewRegisterHousehold {
  const placeOf = new Map(household.members.map((member, index) => [member.key, index]));
  return {
    regionCode: household.regionCode,
    members: household.members.map((member) => ({
      name: member.name,
      sex: member.sex,
      birthDate: member.birthDate,
      idNumber: member.idNumber,
      phone: member.phone,
      hukouRegionCode: member.hukouRegionCode,
      residenceRegionCode: household.regionCode,
      address: household.address,
      relation: member.relation,
      supportRelation: member.supportRelation,
    })),
    circumstances: household.circumstances.map((one) => ({
      ...one,
      member: one.memberKey === null ? null : (placeOf.get(one.memberKey) ?? null),
    })),
    payee: household.payee
      ? {
          member: placeOf.get(household.payee.memberKey) ?? 0,
          bankName: household.payee.bankName,
          accountNumber: household.payee.accountNumber,
        }
      : null,
  };
}

function showSeeded(
  household: DemoHousehold,
  found: { householdId: string; personIds: readonly string[] },
): SeededHousehold {
  const personIds = new Map(household.members.map((member, index) => [member.key, found.personIds[index] ?? '']));
  return {
    householdId: found.householdId,
    personIds,
    payeePersonId: personIds.get(household.payee?.memberKey ?? '') ?? found.personIds[0] ?? '',
  };
}
