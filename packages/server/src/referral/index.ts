export { referralObligations } from './obligations.ts';
export { referralsOfCase } from './queries.ts';
export { withReferralActions } from './referral-actions.ts';
export { referralRoutes } from './routes.ts';
