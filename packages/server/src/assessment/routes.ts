import * as contract from '@yimen/contracts';
import { findCase, policyFor } from '../casework/index.ts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { type AskLadder, assessCase } from './assess-case.ts';
import { compareAssessments } from './compare-assessments.ts';
import { listUrgencyQuestions } from './list-urgency-questions.ts';
import { determinedOfRecord, getAssessment } from './open-assessment.ts';
import { replayAssessment } from './replay-assessment.ts';
import { showAssessment } from './show-assessment.ts';
import { listAssessmentsOf } from './store.ts';

export function assessmentRoutes(services: Services, askLadder: AskLadder): Implementation[] {
  return [
    implement(contract.assessCase, (act) => assessCase(services, act, askLadder)),
    implement(contract.listAssessments, async ({ tx, params, note }) => {
      if (!(await findCase(tx, params.id))) throw refused('NOT_FOUND');
      note({ subjectType: 'case', subjectId: params.id });
      const rows = await listAssessmentsOf(tx, params.id);
      const items = rows.map((row) => ({
        id: row.id,
        on: row.on_date,
        madeAt: row.made_at.toISOString(),
        madeBy: row.made_by,
        policyVersion: row.policy_version,
      }));
      return { items };
    }),
    implement(contract.getAssessment, async ({ tx, params, query, note }) => {
      const { stored, kept } = await getAssessment(services, tx, params.id);
      note({ subjectType: 'assessment', subjectId: stored.id });
      if (!kept) return showAssessment(stored, undefined);
      const determined = await determinedOfRecord(services, tx, kept);
      return showAssessment(stored, { record: kept.record, determined, programme: query.programme });
    }),
    implement(contract.compareAssessments, (act) => compareAssessments(services, act)),
    implement(contract.replayAssessment, async ({ tx, params, note }) => {
      note({ subjectType: 'assessment', subjectId: params.id });
      return replayAssessment(services, tx, params.id);
    }),
    implement(contract.listUrgencyQuestions, async ({ query, now, signedIn }) => {
      const region = query.region ?? signedIn?.actor?.regionCode ?? '';
      return listUrgencyQuestions(services.rulebook, policyFor(services, region, now));
    }),
  ];
}
