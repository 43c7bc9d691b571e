import { takeIn as contract } from '@yimen/contracts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';
import { takeIn } from './take-in.ts';

export function intakeRoutes(services: Services): Implementation[] {
  return [implement(contract, (act) => takeIn(services, act))];
}
