import { charityLoop, charityTraitsLoop } from './charity.ts';
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
import { legalAidLoop } from './legal-aid.ts';
import { medicalLoop } from './medical.ts';
import { priceLinkageLoop } from './price-linkage.ts';
import { propertyLoop } from './property.ts';
import { RUN_LENGTH } from './scratch.ts';
import { servicesLoop } from './services.ts';
import { type HandInput, settingOf } from './setting.ts';
import { standingLoop } from './standing.ts';
import { tekunHouseholdLoop, tekunLoop } from './tekun.ts';
import { supportersLoop, tekunCandidatesLoop } from './tekun-candidates.ts';
import { upkeepLoop } from './upkeep.ts';
import { vagrantAidLoop } from './vagrant-aid.ts';

/** What each topic needs is there before it. */
const TOPICS = [
  compositionLoop,
  childrenLoop,
  joblessLoop,
  charityTraitsLoop,
  incomeLoop,
  dibaoSharesLoop,
  upkeepLoop,
  tekunCandidatesLoop,
  supportersLoop,
  householdSumsLoop,
  urgentReliefLoop,
  propertyLoop,
  dibaoLoop,
  edgeAndRigidLoop,
  tekunHouseholdLoop,
  standingLoop,
  tekunLoop,
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
  const { rowOf, size, offsets } = input.columns;
  const setting = settingOf(input);
  const loops = TOPICS.map((loopOf) => loopOf(setting));
  const { person, event } = offsets;
  return () => {
    let from = 0;
    while (from < size) {
      const place = rowOf[from] ?? 0;
      const furthest = Math.min(from + RUN_LENGTH, size);
      let to = from + 1;
      while (to < furthest && rowOf[to] === place) to += 1;
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
