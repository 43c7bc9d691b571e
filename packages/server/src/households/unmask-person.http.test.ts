import { randomUUID } from 'node:crypto';
import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { aMember, PLACES, reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);
const acts = reliefActs(api, county);

const member = aMember({ phone: '12855554444', address: '三组 7 号' });
const { caseId } = await acts.openCase({
  household: { is: 'new', regionCode: PLACES.village, members: [member], searched: true },
});
const personId = (await acts.panel(caseId)).payees[0]?.personId ?? '';
const payee = { bankName: '农商银行', accountNumber: '9990000000007777', holderName: member.name };
await api.call(
  contract.setPayeeAccount,
  { params: { id: personId }, body: payee },
  { session: await county.as('town.window') },
);

const PURPOSE = '核对发放账户';
type Field = (typeof contract.UNMASK_FIELDS)[number];

async function unmask(
  field: Field,
  { login = 'town.window', purpose = PURPOSE, id = personId, key = randomUUID() } = {},
) {
  const body = { field, purpose };
  return api.call(contract.unmaskPerson, { params: { id }, body }, { session: await county.as(login), key });
}

async function looksOnRecord(id = personId) {
  const query = { action: 'unmask-person', subjectId: id, limit: 100 };
  const { body } = await api.call(contract.listAudit, { query }, { session: await county.as('county.auditor') });
  return body.items.map(({ accountId, outcome, purpose, details }) => ({ accountId, outcome, purpose, details }));
}

describe('looking at one field in full', () => {
  test.each([
    ['idNumber', member.idNumber],
    ['phone', member.phone],
    ['address', member.address],
    ['payeeAccount', payee.accountNumber],
  ] as const)('shows the %s as it was given, and records who looked at which field for what', async (field, value) => {
    const before = await looksOnRecord();
    const answer = await unmask(field);
    expect([answer.status, answer.body.value]).toEqual([200, value]);
    const [look, ...earlier] = await looksOnRecord();
    expect(look).toEqual({
      accountId: county.accounts['town.window'],
      outcome: 'done',
      purpose: PURPOSE,
      details: { field },
    });
    expect(earlier).toEqual(before);
  });

  test('what is not on record is empty, and the look is recorded all the same', async () => {
    const bare = await acts.openCase({
      household: { is: 'new', regionCode: PLACES.village, members: [aMember()], searched: true },
    });
    const id = (await acts.panel(bare.caseId)).payees[0]?.personId ?? '';
    expect((await unmask('phone', { id })).body.value).toBeNull();
    expect(await looksOnRecord(id)).toMatchObject([{ outcome: 'done', details: { field: 'phone' } }]);
  });

  test('is refused without a purpose worth the name, and shows nothing', async () => {
    const before = await looksOnRecord();
    for (const purpose of ['', '看看', '   a   ']) {
      const answer = await unmask('idNumber', { purpose });
      expect(answer.problem.code).toBe('INVALID_INPUT');
      expect(answer.problem.fieldErrors?.map(({ path }) => path)).toEqual(['purpose']);
      expect(answer.text).not.toContain(member.idNumber);
    }
    expect((await looksOnRecord()).filter(({ outcome }) => outcome === 'done')).toHaveLength(before.length);
  });

  test.each([
    ['an approver without the permission', 'town.approver', 'NOT_ALLOWED'],
    ['a village assistant', 'village.assistant', 'NOT_ALLOWED'],
    ['an inspector', 'county.inspector', 'NOT_ALLOWED'],
    ['the window of the next town', 'other-town.window', 'NOT_FOUND'],
  ])('is refused to %s', async (_who, login, code) => {
    const answer = await unmask('idNumber', { login });
    expect([answer.problem.code, answer.text.includes(String(member.idNumber))]).toEqual([code, false]);
  });

  test('leaves no second copy: the same command again is a second look, recorded as one', async () => {
    const before = await looksOnRecord();
    const key = randomUUID();
    await unmask('idNumber', { key });
    await unmask('idNumber', { key });
    expect((await looksOnRecord()).length).toBe(before.length + 2);
    const { rows } = await api.services.database.pool.query(
      'SELECT route FROM yimen.idempotency WHERE response LIKE $1 OR key = $2',
      [`%${member.idNumber}%`, key],
    );
    expect(rows).toEqual([]);
  });
});
