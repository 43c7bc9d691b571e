export * from './dmn/index.ts';
export { hashPacks } from './hash-packs.ts';
export { loadHolidays, YearScheduleFile } from './load-holidays.ts';
export { loadPolicySet, POLICIES_DIRECTORY } from './load-policy-set.ts';
