import { randomUUID } from 'node:crypto';
import { papersAfter } from '@yimen/rules';
import {
  type CaseRow,
  type EventAuthor,
  openCaseTask,
  openTask,
  policyFor,
  recordEvent,
  startLimit,
} from '../casework/index.ts';
import { findPostOfRole } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import type { GrantRow } from './grant-store.ts';
import { proposersOf } from './own-work.ts';
import { listSigners } from './own-work-store.ts';
import { hasPapersOf, insertPaper, listPaperIds } from './paper-store.ts';

export type AidPaid = {
  readonly grant: GrantRow;
  readonly found: CaseRow;
  readonly paidAt: Date;
  readonly author: EventAuthor;
};

const FORMS: Readonly<Record<string, 'bank' | 'cash' | 'inKind'>> = { bank: 'bank', cash: 'cash', kind: 'inKind' };

/**
 * Paying opens the duties: which papers, who brings them, until when; what the dossier already owes or holds is not asked
 * again. Once per grant: a second stage opens nothing. @returns how many papers are owed now.
 */
export async function openPapers(services: Services, tx: Tx, aid: AidPaid): Promise<number> {
  const { grant, found, paidAt } = aid;
  if (await hasPapersOf(tx, grant.id)) return 0;
  const policy = policyFor(services, found.region_code, paidAt);
  const heldPaperIds = await listPaperIds(tx, found.id);
  const overrideUsed = grant.override_reason !== null;
  const owed = papersAfter(
    { paidAt: paidAt.toISOString(), form: FORMS[grant.method] ?? 'cash', overrideUsed, heldPaperIds },
    policy,
    services.calendar(),
  );
  if (!owed.allowed) throw refused(owed.code, owed.facts);
  const clock = startLimit(services, {
    regionCode: found.region_code,
    parameter: 'urgentRelief.papersWithin',
    startedAt: paidAt,
  });
  for (const paper of owed.figures.duties) {
    const taskId = await openTask(tx, {
      kind: 'collect-paper',
      regionCode: found.region_code,
      caseId: found.id,
      matterId: grant.matter_id,
      summary: `${found.head_name} · ${paper.label.zh}`,
      postId: found.responsible_post_id,
      officeId: found.office_id,
      clock,
    });
    await insertPaper(tx, {
      id: randomUUID(),
      grant_id: grant.id,
      case_id: found.id,
      region_code: found.region_code,
      paper_id: paper.paperId,
      label_zh: paper.label.zh,
      label_en: paper.label.en,
      provider: paper.provider,
      task_id: taskId,
    });
  }
  if (owed.figures.afterCheck) await openAfterCheck(services, tx, aid);
  const papers = owed.figures.duties.length;
  if (papers > 0)
    await recordEvent(tx, aid.author, found, 'paper.owed', paidAt, { grantId: grant.id, papers, dueOn: clock.dueOn });
  return papers;
}

/** An emergency override is looked at afterwards by somebody who neither proposed nor approved, where the place has one. */
async function openAfterCheck(services: Services, tx: Tx, { grant, found, paidAt }: AidPaid): Promise<void> {
  const wanted = { role: ['county-clerk', 'township-reviewer'], regionCode: found.region_code };
  const notHeldBy = [...proposersOf(grant), ...(await listSigners(tx, grant.id))];
  const checker = (await findPostOfRole(tx, { ...wanted, notHeldBy })) ?? (await findPostOfRole(tx, wanted));
  if (!checker) throw refused('POLICY_UNKNOWN', { role: 'county-clerk' });
  await openCaseTask(services, tx, found, {
    kind: 'after-check',
    limit: 'urgentRelief.afterCheckWithin',
    to: checker,
    startedAt: paidAt,
    matterId: grant.matter_id,
    subjectId: grant.id,
  });
}
