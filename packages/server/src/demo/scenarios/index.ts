import { BEREAVEMENTS } from './bereavement.ts';
import { CHILDREN_ALONE } from './children.ts';
import { NATURAL_DISASTERS } from './disaster.ts';
import { DISCUSSED_CASES } from './discussed.ts';
import { ELDERS_IN_NEED } from './elders.ts';
import { FIRES } from './fire.ts';
import { SERIOUS_ILLNESSES } from './illness.ts';
import { LOST_LIVELIHOODS } from './livelihood.ts';
import { UNSAFE_HOMES } from './safety.ts';
import type { Scenario } from './scenario.ts';
import { STRANDED } from './stranded.ts';
import { TRAFFIC_ACCIDENTS } from './traffic.ts';
import { WORK_INJURIES } from './work-injury.ts';

export const SCENARIOS: readonly Scenario[] = [
  ...FIRES,
  ...TRAFFIC_ACCIDENTS,
  ...WORK_INJURIES,
  ...SERIOUS_ILLNESSES,
  ...BEREAVEMENTS,
  ...NATURAL_DISASTERS,
  ...LOST_LIVELIHOODS,
  ...CHILDREN_ALONE,
  ...ELDERS_IN_NEED,
  ...STRANDED,
  ...UNSAFE_HOMES,
  ...DISCUSSED_CASES,
];
