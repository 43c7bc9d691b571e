import * as contract from '@yimen/contracts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { listCaseFacts } from './list-case-facts.ts';

export function factRoutes(services: Services): Implementation[] {
  return [implement(contract.listCaseFacts, (act) => listCaseFacts(services, act))];
}
