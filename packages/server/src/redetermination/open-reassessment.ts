import type { confirmHeldItems } from '@yimen/contracts';
import { type CaseRow, openTask, recordEvent, reopenClosed, responsiblePost, startLimit } from '../casework/index.ts';
import type { Act } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { findReassessTask, type HeldRow } from './store.ts';

const ABOUT = { reassess: '批量重新认定结果有变化', 'correct-facts': '家庭情况需要更正' } as const;
const REOPENED = '批量重新认定确认后重新评估';

/** The task of the officer who answers for the case, within the limit its place sets; a closed case is opened again. */
export async function openReassessment(
  services: Services,
  { tx, actor, now }: Pick<Act<typeof confirmHeldItems>, 'tx' | 'actor' | 'now'>,
  found: CaseRow,
  item: HeldRow,
  run: string,
): Promise<string> {
  const kind = item.reason === 'unreadable' ? 'correct-facts' : 'reassess';
  if (found.state === 'closed') await reopenClosed(tx, actor, found, now, REOPENED);
  const known = await findReassessTask(tx, found.id, kind);
  const clock = startLimit(services, {
    regionCode: found.region_code,
    parameter: 'redetermination.decideWithin',
    startedAt: now,
  });
  const taskId =
    known ??
    (await openTask(tx, {
      kind,
      regionCode: found.region_code,
      caseId: found.id,
      subjectId: run,
      summary: `${found.head_name} · ${ABOUT[kind]}`,
      ...responsiblePost(found),
      clock,
    }));
  await recordEvent(tx, actor, found, 'case.redetermination-confirmed', now, { redeterminationId: run, taskId });
  return taskId;
}
