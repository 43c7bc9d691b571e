export { caseForAct, refuseRelatives, requireVersion } from './case-for-act.ts';
export { type ClockMoment, clockMoment } from './clock-moment.ts';
export { reopenClosed } from './close-case.ts';
export { offerCaseTo } from './hand-over-case.ts';
export { caseworkJobs } from './jobs.ts';
export type { AskObligations, Obligations } from './obligations.ts';
export { openCaseTask, responsiblePost } from './open-case-task.ts';
export { clockJson } from './queries.ts';
export { caseworkReactions } from './reactions.ts';
export { isPossible, requireTransition } from './require-transition.ts';
export { type CaseworkNeighbours, caseworkRoutes } from './routes.ts';
export { policyFor, startLimit, type TaskClock } from './start-limit.ts';
export {
  addParticipant,
  type CaseRow,
  changeCase,
  type EventAuthor,
  findCase,
  findMatter,
  findRelationToCase,
  finishTasks,
  handTasksTo,
  lockTask,
  type NewCase,
  type NewTask,
  newCase,
  newEvent,
  newParticipant,
  newTasks,
  nextCaseNumber,
  openTask,
  recordEvent,
  retellTask,
} from './store.ts';
export type { AskTaskHints } from './task-hints.ts';
