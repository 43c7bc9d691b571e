import * as contract from '@yimen/contracts';
import type { TestApi } from '../platform/testing/api.ts';
import type { SmallCounty } from './small-county.ts';

type Assessing = contract.InputOf<typeof contract.assessCase>['body'];

/** An officer's first answer about the household; override what the test is about. */
export function aFactAbout(
  question: string,
  value: contract.NewFact['value'],
  change: Partial<contract.NewFact> = {},
): contract.NewFact {
  return {
    question,
    value,
    on: 'household',
    personId: null,
    provenance: 'officer',
    provenanceNote: null,
    act: 'initial',
    supersedesId: null,
    ...change,
  };
}

/** What a window does with assessments. */
export function assessmentActs(api: TestApi, county: SmallCounty) {
  const as = async (login: string) => ({ session: await county.as(login) });
  return {
    assess: async (caseId: string, body: Assessing = {}, login = 'town.window') =>
      api.call(contract.assessCase, { params: { id: caseId }, body }, await as(login)),
    read: async (id: string, query: { programme?: string } = {}, login = 'town.window') =>
      api.call(contract.getAssessment, { params: { id }, query }, await as(login)),
    known: async (caseId: string, login = 'town.window') =>
      api.call(contract.listCaseFacts, { params: { id: caseId } }, await as(login)),
    compare: async (id: string, other: string) =>
      api.call(contract.compareAssessments, { params: { id }, query: { with: other } }, await as('town.window')),
    replay: async (id: string) => api.call(contract.replayAssessment, { params: { id } }, await as('town.window')),
  };
}
