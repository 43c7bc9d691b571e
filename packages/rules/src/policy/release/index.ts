export * from './apply-changes.ts';
export * from './change-issue.ts';
export { type ChangeWords, titleInWords } from './change-words.ts';
export { checkChanges, type ReleaseToCheck } from './check-changes.ts';
export * from './describe-change.ts';
export * from './expected-words.ts';
export * from './policy-change.ts';
export * from './run-vectors.ts';
export * from './value-cautions.ts';
