export { askLadder, urgentReliefObligations } from './obligations.ts';
export { urgentReliefReactions } from './reactions.ts';
export { urgentReliefRoutes } from './routes.ts';
export { askConferenceHints } from './task-hints.ts';
