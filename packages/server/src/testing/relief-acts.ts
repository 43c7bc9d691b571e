import * as contract from '@yimen/contracts';
import type { TestApi } from '../platform/testing/api.ts';
import { anIntake } from './builders.ts';
import type { SmallCounty } from './small-county.ts';

type Intake = Parameters<typeof anIntake>[0];
type Grant = contract.InputOf<typeof contract.proposeGrant>['body'];
export type Proposal = Partial<Grant>;

/** The village hands out 1,000 yuan at once; override what the test is about. */
export function aProposal(change: Proposal & Pick<Grant, 'payeePersonId'>): Grant {
  return {
    level: 'village',
    form: 'money',
    amountFen: 100_000,
    items: [],
    method: 'cash',
    purpose: '临时食宿',
    evidenceNumber: null,
    followUp: null,
    emergencyOverride: null,
    stages: [],
    ...change,
  };
}

type Conference = contract.InputOf<typeof contract.recordCaseConference>['body'];

/** 30,000 yuan of the district, above the 20,000 that Yu'an discusses first. */
export const LARGE_GRANT = {
  level: 'county' as const,
  amountFen: 3_000_000,
  emergencyOverride: { reason: '村、镇额度远不足以安置' },
};

/** The county discussed a large grant and agrees; override what the test is about. */
export function aConference(change: Partial<Conference> = {}): Conference {
  return {
    heldOn: '2026-03-02',
    participants: [
      { office: '区民政局', post: '分管负责人' },
      { office: '区财政局', post: '社保科负责人' },
    ],
    conclusion: 'agreed',
    agreedFen: LARGE_GRANT.amountFen,
    minutes: '火灾致全家无处居住，商定一次性救助三万元。',
    ...change,
  };
}

/** The acts of urgent relief as people at work do them, for tests that care about the outcome and not about the keystrokes. */
export function reliefActs(api: TestApi, county: SmallCounty) {
  async function openCase(change: Intake = {}, login = 'town.window') {
    const taken = await api.call(contract.takeIn, { body: anIntake(change) }, { session: await county.as(login) });
    if (taken.status !== 200) throw new Error(`intake: ${taken.text}`);
    return taken.body;
  }
  async function panel(caseId: string, login = 'town.window') {
    const answer = await api.call(
      contract.getUrgentRelief,
      { params: { id: caseId } },
      { session: await county.as(login) },
    );
    if (answer.status !== 200) throw new Error(`panel: ${answer.text}`);
    return answer.body;
  }
  async function propose(caseId: string, change: Proposal = {}, login = 'town.window') {
    const payeePersonId = change.payeePersonId ?? (await panel(caseId)).payees[0]?.personId ?? '';
    const body = aProposal({ ...change, payeePersonId });
    return api.call(contract.proposeGrant, { params: { id: caseId }, body }, { session: await county.as(login) });
  }
  async function approve(grantId: string, login: string, expectedVersion = 1) {
    return api.call(
      contract.approveGrant,
      { params: { id: grantId }, body: { comment: null, expectedVersion } },
      { session: await county.as(login) },
    );
  }
  async function handOut(caseId: string, grantId: string, login: string) {
    const grant = (await panel(caseId)).grants.find((one) => one.id === grantId);
    return api.call(
      contract.payGrant,
      { params: { id: grant?.payments[0]?.id ?? '' }, body: { signedBy: '本人', receiptPhotoId: null, note: null } },
      { session: await county.as(login) },
    );
  }
  async function confer(caseId: string, change: Partial<Conference> = {}, login = 'county.approver1') {
    const body = aConference(change);
    return api.call(
      contract.recordCaseConference,
      { params: { id: caseId }, body },
      { session: await county.as(login) },
    );
  }
  /** A new case with a large grant that nobody has signed yet. */
  async function proposeLarge(amountFen: number = LARGE_GRANT.amountFen) {
    const { caseId } = await openCase();
    const grant = await propose(caseId, { ...LARGE_GRANT, amountFen }, 'county.clerk');
    if (grant.status !== 200) throw new Error(`proposal: ${grant.text}`);
    return { caseId, grantId: grant.body.grantId };
  }
  return { openCase, panel, propose, approve, handOut, confer, proposeLarge };
}
