import { randomUUID } from 'node:crypto';
import type { MemberFields } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { type Author, findByIdNumber, insertHousehold, type PersonRow, sealPerson } from './store.ts';

export type NewHousehold = {
  readonly regionCode: string;
  readonly members: readonly MemberFields[];
  readonly fieldPath: string;
};
export type RegisteredHousehold = {
  readonly householdId: string;
  readonly headName: string;
  readonly idNumberIndexes: readonly Buffer[];
};

/** Registers a household with all members; refuses people who are already on record, wherever. */
export async function registerHousehold(
  services: Services,
  tx: Tx,
  input: NewHousehold,
  author: Author,
): Promise<RegisteredHousehold> {
  const persons = input.members.map((member, index) =>
    sealPerson(services.vault, member, input.regionCode, author, `${input.fieldPath}.members.${index}.idNumber`),
  );
  const householdId = randomUUID();
  const head = input.members.findIndex((member) => member.relation === 'head');
  const headName = input.members[Math.max(head, 0)]?.name ?? '';
  const { regionCode, members } = input;
  await inOneFlight(
    () => refuseKnownPersons(tx, persons),
    () => insertHousehold(tx, { householdId, regionCode, headName, persons, members, author }),
  );
  return { householdId, headName, idNumberIndexes: indexesOf(persons) };
}

/** The unique index is the last word; this look gives the sentence that helps. */
export async function refuseKnownPersons(tx: Tx, persons: readonly PersonRow[]): Promise<void> {
  const known = await findByIdNumber(tx, indexesOf(persons));
  if (known.length > 0) throw refused('PERSON_EXISTS', { personIds: known.map((person) => person.id) });
}

function indexesOf(persons: readonly PersonRow[]): Buffer[] {
  return persons.flatMap((person) => (person.id_number_index ? [person.id_number_index] : []));
}
