export { factsForRules, type Known, type KnownFact, withEventFacts } from './known-facts.ts';
export { factWords } from './list-case-facts.ts';
export { loadKnownFacts } from './load-known-facts.ts';
export { PLAIN_HOUSEHOLD, PLAIN_PERSON } from './plain-answers.ts';
export { type FactsOfCase, recordFacts } from './record-facts.ts';
export { factRoutes } from './routes.ts';
