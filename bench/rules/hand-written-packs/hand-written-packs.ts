import { charityLoop } from './charity.ts';
import { childrenLoop } from './children.ts';
import { compositionLoop } from './composition.ts';
import { dibaoLoop, edgeAndRigidLoop } from './dibao.ts';
import { dibaoAloneLoop } from './dibao-alone.ts';
import { dibaoSharesLoop } from './dibao-shares.ts';
import { disabilityLoop } from './disability.ts';
import { educationLoop } from './education.ts';
import { employmentLoop, joblessLoop } from './employment.ts';
import { disasterLoop, urgentReliefLoop } from './events.ts';
import { expenditureAidLoop } from './expenditure-aid.ts';
import { householdSumsLoop } from './household-sums.ts';
import { housingLoop } from './housing.ts';
import { incomeLoop } from './income.ts';
import { medicalLoop } from './medical.ts';
import { legalAidLoop, priceLinkageLoop, servicesLoop, vagrantAidLoop } from './people-in-need.ts';
import { propertyLoop } from './property.ts';
import { RUN_LENGTH } from './scratch.ts';
import { type HandInput, settingOf } from './setting.ts';
import { standingLoop } from './standing.ts';
import { tekunLoop } from './tekun.ts';
import { upkeepLoop } from './upkeep.ts';

/** What each topic needs is there before it. */
const TOPICS = [
  compositionLoop,
  childrenLoop,
  joblessLoop,
  incomeLoop,
  dibaoSharesLoop,
  upkeepLoop,
  householdSumsLoop,
  urgentReliefLoop,
  propertyLoop,
  dibaoLoop,
  edgeAndRigidLoop,
  tekunLoop,
  standingLoop,
  dibaoAloneLoop,
  medicalLoop,
  educationLoop,
  employmentLoop,
  disabilityLoop,
  housingLoop,
  expenditureAidLoop,
  legalAidLoop,
  priceLinkageLoop,
  vagrantAidLoop,
  servicesLoop,
  charityLoop,
  disasterLoop,
];

/**
 * The floor for the rules of the packs: every programme of the county written out by hand over the same columns, topic
 * after topic for some hundred households of a place at a time. Nothing is checked, explained or dated here.
 */
export function handWrittenPacks(input: HandInput): () => void {
  const { columns } = input;
  const setting = settingOf(input);
  const loops = TOPICS.map((loopOf) => loopOf(setting));
  const { person, event } = columns.offsets;
  return () => {
    let from = 0;
    while (from < columns.size) {
      const place = columns.rowOf[from] ?? 0;
      let to = from + 1;
      while (to < columns.size && to < from + RUN_LENGTH && columns.rowOf[to] === place) to += 1;
      const run = {
        place,
        from,
        to,
        firstPerson: person[from] ?? 0,
        endPerson: person[to] ?? 0,
        firstEvent: event[from] ?? 0,
        endEvent: event[to] ?? 0,
      };
      for (const loop of loops) loop(run);
      from = to;
    }
  };
}
