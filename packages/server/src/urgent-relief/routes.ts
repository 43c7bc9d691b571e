import * as contract from '@yimen/contracts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { approveGrant } from './approve-grant.ts';
import { checkOverride } from './check-override.ts';
import { cancelGrant, refuseGrant } from './end-grant.ts';
import { handOutAid } from './hand-out-aid.ts';
import { handUpCase } from './hand-up-case.ts';
import { proposeGrant } from './propose-grant.ts';
import { recordCaseConference } from './record-case-conference.ts';
import { fulfilPaper, recordRecovered, startRecovery, waivePaper } from './settle-paper.ts';
import { showPanel } from './show-panel.ts';

export function urgentReliefRoutes(services: Services): Implementation[] {
  return [
    implement(contract.getUrgentRelief, (act) => showPanel(services, act)),
    implement(contract.proposeGrant, (act) => proposeGrant(services, act)),
    implement(contract.recordCaseConference, (act) => recordCaseConference(act)),
    implement(contract.approveGrant, (act) => approveGrant(services, act)),
    implement(contract.refuseGrant, (act) => refuseGrant(services, act)),
    implement(contract.cancelGrant, (act) => cancelGrant(services, act)),
    implement(contract.payGrant, (act) => handOutAid(services, act)),
    implement(contract.handUpCase, (act) => handUpCase(services, act)),
    implement(contract.fulfilPaper, (act) => fulfilPaper(act)),
    implement(contract.waivePaper, (act) => waivePaper(act)),
    implement(contract.startRecovery, (act) => startRecovery(services, act)),
    implement(contract.recordRecovered, (act) => recordRecovered(act)),
    implement(contract.recordAfterCheck, (act) => checkOverride(services, act)),
  ];
}
