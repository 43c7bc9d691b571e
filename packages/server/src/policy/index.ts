export { loadHolidays, YearScheduleFile } from './load-holidays.ts';
export { loadPolicySet, POLICIES_DIRECTORY } from './load-policy-set.ts';
export { PolicyLoadError, type PolicyMistake } from './policy-load-error.ts';
