import { randomUUID } from 'node:crypto';
import type {
  Done,
  setPayeeAccount as payeeContract,
  ResponseOf,
  unmaskPerson as unmaskContract,
} from '@yimen/contracts';
import { maskAccount } from '@yimen/rules';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { findPayeeAccount, replacePayeeAccount } from './payee-account-store.ts';
import { lockPerson } from './person-store.ts';

const NOTICE = {
  zh: '本次查看已记录用途，请勿外传。',
  en: 'This look is on record with its purpose; do not pass it on.',
};

/** One field of one record, with a purpose, audited (PR2). */
export async function unmaskPerson(
  services: Services,
  act: Act<typeof unmaskContract>,
): Promise<ResponseOf<typeof unmaskContract>> {
  const { tx, params, body } = act;
  const person = await lockPerson(tx, params.id);
  if (!person) throw refused('NOT_FOUND');
  act.note({ subjectType: 'person', subjectId: person.id, purpose: body.purpose, details: { field: body.field } });
  const { vault } = services;
  switch (body.field) {
    case 'idNumber':
      return answer(person.id_number_encrypted, (sealed) => vault.open('person', 'id_number', person.id, sealed));
    case 'phone':
      return answer(person.phone_encrypted, (sealed) => vault.open('person', 'phone', person.id, sealed));
    case 'address':
      return answer(person.address_encrypted, (sealed) => vault.open('person', 'address', person.id, sealed));
    case 'payeeAccount': {
      const account = await findPayeeAccount(tx, person.id);
      return answer(account?.account_encrypted ?? null, (sealed) =>
        vault.open('payee_account', 'account', account?.id ?? '', sealed),
      );
    }
  }
}

function answer(sealed: Buffer | null, open: (sealed: Buffer) => string) {
  return { value: sealed ? open(sealed) : null, notice: NOTICE };
}

export async function setPayeeAccount(services: Services, act: Act<typeof payeeContract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const person = await lockPerson(tx, params.id);
  if (!person) throw refused('NOT_FOUND');
  const id = randomUUID();
  await replacePayeeAccount(tx, {
    id,
    person_id: person.id,
    region_code: person.region_code,
    bank_name: body.bankName,
    holder_name: body.holderName,
    account_encrypted: services.vault.seal('payee_account', 'account', id, body.accountNumber),
    account_index: services.vault.index('account', body.accountNumber),
    account_masked: maskAccount(body.accountNumber),
    from_at: now,
    recorded_by: actor.accountId,
  });
  act.note({ subjectType: 'person', subjectId: person.id, details: { payeeAccountId: id } });
  return { id };
}
