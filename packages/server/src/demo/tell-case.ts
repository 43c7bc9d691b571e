import * as contract from '@yimen/contracts';
import { addDays } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import type { DemoCase } from './cases/plan-case.ts';
import type { DemoGrant } from './cases/plan-grants.ts';
import { STAGES, type Stage } from './scenarios/scenario.ts';
import { tellBankRun } from './tell-bank-run.ts';
import { must, type Teller } from './teller.ts';

/** Ids and people a story needs. */
export type StoryPlace = {
  readonly household: contract.IntakeFields['household'];
  /** Who is paid; the first of the household when the story does not know. */
  readonly payeePersonId?: string | undefined;
  readonly loginOfPost: (postKey: string) => string;
  /** Nothing is told later than this. */
  readonly now: Date;
  readonly fiscalFundId: string;
  readonly officeIdOf: (officeKey: string) => string;
  readonly earlierReportId?: string | undefined;
  readonly referralLogin?: string | undefined;
};

export type ToldCase = {
  readonly reportId: string;
  readonly receiptNo: string;
  readonly caseId: string | null;
  readonly caseNo: string | null;
};

/** Tells one story as far as its stage: every step is an act of somebody at work, through the API. */
export async function tellCase(teller: Teller, story: DemoCase, place: StoryPlace): Promise<ToldCase> {
  const clock = storyClock(story.reportedAt, place.now);
  const window = place.loginOfPost(`${story.windowKey}.window`);
  const report = await tellReport(teller, story, place, clock.next(0));
  const told = { reportId: report.reportId, receiptNo: report.receiptNo };
  if (story.duplicateOf && place.earlierReportId) {
    await merge(teller, report.reportId, place.earlierReportId, window, clock.next(15));
    return { ...told, caseId: null, caseNo: null };
  }
  if (story.stage === 'reported') return { ...told, caseId: null, caseNo: null };
  const page = await must(teller, contract.getReport, { params: { id: report.reportId } }, window, clock.next(8));
  await must(
    teller,
    contract.acceptReport,
    { params: { id: report.reportId }, body: { expectedVersion: page.version } },
    window,
    clock.next(2),
  );
  if (story.stage === 'accepted') return { ...told, caseId: null, caseNo: null };
  const taken = await must(
    teller,
    contract.takeIn,
    { body: intakeOf(story, report.reportId, place) },
    window,
    clock.next(25),
  );
  const whole = { ...told, caseId: taken.caseId, caseNo: taken.caseNo };
  if (reached(story.stage, 'assessed'))
    await must(
      teller,
      contract.assessCase,
      { params: { id: taken.caseId }, body: { urgencyAnswers: story.urgencyAnswers } },
      window,
      clock.next(10),
    );
  await tellReferral(teller, story, place, taken.caseId, window, clock);
  await tellGrants(teller, story, place, taken.caseId, window, clock);
  await teller.settle();
  await tellEnd(teller, story, place, taken.caseId, window, clock);
  return whole;
}

type StoryClock = { next(minutes: number): Date };

/** Time goes on by the minutes each step takes and stops at now. */
function storyClock(start: string, now: Date): StoryClock {
  let current = Date.parse(start);
  return {
    next: (minutes) => {
      current = Math.min(current + minutes * 60_000, now.getTime());
      return new Date(current);
    },
  };
}

function reached(stage: Stage, wanted: Stage): boolean {
  return STAGES.indexOf(stage) >= STAGES.indexOf(wanted);
}

async function tellReport(teller: Teller, story: DemoCase, place: StoryPlace, at: Date) {
  const { report } = story;
  const body = {
    placeRegionCode: report.placeRegionCode,
    placeDetail: null,
    eventKind: report.eventKind,
    occurredOn: report.occurredOn,
    whatHappened: report.whatHappened,
    claimedUrgency: report.claimedUrgency,
    subjectName: report.subjectName,
    subjectPhone: report.subjectPhone,
    subjectIdNumber: null,
    peopleCount: report.peopleCount,
    reporterKind: report.reporterKind,
    photoIds: [],
    reporterName: null,
    reporterPhone: null,
  };
  if (report.reporterPostKey === null) return must(teller, contract.reportInPublic, { body }, null, at);
  return must(
    teller,
    contract.createReport,
    { body: { ...body, channel: report.channel } },
    place.loginOfPost(report.reporterPostKey),
    at,
  );
}

async function merge(teller: Teller, id: string, intoId: string, window: string, at: Date): Promise<void> {
  const page = await must(teller, contract.getReport, { params: { id } }, window, at);
  await must(
    teller,
    contract.mergeReport,
    { params: { id }, body: { intoId, reason: '同一事件的另一条报告', expectedVersion: page.version } },
    window,
    at,
  );
}

function intakeOf(story: DemoCase, reportId: string, place: StoryPlace) {
  const { report } = story;
  return {
    reportId,
    household: place.household,
    event: {
      kind: report.eventKind,
      occurredOn: report.occurredOn,
      placeRegionCode: report.placeRegionCode,
      placeDetail: null,
      description: report.whatHappened,
    },
    need: story.finding ?? story.title,
    urgencyAnswers: story.urgencyAnswers,
  };
}

async function tellReferral(
  teller: Teller,
  story: DemoCase,
  place: StoryPlace,
  caseId: string,
  window: string,
  clock: StoryClock,
): Promise<void> {
  if (!story.referral) return;
  await must(
    teller,
    contract.sendReferral,
    {
      params: { id: caseId },
      body: { toOfficeId: place.officeIdOf(story.referral.officeKey), need: story.referral.need.slice(0, 900) },
    },
    window,
    clock.next(15),
  );
  if (!place.referralLogin || !story.stage.startsWith('closed')) return;
  const page = await must(teller, contract.getCase, { params: { id: caseId } }, window, clock.next(1));
  const sent = page.referrals[0];
  if (!sent) return;
  const accepted = await must(
    teller,
    contract.acceptReferral,
    { params: { id: sent.id }, body: { expectedVersion: sent.version } },
    place.referralLogin,
    clock.next(300),
  );
  await must(
    teller,
    contract.finishReferral,
    {
      params: { id: sent.id },
      body: {
        resultKind: 'service',
        resultAmountFen: null,
        resultText: '已上门了解情况并落实服务',
        expectedVersion: accepted.version ?? sent.version + 1,
      },
    },
    place.referralLogin,
    clock.next(1200),
  );
}

/** The grants a stage includes, each proposed, approved and paid as far as the stage goes. */
async function tellGrants(
  teller: Teller,
  story: DemoCase,
  place: StoryPlace,
  caseId: string,
  window: string,
  clock: StoryClock,
): Promise<void> {
  for (const grant of story.grants) {
    const part = partOf(story.stage, grant);
    if (part === 'none') return;
    if (grant.level === 'county') await handUp(teller, story, place, caseId, window, clock);
    const proposer = grant.level === 'county' ? place.loginOfPost('minzheng.clerk1') : window;
    const grantId = await proposeOne(teller, place, caseId, grant, proposer, clock);
    if (grantId === undefined || part === 'proposed') return;
    await approveAll(teller, story, place, grantId, grant, clock);
    if (part === 'approved') return;
    await payOne(teller, story, place, { caseId, grantId, grant, window }, clock);
  }
  if (story.stage === 'handed-up') await handUp(teller, story, place, caseId, window, clock);
}

type Part = 'none' | 'proposed' | 'approved' | 'paid';

function partOf(stage: Stage, grant: DemoGrant): Part {
  const village: Partial<Record<Stage, Part>> = {
    intake: 'none',
    assessed: 'none',
    proposed: 'proposed',
    'approved-village': 'approved',
  };
  if (grant.level === 'village') return village[stage] ?? 'paid';
  if (grant.level === 'township') return reached(stage, 'paid-township') ? 'paid' : 'none';
  if (stage === 'district-approved' || stage === 'batch-sent') return stage === 'batch-sent' ? 'paid' : 'approved';
  return reached(stage, 'paid-district') ? 'paid' : 'none';
}

async function handUp(
  teller: Teller,
  story: DemoCase,
  place: StoryPlace,
  caseId: string,
  window: string,
  clock: StoryClock,
): Promise<void> {
  const page = await must(teller, contract.getCase, { params: { id: caseId } }, window, clock.next(20));
  const up = await must(
    teller,
    contract.handUpCase,
    {
      params: { id: caseId },
      body: { reason: '村、乡镇两级救助后生活仍有严重困难，申报区级救助', expectedVersion: page.version },
    },
    window,
    clock.next(5),
  );
  if (story.stage === 'handed-up') return;
  const clerk = place.loginOfPost('minzheng.clerk1');
  const taken = await teller.tell(
    contract.acceptHandOver,
    { params: { id: caseId }, body: { expectedVersion: up.version ?? 0 } },
    clerk,
    clock.next(60),
  );
  if (!taken.ok) throw new Error(`hand-up of ${story.key}: ${taken.code}`);
}

async function proposeOne(
  teller: Teller,
  place: StoryPlace,
  caseId: string,
  grant: DemoGrant,
  proposer: string,
  clock: StoryClock,
): Promise<string | undefined> {
  const at = clock.next(15);
  const payeePersonId =
    place.payeePersonId ??
    (await must(teller, contract.getUrgentRelief, { params: { id: caseId } }, proposer, at)).payees[0]?.personId ??
    '';
  const told = await teller.tell(
    contract.proposeGrant,
    {
      params: { id: caseId },
      body: {
        level: grant.level,
        form: grant.form,
        amountFen: grant.amountFen,
        items: grant.items.map((item) => ({ ...item })),
        method: grant.method,
        purpose: grant.purpose,
        payeePersonId,
        evidenceNumber: grant.evidenceNumber,
        followUp: grant.newFact ? { newFact: grant.newFact } : null,
        emergencyOverride: grant.overrideReason ? { reason: grant.overrideReason } : null,
        stages: stagesOf(grant, at),
      },
    },
    proposer,
    at,
  );
  if (told.ok) return told.body.grantId;
  // A story may be about the refusal itself: the same invoice again.
  if (told.code === 'EVIDENCE_REUSED' || told.code === 'SAME_EVENT') return undefined;
  throw new Error(`propose ${grant.level}: ${told.code} ${told.text.slice(0, 300)}`);
}

function stagesOf(grant: DemoGrant, at: Date): { plannedOn: string; amountFen: number }[] {
  if (grant.instalments <= 1) return [];
  const part = Math.floor(grant.amountFen / grant.instalments);
  return Array.from({ length: grant.instalments }, (_, index) => ({
    plannedOn: addDays(civilDate(at), index * 30),
    amountFen: index === grant.instalments - 1 ? grant.amountFen - part * (grant.instalments - 1) : part,
  }));
}

async function approveAll(
  teller: Teller,
  story: DemoCase,
  place: StoryPlace,
  grantId: string,
  grant: DemoGrant,
  clock: StoryClock,
): Promise<void> {
  const approvers = {
    village: [`${story.societyKey}.keeper`],
    township: [`${story.windowKey}.approver`],
    county: ['minzheng.approver1', 'minzheng.approver2'],
  }[grant.level];
  let version = 1;
  for (const key of approvers) {
    const told = await must(
      teller,
      contract.approveGrant,
      { params: { id: grantId }, body: { comment: null, expectedVersion: version } },
      place.loginOfPost(key),
      clock.next(30),
    );
    version = told.version;
    if (told.state === 'approved') return;
  }
}

type Paying = { readonly caseId: string; readonly grantId: string; readonly grant: DemoGrant; readonly window: string };

async function payOne(
  teller: Teller,
  story: DemoCase,
  place: StoryPlace,
  paying: Paying,
  clock: StoryClock,
): Promise<void> {
  const { grant, grantId } = paying;
  const panel = await must(
    teller,
    contract.getUrgentRelief,
    { params: { id: paying.caseId } },
    grant.level === 'county' ? place.loginOfPost('minzheng.clerk1') : paying.window,
    clock.next(1),
  );
  const found = panel.grants.find((one) => one.id === grantId);
  if (grant.method === 'bank') {
    const due = found?.payments.filter((payment) => payment.plannedOn <= civilDate(clock.next(0))) ?? [];
    return tellBankRun(
      teller,
      place,
      due.map((payment) => payment.id),
      story.stage !== 'batch-sent',
      clock,
    );
  }
  const payer = grant.level === 'village' ? `${story.societyKey}.keeper` : `${story.windowKey}.cash`;
  for (const payment of found?.payments ?? []) {
    await must(
      teller,
      contract.payGrant,
      { params: { id: payment.id }, body: { signedBy: found?.payeeName ?? '本人', receiptPhotoId: null, note: null } },
      place.loginOfPost(payer),
      clock.next(40),
    );
  }
}

async function tellEnd(
  teller: Teller,
  story: DemoCase,
  place: StoryPlace,
  caseId: string,
  window: string,
  clock: StoryClock,
): Promise<void> {
  if (!story.closing || !story.stage.startsWith('closed')) return;
  const keeper =
    story.grants.some((grant) => grant.level === 'county') && story.closing.outcome === 'aid'
      ? place.loginOfPost('minzheng.clerk1')
      : window;
  const panel = await must(teller, contract.getUrgentRelief, { params: { id: caseId } }, keeper, clock.next(2000));
  for (const paper of panel.papers.filter((one) => one.state === 'due')) {
    await must(
      teller,
      contract.fulfilPaper,
      { params: { id: paper.id }, body: { note: '已收齐', photoIds: [], expectedVersion: paper.version } },
      keeper,
      clock.next(10),
    );
  }
  for (const check of panel.afterChecks.filter((one) => !one.done)) {
    await must(
      teller,
      contract.recordAfterCheck,
      {
        params: { id: check.taskId },
        body: { justified: true, finding: '情况属实，越级救助必要', expectedVersion: 1 },
      },
      place.loginOfPost('minzheng.clerk1'),
      clock.next(60),
    );
  }
  const page = await must(teller, contract.getCase, { params: { id: caseId } }, keeper, clock.next(5));
  await must(
    teller,
    contract.closeCase,
    {
      params: { id: caseId },
      body: { outcome: story.closing.outcome, reason: story.closing.reason, expectedVersion: page.version },
    },
    keeper,
    clock.next(5),
  );
}
