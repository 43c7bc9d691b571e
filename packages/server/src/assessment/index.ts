export type { AskLadder } from './assess-case.ts';
export { classifyCaseUrgency, type UrgencyAnswers } from './classify-case-urgency.ts';
export { type ComparedWithPolicy, compareWithPolicy } from './compare-with-policy.ts';
export { replayAssessment } from './replay-assessment.ts';
export { assessmentRoutes } from './routes.ts';
export { findStandingOutcomes, type StandingOutcomes } from './store.ts';
