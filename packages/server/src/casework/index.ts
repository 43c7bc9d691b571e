export { caseForAct, refuseRelatives, requireVersion } from './case-for-act.ts';
export {
  addParticipant,
  type CaseRow,
  changeCase,
  findCase,
  findRelationToCase,
  type NewCase,
  newCase,
  newParticipant,
  nextCaseNumber,
} from './case-store.ts';
export { type ClockMoment, clockMoment } from './clock-moment.ts';
export { reopenClosed } from './close-case.ts';
export { type EventAuthor, newEvent, recordEvent } from './event-store.ts';
export { offerCaseTo } from './hand-over-case.ts';
export { caseworkJobs } from './jobs.ts';
export { findMatter } from './matter-store.ts';
export type { AskObligations, Obligations } from './obligations.ts';
export { openCaseTask, responsiblePost } from './open-case-task.ts';
export { clockJson } from './queries.ts';
export { caseworkReactions } from './reactions.ts';
export { isPossible, requireTransition } from './require-transition.ts';
export { type CaseworkNeighbours, caseworkRoutes } from './routes.ts';
export { policyFor, startLimit, type TaskClock } from './start-limit.ts';
export type { AskTaskHints } from './task-hints.ts';
export { finishTasks, handTasksTo, lockTask, type NewTask, newTasks, openTask, retellTask } from './task-store.ts';
