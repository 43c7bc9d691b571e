export * from './dmn/index.ts';
export { hashPacks } from './hash-packs.ts';
export { loadHolidays, YearScheduleFile } from './load-holidays.ts';
export { loadPolicySet, POLICIES_DIRECTORY, placeOfExample } from './load-policy-set.ts';
export { inBoth, PolicyLoadError } from './policy-load-error.ts';
export { placeOf, policyOfPlace } from './policy-of-place.ts';
export { policyRoutes } from './routes.ts';
export { questionView, questionViews } from './show-questions.ts';
export { findPolicyVersion, keepPolicyVersion } from './store.ts';
