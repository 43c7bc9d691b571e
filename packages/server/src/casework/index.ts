export { caseForAct, refuseRelatives, requireVersion } from './case-for-act.ts';
export { type AskObligations, askAll, type Obligations } from './obligations.ts';
export { clockJson, postJson } from './queries.ts';
export { recomputeProvisional } from './recompute-provisional.ts';
export { type CaseworkNeighbours, caseworkRoutes } from './routes.ts';
export { policyFor, startLimit, type TaskClock } from './start-limit.ts';
export {
  addParticipant, type CaseRow, changeCase, type EventAuthor, findCase, findMatter, finishTasks, insertCase, lockCase, lockTask, type NewCase, type NewTask, nextCaseNumber, openTask, recordEvent,
} from './store.ts';
export { sweepDeadlines } from './sweep-deadlines.ts';
