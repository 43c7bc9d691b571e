import { randomUUID } from 'node:crypto';
import type { MemberFields } from '@yimen/contracts';
import { maskAccount } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import type { Services } from '../services.ts';
import { insertCircumstances } from './circumstance-store.ts';
import { insertRegister } from './household-store.ts';
import { insertPayeeAccounts } from './payee-account-store.ts';
import { type Author, type PersonRow, sealPerson } from './person-store.ts';

export type NewRegisterHousehold = {
  readonly regionCode: string;
  readonly members: readonly MemberFields[];
  /** `member` is a place in the list; null: of the whole household. */
  readonly circumstances: readonly {
    readonly member: number | null;
    readonly kind: string;
    readonly text: string;
    readonly amountFen: number | null;
    readonly provenance: string;
    readonly provenanceNote: string | null;
  }[];
  readonly payee: { readonly member: number; readonly bankName: string; readonly accountNumber: string } | null;
};

export type InsertedHousehold = { readonly householdId: string; readonly personIds: readonly string[] };

/** Many households at once, for taking over a register: a handful of statements however many there are. */
export async function insertHouseholds(
  services: Pick<Services, 'vault'>,
  tx: Tx,
  households: readonly NewRegisterHousehold[],
  author: Author,
): Promise<InsertedHousehold[]> {
  const drafts = households.map((household) => {
    const persons = household.members.map((member, index) =>
      sealPerson(services.vault, member, household.regionCode, author, (field) => `members.${index}.${field}`),
    );
    return {
      householdId: randomUUID() as string,
      regionCode: household.regionCode,
      headName: headNameOf(household),
      persons,
      members: household.members,
      author,
      household,
    };
  });
  await insertRegister(tx, drafts);
  await insertCircumstances(
    tx,
    drafts.flatMap(({ householdId, persons, household }) => circumstanceRows(householdId, persons, household, author)),
  );
  await insertPayeeAccounts(
    tx,
    drafts.flatMap(({ persons, household }) => payeeRows(services, persons, household, author)),
  );
  return drafts.map(({ householdId, persons }) => ({ householdId, personIds: persons.map((person) => person.id) }));
}

function headNameOf(household: NewRegisterHousehold): string {
  return (household.members.find((member) => member.relation === 'head') ?? household.members[0])?.name ?? '';
}

function circumstanceRows(
  householdId: string,
  persons: readonly PersonRow[],
  household: NewRegisterHousehold,
  author: Author,
) {
  return household.circumstances.map((one) => ({
    id: randomUUID() as string,
    household_id: householdId,
    person_id: one.member === null ? null : (persons[one.member]?.id ?? null),
    region_code: household.regionCode,
    kind: one.kind,
    text: one.text,
    amount_fen: one.amountFen,
    occurred_on: null,
    provenance: one.provenance,
    provenance_note: one.provenanceNote,
    act: 'initial',
    supersedes_id: null,
    recorded_at: author.now,
    recorded_by: author.accountId,
  }));
}

function payeeRows(
  { vault }: Pick<Services, 'vault'>,
  persons: readonly PersonRow[],
  household: NewRegisterHousehold,
  author: Author,
) {
  const { payee } = household;
  const person = payee && persons[payee.member];
  if (!payee || !person) return [];
  const id: string = randomUUID();
  return [
    {
      id,
      person_id: person.id,
      region_code: household.regionCode,
      bank_name: payee.bankName,
      account_encrypted: vault.seal('payee_account', 'account', id, payee.accountNumber),
      account_index: vault.index('account', payee.accountNumber),
      account_masked: maskAccount(payee.accountNumber),
      holder_name: person.name,
      from_at: author.now,
      recorded_by: author.accountId,
    },
  ];
}
