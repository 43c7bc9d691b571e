import { batchFor, columnsFrom, createResults, findPolicyForRegion, policyRow, readFacts } from '@yimen/rules';
import { PLAIN_HOUSEHOLD, PLAIN_PERSON } from '../../facts/index.ts';
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

export function factsOf({ area, yearlyIncome }: Alone) {
  const self = { relation: 'self', birthDate: '1976-05-01', otherIncome: yearlyIncome };
  return { household: { ...PLAIN_HOUSEHOLD, area }, members: [{ ...PLAIN_PERSON, ...self }], events: [] };
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
