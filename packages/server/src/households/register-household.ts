import { randomUUID } from 'node:crypto';
import type { MemberFields } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import type { NewRows } from '../platform/db/insert-together.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { newHousehold } from './household-store.ts';
import { type Author, findByIdNumber, type PersonRow, sealPerson } from './person-store.ts';
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

/** Refuses people already on record within reach; for the rest the unique index is the last word (`PERSON_ONCE`). */
export async function refuseKnownPeople(tx: Tx, idNumberIndexes: readonly Buffer[]): Promise<void> {
  const known = await findByIdNumber(tx, idNumberIndexes);
  if (known.length > 0) throw refused('PERSON_EXISTS', { personIds: known.map((person) => person.id) });
}

/** What the database says about a number that is on record anywhere. */
export const PERSON_ONCE = { person_id_number_once: 'PERSON_EXISTS' } as const;

export function indexesOf(persons: readonly PersonRow[]): Buffer[] {
  return persons.flatMap((person) => (person.id_number_index ? [person.id_number_index] : []));
}
