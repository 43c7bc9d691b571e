import * as contract from '@yimen/contracts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { confirmHouseholds, dismissHouseholds } from './decide-held-items.ts';
import { explainHeldItem } from './explain-held-item.ts';
import { finishRedetermination } from './finish-redetermination.ts';
import { listHeldItems } from './list-held-items.ts';
import { stopOrResume } from './move-run.ts';
import { listRuns, showRun } from './show-run.ts';
import { startRedetermination } from './start-redetermination.ts';

export function redeterminationRoutes(services: Services): Implementation[] {
  return [
    implement(contract.listRedeterminations, (act) => listRuns(services, act)),
    implement(contract.startRedetermination, (act) => startRedetermination(services, act)),
    implement(contract.getRedetermination, (act) => showRun(services, act)),
    implement(contract.stopRedetermination, (act) => stopOrResume('stop', act)),
    implement(contract.resumeRedetermination, (act) => stopOrResume('resume', act)),
    implement(contract.finishRedetermination, finishRedetermination),
    implement(contract.listHeldItems, (act) => listHeldItems(services, act)),
    implement(contract.explainHeldItem, (act) => explainHeldItem(services, act)),
    implement(contract.confirmHeldItems, (act) => confirmHouseholds(services, act)),
    implement(contract.dismissHeldItems, dismissHouseholds),
  ];
}
