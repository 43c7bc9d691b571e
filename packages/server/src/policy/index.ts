export { loadHolidays, YearScheduleFile } from './load-holidays.ts';
export { loadPolicySet, POLICIES_DIRECTORY } from './load-policy-set.ts';
export { findPolicyVersion, keepPolicyVersion } from './store.ts';
