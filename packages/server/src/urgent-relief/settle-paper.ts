import type {
  Done,
  fulfilPaper as fulfilContract,
  startRecovery as recoverContract,
  recordRecovered as recoveredContract,
  waivePaper as waiveContract,
} from '@yimen/contracts';
import {
  type CaseRow,
  caseForAct,
  finishTasks,
  openCaseTask,
  recordEvent,
  requireTransition,
  requireVersion,
} from '../casework/index.ts';
import { recoverToFund } from '../funds/index.ts';
import { findPostOfRole } from '../organisation/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { lockGrant } from './grant-store.ts';
import { tellLatePapers } from './late-papers.ts';
import { refuseOwnProposal } from './own-work.ts';
import { changePaper, lockPaper, type PaperRow } from './paper-store.ts';

type PaperAct = Parameters<typeof requireTransition<'paper'>>[1];
type Settling =
  | Act<typeof fulfilContract>
  | Act<typeof waiveContract>
  | Act<typeof recoverContract>
  | Act<typeof recoveredContract>;

/** The paper arrived, late or in time. */
export async function fulfilPaper(act: Act<typeof fulfilContract>): Promise<Done> {
  const { paper, found } = await paperForAct(act, 'fulfil');
  return settle(
    act,
    paper,
    found,
    { state: 'fulfilled', note: act.body.note, ended_at: act.now, ended_by: act.actor.accountId },
    'paper.fulfilled',
  );
}

/** Recorded waiver: somebody who did not propose the grant says why the paper will never come. */
export async function waivePaper(act: Act<typeof waiveContract>): Promise<Done> {
  const { paper, found } = await paperForAct(act, 'waive');
  const grant = await lockGrant(act.tx, paper.grant_id);
  if (grant) refuseOwnProposal(grant, act.actor);
  return settle(
    act,
    paper,
    found,
    { state: 'waived', note: act.body.reason, ended_at: act.now, ended_by: act.actor.accountId },
    'paper.waived',
  );
}

/** Money paid on a claim that was never proved is asked back. */
export async function startRecovery(services: Services, act: Act<typeof recoverContract>): Promise<Done> {
  const { paper, found } = await paperForAct(act, 'startRecovery');
  const grant = await lockGrant(act.tx, paper.grant_id);
  if (!grant || act.body.amountFen > grant.paid_fen) throw refused('STATE_CONFLICT', { paidFen: grant?.paid_fen ?? 0 });
  const done = await settle(
    act,
    paper,
    found,
    { state: 'in-recovery', note: act.body.reason, recovery_fen: act.body.amountFen },
    'paper.recovery-started',
  );
  await openRecoveryTask(services, act, paper, found);
  return done;
}

async function openRecoveryTask(services: Services, act: Settling, paper: PaperRow, found: CaseRow): Promise<void> {
  const keeper = await findPostOfRole(act.tx, { role: 'finance-officer', regionCode: found.region_code });
  if (!keeper) throw refused('POLICY_UNKNOWN', { role: 'finance-officer' });
  await openCaseTask(services, act.tx, found, {
    kind: 'confirm-recovery',
    limit: 'urgentRelief.recoverAfter',
    to: keeper,
    startedAt: act.now,
    subjectId: paper.id,
    about: paper.label_zh,
  });
}

/** Money came back: it returns to the fund it was paid from; the whole amount ends the recovery. */
export async function recordRecovered(act: Act<typeof recoveredContract>): Promise<Done> {
  const { paper, found } = await paperForAct(act, 'recover', false);
  const recovered = paper.recovered_fen + act.body.amountFen;
  const whole = recovered === paper.recovery_fen;
  await recoverToFund(act.tx, {
    grantId: paper.grant_id,
    amountFen: act.body.amountFen,
    memo: `追回款 ${act.body.receiptNo}`,
    actor: act.actor,
    now: act.now,
  });
  const change = {
    recovered_fen: recovered,
    ...(whole ? { state: 'recovered' as const, ended_at: act.now, ended_by: act.actor.accountId } : {}),
  };
  const version = await changePaper(act.tx, paper, change);
  if (whole)
    await finishTasks(act.tx, { subjectId: paper.id, kinds: ['confirm-recovery'] }, act.actor, act.now, 'recovered');
  await recordEvent(act.tx, act.actor, found, 'paper.recovered', act.now, {
    paperId: paper.id,
    amountFen: act.body.amountFen,
    receiptNo: act.body.receiptNo,
  });
  act.note({ subjectType: 'paper', subjectId: paper.id, details: { caseId: found.id, amountFen: act.body.amountFen } });
  return { id: paper.id, version };
}

async function paperForAct(
  act: Settling,
  transition: PaperAct,
  open = true,
): Promise<{ paper: PaperRow; found: CaseRow }> {
  const paper = await lockPaper(act.tx, act.params.id);
  if (!paper) throw refused('NOT_FOUND');
  const found = await caseForAct(act.tx, act.actor, paper.case_id, { open });
  requireVersion(paper, act.body.expectedVersion, { state: paper.state });
  requireTransition('paper', transition, paper);
  return { paper, found };
}

async function settle(
  act: Settling,
  paper: PaperRow,
  found: CaseRow,
  change: Parameters<typeof changePaper>[2],
  event: string,
): Promise<Done> {
  const { tx, actor, now } = act;
  const version = await changePaper(tx, paper, change);
  await endTasksOf(act, paper, found);
  await recordEvent(tx, actor, found, event, now, {
    paperId: paper.id,
    paper: paper.label_zh,
    note: change.note ?? null,
    amountFen: change.recovery_fen ?? null,
  });
  await emit(tx, event, { caseId: found.id, paperId: paper.id }, now);
  act.note({ subjectType: 'paper', subjectId: paper.id, details: { caseId: found.id, state: change.state } });
  return { id: paper.id, version };
}

async function endTasksOf(act: Settling, paper: PaperRow, found: CaseRow): Promise<void> {
  await finishTasks(act.tx, { taskId: paper.task_id }, act.actor, act.now, 'settled');
  await tellLatePapers(act.tx, found, act.now, act.actor);
}
