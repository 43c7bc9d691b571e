import * as contract from '@yimen/contracts';
import { fakeResidentId } from '@yimen/rules';
import type { TestApi } from '../platform/testing/api.ts';
import { aPicture } from './access-world.ts';
import { aMember, anIntake } from './builders.ts';
import { reliefActs } from './relief-acts.ts';
import { aReport } from './reports.ts';
import { PLACES, type SmallCounty } from './small-county.ts';

const HEADER = '支付单号,金额,处理结果,失败原因';

/** One township works through everything once, so that every table about people and money holds a row of its own. */
export async function fillEveryTable(api: TestApi, county: SmallCounty): Promise<void> {
  const acts = reliefActs(api, county);
  const as = async (login: string) => ({ session: await county.as(login) });
  async function done<T>(answer: Promise<{ status: number; text: string; body: T }>): Promise<T> {
    const { status, text, body } = await answer;
    if (status !== 200) throw new Error(text);
    return body;
  }

  const clerk = await as('town.window');
  const picture = api.call(contract.uploadPhoto, { body: (await aPicture()) as never }, clerk);
  const photoIds = [(await done(picture)).photoId];
  const told = { reporterName: '邻居', reporterPhone: '12800000001', subjectPhone: '12800000003' };
  await done(api.call(contract.reportInPublic, { body: aReport(told) }));
  const report = aReport({ subjectIdNumber: idNumber(1) });
  await done(api.call(contract.createReport, { body: { ...report, channel: 'window', photoIds } }, clerk));

  const household = {
    is: 'new' as const,
    regionCode: PLACES.village,
    members: [aMember({ phone: '12800000002' })],
    searched: true as const,
  };
  const { caseId, householdId } = await acts.openCase(anIntake({ household }));
  const onCase = { params: { id: caseId } };
  const item = { paperId: null, label: '诊断证明', why: '核实急难情况', byWhom: 'applicant' as const };
  await done(api.call(contract.issueOneTimeNotice, { ...onCase, body: { items: [item], reissueReason: null } }, clerk));
  const survey = { surveyedOn: '2026-03-02', withWhom: '本人', findings: '房屋烧毁，无处居住', photoIds: [] };
  await done(api.call(contract.recordSurvey, { ...onCase, body: survey }, await as('village.assistant')));
  const fact = {
    question: 'carCount',
    on: 'household' as const,
    personId: null,
    value: 0,
    provenance: 'observed' as const,
    provenanceNote: null,
    act: 'initial' as const,
    supersedesId: null,
  };
  await done(api.call(contract.assessCase, { ...onCase, body: { urgencyAnswers: {}, facts: [fact] } }, clerk));
  const toOfficeId = county.offices['charity'] ?? '';
  await done(api.call(contract.sendReferral, { ...onCase, body: { toOfficeId, need: '请予生活帮扶' } }, clerk));
  const circumstance = {
    kind: 'income' as const,
    personId: null,
    text: '保险赔付',
    amountFen: 1,
    occurredOn: null,
    provenance: 'document' as const,
    provenanceNote: null,
    act: 'initial' as const,
    supersedesId: null,
  };
  await done(api.call(contract.recordCircumstance, { params: { id: householdId }, body: circumstance }, clerk));
  const large = await acts.proposeLarge();
  await done(acts.confer(large.caseId));

  const payeePersonId = (await acts.panel(caseId)).payees[0]?.personId ?? '';
  const payee = { bankName: '农商银行', accountNumber: '9990000000001111', holderName: '户主' };
  await done(api.call(contract.setPayeeAccount, { params: { id: payeePersonId }, body: payee }, clerk));
  const money = { method: 'bank' as const, amountFen: 10_000, evidenceNumber: 'FP20260001', payeePersonId };
  const { grantId } = await done(acts.propose(caseId, money));
  await done(acts.approve(grantId, 'society.keeper'));
  const paymentId = (await acts.panel(caseId)).grants[0]?.payments[0]?.id ?? '';
  const [maker, checker] = [await as('county.finance2'), await as('county.finance1')];
  const version = { expectedVersion: 1 };
  await done(api.call(contract.checkPayment, { params: { id: paymentId }, body: version }, checker));
  const batch = { fundId: county.funds.society, paymentIds: [paymentId] };
  const { id } = await done(api.call(contract.makeBatch, { body: batch }, maker));
  await done(api.call(contract.checkBatch, { params: { id }, body: version }, checker));
  await done(api.call(contract.exportBatch, { params: { id } }, maker));
  const paid = `${HEADER}\n${paymentId},100.00,成功,\n`;
  await done(api.call(contract.readReturnFile, { params: { id }, body: paid as never }, maker));

  const keeper = await as('town.cash');
  const params = { officeId: county.offices['town'] ?? '' };
  await done(
    api.call(contract.countPettyCash, { params, body: { countedFen: 1_000_000, explanation: '初次盘点' } }, keeper),
  );
  await done(
    api.call(
      contract.requestReplenishment,
      { params, body: { amountFen: 100_000, reason: '余额不足限额三成' } },
      keeper,
    ),
  );
  const accountId = county.accounts['town.reviewer'] ?? '';
  const relative = { accountId, relation: 'spouse' as const, name: '近亲', idNumber: idNumber(3) };
  await done(api.call(contract.fileRelative, { body: relative }, clerk));
  await api.worker.drain();

  // A new member, of whom nothing is known: whoever is determined again after that differs.
  const born = aMember({ name: '新生', relation: 'child', birthDate: '2026-03-01', idNumber: null });
  const onHousehold = { params: { id: householdId }, body: { ...born, expectedVersion: 1 } };
  await done(api.call(contract.addMember, onHousehold, clerk));
  await api.worker.drain();
  const on = { body: { on: '2026-03-02' } };
  await done(api.call(contract.startRedetermination, on, await as('county.clerk')));
  await api.worker.drain();
}

function idNumber(serial: number): string {
  return fakeResidentId({ birthDate: '1999-09-09', sex: 'male', serial });
}
