import type { CheckedRules, HouseholdColumns, Results } from '@yimen/rules';

/** The parameters of one place as the hand-written loop takes them. */
export interface Place {
  readonly standard: number;
  readonly tekunStandard: number;
}

/**
 * The floor: the reference rules written out by hand over the same columns, as one would for this one set on this
 * one day. Nothing is checked, explained or dated here.
 */
export function handWritten(
  rules: CheckedRules,
  columns: HouseholdColumns,
  places: readonly Place[],
  today: number,
  results: Results,
): void {
  const { catalogue } = rules;
  const fact = (id: string) => {
    const entry = catalogue.entries.get(id);
    const column = entry && columns.facts[entry.on][entry.slot];
    if (!column) throw new Error(id);
    return column;
  };
  const out = (id: string) => {
    const column = results.columns.get(id);
    if (!column) throw new Error(id);
    return column;
  };
  const code = (id: string) => catalogue.codeNumbers.get(id) ?? -1;
  const property = fact('property') as Float64Array;
  const rigid = fact('rigidExpenditure') as Float64Array;
  const birthDate = fact('birthDate') as Int32Array;
  const wageIncome = fact('wageIncome') as Int32Array;
  const pensionIncome = fact('pensionIncome') as Int32Array;
  const isEmployed = fact('isEmployed') as Uint8Array;
  const hasSupporter = fact('hasSupporter') as Uint8Array;
  const disability = fact('disabilityGrade') as Uint8Array;
  const stage = fact('schoolStage') as Uint8Array;
  const care = fact('careGrade') as Uint8Array;
  const outDibao = out('isDibao');
  const outDibaoAmount = out('dibaoAmount');
  const outEdge = out('isEdge');
  const outAnyTekun = out('anyTekun');
  const outTekunTotal = out('tekunTotal');
  const outAnyDisability = out('anyDisability');
  const outDisabilityTotal = out('disabilityTotal');
  const outAnyGrant = out('anyGrant');
  const outGrantTotal = out('grantTotal');
  const outRigid = out('isRigid');
  const [none, first, second] = [code('none'), code('first'), code('second')];
  const [full, half] = [code('full'), code('half')];
  const grants = new Float64Array(catalogue.codes.length);
  for (const [id, grant] of [
    ['primary', 100_000],
    ['junior', 125_000],
    ['senior', 200_000],
    ['university', 330_000],
  ] as const)
    grants[code(id)] = grant;
  const tekun = new Uint8Array(100);
  const { rowOf } = columns;
  const offsets = columns.offsets.person;
  let at = -1;
  let standard = 0;
  let tekunStandard = 0;
  let edgeLine = 0;
  let careFull = 0;
  let careHalf = 0;
  let careSelf = 0;
  let rigidLine = 0;
  for (let h = 0; h < columns.size; h += 1) {
    if (rowOf[h] !== at) {
      at = rowOf[h] ?? 0;
      standard = places[at]?.standard ?? 0;
      tekunStandard = places[at]?.tekunStandard ?? 0;
      edgeLine = Math.floor((standard * 15_000) / 10_000);
      careFull = Math.ceil((tekunStandard * 5_000) / 10_000);
      careHalf = Math.ceil((tekunStandard * 2_500) / 10_000);
      careSelf = Math.ceil((tekunStandard * 1_000) / 10_000);
      rigidLine = (standard * 20_000) / 10_000;
    }
    const start = offsets[h] ?? 0;
    const end = offsets[h + 1] ?? 0;
    let income = 0;
    let others = 0;
    let othersIncome = 0;
    let tekunTotal = 0;
    for (let m = start; m < end; m += 1) {
      const wage = wageIncome[m] ?? 0;
      const age = ((today - (birthDate[m] ?? 0)) / 372) | 0;
      const counted = (pensionIncome[m] ?? 0) + wage - (isEmployed[m] === 1 ? ((wage * 2_000) / 10_000) | 0 : 0);
      const grade = disability[m] ?? 0;
      const isTekun =
        (age >= 60 || age < 16 || grade === first || grade === second) &&
        hasSupporter[m] !== 1 &&
        isEmployed[m] !== 1 &&
        counted < tekunStandard;
      tekun[m - start] = isTekun ? 1 : 0;
      income += counted;
      if (isTekun) {
        const lower = care[m] === half ? careHalf : careSelf;
        const grant = care[m] === full ? careFull : lower;
        tekunTotal += tekunStandard - counted + grant;
      } else {
        others += 1;
        othersIncome += counted;
      }
    }
    const size = end - start;
    const owned = property[h] ?? 0;
    const perCapita = Math.floor(income / size);
    const isDibao = income < standard * size && owned <= standard * 24 * size && others > 0;
    const gap = standard * others - othersIncome;
    const isEdge = !isDibao && perCapita <= edgeLine && owned <= standard * 36 * size;
    const isPoor = isDibao || isEdge;
    let disabilityTotal = 0;
    let grantTotal = 0;
    let anyDisability = false;
    let anyGrant = false;
    for (let m = start; m < end; m += 1) {
      const grade = disability[m] ?? 0;
      const isTekun = tekun[m - start] === 1;
      const getsLiving = grade !== none && isPoor;
      const getsNursing = (grade === first || grade === second) && !isTekun;
      if (getsLiving) disabilityTotal += 8_000;
      if (getsNursing) disabilityTotal += grade === first ? 12_000 : 9_000;
      if (getsLiving || getsNursing) anyDisability = true;
      if (stage[m] !== none && (isPoor || isTekun)) {
        anyGrant = true;
        grantTotal += grants[stage[m] ?? 0] ?? 0;
      }
    }
    outDibao[h] = isDibao ? 1 : 0;
    outDibaoAmount[h] = isDibao ? Math.ceil(Math.max(gap, 0) / 100) * 100 : 0;
    outEdge[h] = isEdge ? 1 : 0;
    outAnyTekun[h] = others < size ? 1 : 0;
    outTekunTotal[h] = tekunTotal;
    outAnyDisability[h] = anyDisability ? 1 : 0;
    outDisabilityTotal[h] = disabilityTotal;
    outAnyGrant[h] = anyGrant ? 1 : 0;
    outGrantTotal[h] = grantTotal;
    outRigid[h] =
      !isDibao && !isEdge && perCapita < rigidLine && (rigid[h] ?? 0) * 10_000 >= 6_000 * income * 12 ? 1 : 0;
  }
}
