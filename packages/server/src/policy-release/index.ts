export { comparePolicies, type PoliciesToCompare } from './compare-policies.ts';
export { getRelease } from './get-release.ts';
export { openPolicySource, type PolicySource } from './policy-source.ts';
export { policyReleaseRoutes } from './routes.ts';
