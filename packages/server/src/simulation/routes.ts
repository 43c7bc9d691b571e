import * as contract from '@yimen/contracts';
import { type Implementation, implement } from '../platform/http/implement.ts';
import { keep } from '../platform/memory/kept.ts';
import type { Services } from '../services.ts';
import type { Scenario } from './scenario.ts';
import { simulateRelease } from './simulate-release.ts';
import { openTurns } from './turns.ts';

export function simulationRoutes(services: Services): Implementation[] {
  const scenarios = keep<string, Scenario>({ most: 8, restMs: 10 * 60_000 });
  const turns = openTurns<contract.SimulationAnswer>();
  return [implement(contract.simulatePolicyRelease, (act) => simulateRelease(services, { scenarios, turns }, act))];
}
