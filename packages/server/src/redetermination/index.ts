export { redeterminationReactions } from './reactions.ts';
export { redeterminationRoutes } from './routes.ts';
export { redeterminationWork } from './work-off.ts';
