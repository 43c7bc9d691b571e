export type { AskLadder } from './assess-case.ts';
export { classifyCaseUrgency, type UrgencyAnswers } from './classify-case-urgency.ts';
export { assessmentRoutes } from './routes.ts';
