export { openPolicySource, type PolicySource } from './policy-source.ts';
export { policyReleaseRoutes } from './routes.ts';
