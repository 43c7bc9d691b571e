import * as contract from '@yimen/contracts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { draftRelease } from './draft-release.ts';
import { editRelease } from './edit-release.ts';
import { endRelease } from './end-release.ts';
import { listHistory } from './list-history.ts';
import { listReleases } from './list-releases.ts';
import { publishRelease } from './publish-release.ts';
import { checkChange, putChange } from './put-change.ts';
import { removeChange } from './remove-change.ts';
import { listPacks, showPolicy } from './show-policy.ts';
import { showRelease } from './show-release.ts';
import { testRelease } from './test-release.ts';

export function policyReleaseRoutes(services: Services): Implementation[] {
  return [
    implement(contract.listPolicyPacks, async (act) => listPacks(services, act)),
    implement(contract.getPolicyPack, (act) => showPolicy(services, act)),
    implement(contract.listPolicyHistory, (act) => listHistory(services, act)),
    implement(contract.listPolicyReleases, (act) => listReleases(services, act)),
    implement(contract.draftPolicyRelease, (act) => draftRelease(services, act)),
    implement(contract.getPolicyRelease, (act) => showRelease(services, act)),
    implement(contract.editPolicyRelease, editRelease),
    implement(contract.putPolicyChange, (act) => putChange(services, act)),
    implement(contract.removePolicyChange, removeChange),
    implement(contract.checkPolicyChange, (act) => checkChange(services, act)),
    implement(contract.testPolicyRelease, (act) => testRelease(services, act)),
    implement(contract.publishPolicyRelease, (act) => publishRelease(services, act)),
    implement(contract.returnPolicyRelease, (act) => endRelease('return', act)),
    implement(contract.abandonPolicyRelease, (act) => endRelease('abandon', act)),
    implement(contract.withdrawPolicyRelease, (act) => endRelease('withdraw', act)),
  ];
}
