export * from './check/check-rules.ts';
export * from './facts/read-facts.ts';
export * from './facts/values.ts';
export * from './model/rule-issue.ts';
export * from './model/rule-model.ts';
export * from './run/closures.ts';
export * from './run/policy-row.ts';
