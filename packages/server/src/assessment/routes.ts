import * as contract from '@yimen/contracts';
import { policyFor } from '../casework/index.ts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { type AskLadder, assessCase } from './assess-case.ts';
import { listUrgencyQuestions } from './list-urgency-questions.ts';
import { findAssessment } from './store.ts';

export function assessmentRoutes(services: Services, askLadder: AskLadder): Implementation[] {
  return [
    implement(contract.assessCase, (act) => assessCase(services, act, askLadder)),
    implement(contract.getAssessment, async ({ tx, params, note }) => {
      const found = await findAssessment(tx, params.id);
      if (!found) throw refused('NOT_FOUND');
      note({ subjectType: 'assessment', subjectId: found.id });
      return found;
    }),
    implement(contract.listUrgencyQuestions, async ({ query, now, signedIn }) => {
      const region = query.region ?? signedIn?.actor?.regionCode ?? '100000000000';
      return listUrgencyQuestions(policyFor(services, region, now));
    }),
  ];
}
