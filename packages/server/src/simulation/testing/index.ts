import { batchFor, columnsFrom, createResults, findPolicyForRegion, policyRow, readFacts } from '@yimen/rules';
import { recordedOf } from '../../mass-determination/index.ts';
import { fillRegister } from '../../mass-determination/testing/fill-register.ts';
import type { TestApi } from '../../platform/testing/index.ts';

/** Somebody who lives alone, of whom everything that decides dibao is known. */
export interface Alone {
  readonly township: string;
  readonly area: 'urban' | 'rural';
  /** In fen a year. */
  readonly yearlyIncome: number | null;
}

const HOUSEHOLD = {
  recognisedClass: 'none',
  financialAssets: 0,
  carCount: 0,
  homeCount: 1,
  hasShopOrOffice: false,
  companyCapital: 0,
  hasSupportersElsewhere: false,
  roseByWork: false,
  hasStableIncome: true,
  livingCosts: 0,
  otherRigidCosts: 0,
};
const PERSON = {
  relation: 'self',
  birthDate: '1976-05-01',
  isClergyAway: false,
  liberty: 'free',
  livesTogether: true,
  hasSupportDuty: true,
  livesIndependently: true,
  schooling: 'none',
  disabilityKind: 'none',
  disabilityGrade: 'none',
  hasSeriousIllness: false,
  canWork: 'full',
  isEmployed: true,
  recognisedTekun: false,
  recognisedDibaoAlone: false,
  isSupporter: false,
  isIncapable: false,
  refusalsInARow: 0,
  refusalsWithGoodReason: 0,
};
const NOTHING = [
  ...['wageIncome', 'businessIncome', 'businessCosts', 'propertyIncome', 'pensionIncome', 'basicPension'],
  ...['upkeepReceived', 'upkeepFromSiblingsOrElderly', 'taxesAndInsurancePaid', 'upkeepPaid'],
  ...['medicalOwnCost', 'rehabilitationCost', 'educationCost', 'publicEducationCost'],
];

export function factsOf({ area, yearlyIncome }: Alone) {
  const none = Object.fromEntries(NOTHING.map((id) => [id, 0]));
  return {
    household: { ...HOUSEHOLD, area },
    members: [{ ...PERSON, ...none, otherIncome: yearlyIncome }],
    events: [],
  };
}

/** Puts people into the register as they are determined today. @returns the ids of their households. */
export async function registerAlone(api: TestApi, people: readonly Alone[]): Promise<readonly string[]> {
  const { services, database, clock } = api;
  const on = clock.now().toISOString().slice(0, 10);
  const townships = [...new Set(people.map(({ township }) => township))];
  const [first = ''] = townships;
  const policy = findPolicyForRegion(services.policy, first, on);
  if (!policy) throw new Error(`no policy for ${first}`);
  const rules = services.rulebook.rulesOn(policy);
  const areas = ['urban', 'rural'] as const;
  const places = townships.flatMap((regionCode) => areas.map((area) => ({ regionCode, area })));
  const rowOf = ({ township, area }: Alone) =>
    places.findIndex((place) => place.regionCode === township && place.area === area);
  const sorted = people.toSorted((one, other) => rowOf(one) - rowOf(other));
  const households = sorted.map((person) => {
    const read = readFacts(rules, factsOf(person));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return { values: read.values, row: rowOf(person) };
  });
  const columns = columnsFrom(rules, households);
  const rows = places.map(({ area }) => {
    const made = policyRow(rules, policy, area);
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    return made.row;
  });
  const results = createResults(rules, columns, recordedOf(rules));
  batchFor(rules, recordedOf(rules))({ columns, rows, results });
  const at = { adminUrl: database.adminUrl, dataDir: services.dataDir };
  return fillRegister(at, rules, { columns, results, places });
}
