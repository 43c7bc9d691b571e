import type { Route } from '@yimen/contracts';
import { assessmentRoutes } from './assessment/index.ts';
import { caseworkRoutes } from './casework/index.ts';
import { discoveryRoutes, reportsOfCase } from './discovery/index.ts';
import { factRoutes } from './facts/index.ts';
import { fundRoutes } from './funds/index.ts';
import { householdRoutes } from './households/index.ts';
import { intakeRoutes } from './intake/index.ts';
import { organisationRoutes } from './organisation/index.ts';
import { auditRoutes } from './platform/audit/index.ts';
import { authRoutes } from './platform/auth/index.ts';
import { photoRoutes } from './platform/files/index.ts';
import type { Implementation } from './platform/http/implement.ts';
import { messageRoutes } from './platform/messages/index.ts';
import { policyRoutes } from './policy/index.ts';
import { policyReleaseRoutes } from './policy-release/index.ts';
import { redeterminationRoutes } from './redetermination/index.ts';
import { referralObligations, referralRoutes, referralsOfCase, withReferralActions } from './referral/index.ts';
import { screeningRoutes } from './screening/index.ts';
import type { Services } from './services.ts';
import { simulationRoutes } from './simulation/index.ts';
import { askConferenceHints, askLadder, urgentReliefObligations, urgentReliefRoutes } from './urgent-relief/index.ts';

/** Every business hangs its routes in here, one line each. */
export function allRoutes(services: Services): Implementation[] {
  const all: Implementation[] = [
    ...authRoutes(services),
    ...auditRoutes(() => all.map(({ route }): Route => route)),
    ...messageRoutes(),
    ...photoRoutes(services),
    ...organisationRoutes(services),
    ...policyRoutes(services),
    ...screeningRoutes(services),
    ...discoveryRoutes(services),
    ...householdRoutes(services),
    ...factRoutes(services),
    ...intakeRoutes(services),
    ...caseworkRoutes(services, {
      obligations: [urgentReliefObligations, referralObligations],
      taskHints: askConferenceHints,
      page: { referrals: referralsOfCase, withReferralActions, reports: reportsOfCase },
    }),
    ...assessmentRoutes(services, askLadder),
    ...urgentReliefRoutes(services),
    ...referralRoutes(services),
    ...fundRoutes(services),
    ...policyReleaseRoutes(services),
    ...simulationRoutes(services),
    ...redeterminationRoutes(services),
  ];
  return all;
}
