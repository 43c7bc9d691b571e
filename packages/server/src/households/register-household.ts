import { randomUUID } from 'node:crypto';
import type { MemberFields } from '@yimen/contracts';
import { rangeOf } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { NewRows } from '../platform/db/insert-together.ts';
import type { Actor } from '../platform/http/actor.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { householdOfKnown, newHousehold } from './household-store.ts';
import { findHouseholdOf } from './member-store.ts';
import { type Author, findByIdNumber, lockPerson, type PersonRow, sealPerson } from './person-store.ts';
import { requireOneHead } from './require-possible.ts';

export type HouseholdToRegister = {
  readonly regionCode: string;
  readonly members: readonly MemberFields[];
  readonly fieldPath: string;
};
export type PreparedHousehold = {
  readonly householdId: string;
  readonly headName: string;
  readonly idNumberIndexes: readonly Buffer[];
  readonly rows: readonly NewRows[];
};

/** A household with all members, sealed and ready to be written with the act that registers it. */
export function prepareHousehold(services: Services, input: HouseholdToRegister, author: Author): PreparedHousehold {
  const pathOf = (index: number, field: string) => `${input.fieldPath}.members.${index}.${field}`;
  requireOneHead(
    input.members.map(({ relation }) => relation),
    (index) => pathOf(index, 'relation'),
  );
  const persons = input.members.map((member, index) =>
    sealPerson(services.vault, member, input.regionCode, author, (field) => pathOf(index, field)),
  );
  const householdId = randomUUID();
  const head = input.members.findIndex((member) => member.relation === 'head');
  const headName = input.members[Math.max(head, 0)]?.name ?? '';
  const { regionCode, members } = input;
  const rows = newHousehold({ householdId, regionCode, headName, persons, members, author });
  return { householdId, headName, idNumberIndexes: indexesOf(persons), rows };
}

/** A household of somebody who is on record and belongs to none: they are its head, at the place of their record. */
export async function prepareOwnHousehold(
  tx: Tx,
  actor: Pick<Actor, 'accountId' | 'regionCode'>,
  personId: string,
  now: Date,
): Promise<PreparedHousehold> {
  const person = await lockWithoutHousehold(tx, actor, personId);
  const author = { accountId: actor.accountId, now };
  const householdId = randomUUID();
  const { name: headName, region_code: regionCode, id_number_index: index } = person;
  const members = [{ relation: 'head', supportRelation: 'none' }] as const;
  const rows = householdOfKnown({ householdId, regionCode, headName, persons: [person], members, author });
  return { householdId, headName, idNumberIndexes: index ? [index] : [], rows };
}

/** Somebody of the own remit who belongs to no household: only who keeps the record takes it on. */
export async function lockWithoutHousehold(tx: Tx, { regionCode }: Pick<Actor, 'regionCode'>, personId: string) {
  const person = await lockPerson(tx, personId);
  const { from, to } = rangeOf(regionCode);
  if (!person || person.region_code < from || person.region_code > to) throw refused('NOT_FOUND');
  if ((await findHouseholdOf(tx, person.id)) !== undefined) throw refused('PERSON_IN_HOUSEHOLD');
  return person;
}

/** Refuses people already on record within reach; for the rest the unique index is the last word (`PERSON_ONCE`). */
export async function refuseKnownPeople(tx: Tx, idNumberIndexes: readonly Buffer[]): Promise<void> {
  const known = await findByIdNumber(tx, idNumberIndexes);
  if (known.length > 0) throw refused('PERSON_EXISTS', { personIds: known.map((person) => person.id) });
}

/** What the database says about a number that is on record anywhere. */
export const PERSON_ONCE = { person_id_number_once: 'PERSON_EXISTS' } as const;

/** What it says when somebody joins two at the same moment. */
export const ONE_HOUSEHOLD = { household_member_one_household: 'PERSON_IN_HOUSEHOLD' } as const;

export function indexesOf(persons: readonly PersonRow[]): Buffer[] {
  return persons.flatMap((person) => (person.id_number_index ? [person.id_number_index] : []));
}
