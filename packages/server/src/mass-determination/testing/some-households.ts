import { type CheckedRules, createSharedColumns, findDateKey, type HouseholdColumns, type RuleSet } from '@yimen/rules';

const words = (text: string) => ({ zh: text, en: text });
const version = (expression: string) => [
  {
    from: '2014-01-01',
    to: null,
    expression,
    clause: 'law.1',
    sentence: null,
    fromPack: 'nation',
    since: '2014-01-01',
  },
];
const FACT = { per: null, options: [], smallest: null, largest: null };
const PROGRAMME = { excludes: [] };

function parameter(id: string, unit: 'fen' | 'years', per: 'month' | null, largest: number) {
  const definition = {
    label: words(id),
    unit,
    per,
    byArea: false,
    options: null,
    columns: [],
    smallest: null,
    largest,
  };
  return { id, definition };
}

/** One programme of households and one of persons. */
export const LINES: RuleSet = {
  facts: [
    { ...FACT, id: 'property', on: 'household', unit: 'fen', label: words('property') },
    { ...FACT, id: 'birthDate', on: 'person', unit: 'date', label: words('birthDate') },
    {
      ...FACT,
      id: 'income',
      on: 'person',
      unit: 'fen',
      per: 'month',
      smallest: -1_000_000,
      largest: 100_000_000,
      label: words('income'),
    },
    {
      ...FACT,
      id: 'careGrade',
      on: 'person',
      unit: 'text',
      options: ['full', 'self'].map((id) => ({ id, label: words(id) })),
      label: words('careGrade'),
    },
  ],
  parameters: [
    parameter('dibao.standard', 'fen', 'month', 1_000_000),
    parameter('dibao.propertyLimit', 'fen', null, 10_000_000),
    parameter('care.age', 'years', null, 100),
  ],
  variables: [
    {
      id: 'total',
      on: 'household',
      unit: 'fen',
      per: 'month',
      label: words('total'),
      options: [],
      versions: version('sum(members.income)'),
    },
    {
      id: 'isDibao',
      on: 'household',
      unit: 'flag',
      per: null,
      label: words('isDibao'),
      options: [],
      versions: version('total < dibao.standard * count(members) and property < dibao.propertyLimit'),
    },
    {
      id: 'dibaoAmount',
      on: 'household',
      unit: 'fen',
      per: 'month',
      label: words('dibaoAmount'),
      options: [],
      versions: version('max(0, dibao.standard * count(members) - total)'),
    },
    {
      id: 'getsCare',
      on: 'person',
      unit: 'flag',
      per: null,
      label: words('getsCare'),
      options: [],
      versions: version('careGrade = "full" and years and months duration(birthDate, today()).years >= care.age'),
    },
    {
      id: 'careAmount',
      on: 'person',
      unit: 'fen',
      per: 'month',
      label: words('careAmount'),
      options: [],
      versions: version('floor(dibao.standard * 0.3)'),
    },
  ],
  determinations: [
    { ...PROGRAMME, programme: 'dibao', eligible: 'isDibao', amount: 'dibaoAmount' },
    { ...PROGRAMME, programme: 'care', eligible: 'getsCare', amount: 'careAmount' },
  ],
};

/** Of two places, in the order of places; the care grade of some is not known. */
export function someHouseholds(rules: CheckedRules, count: number): HouseholdColumns {
  const members = Array.from({ length: count }, (_, household) => 1 + (household % 4));
  const columns = createSharedColumns(rules, {
    household: count,
    person: members.reduce((sum, one) => sum + one, 0),
    event: 0,
  });
  columns.offsets.person.fill(0);
  columns.offsets.event.fill(0);
  const put = (id: string, index: number, value: number) => {
    const entry = rules.catalogue.entries.get(id);
    const column = entry && columns.facts[entry.on][entry.slot];
    if (!column) throw new Error(`there is no fact ${id}`);
    column[index] = value;
  };
  const code = (id: string) => rules.catalogue.codeNumbers.get(id) ?? 0;
  let at = 0;
  for (const [household, size] of members.entries()) {
    columns.rowOf[household] = household * 2 < count ? 0 : 1;
    put('property', household, (household * 7919) % 9_000_000);
    for (let member = 0; member < size; member += 1) {
      put('birthDate', at, findDateKey(`${1930 + ((at * 37) % 90)}-03-0${1 + (at % 9)}`) ?? 0);
      put('income', at, ((at * 104_729) % 220_000) - 5_000);
      if (at % 10 !== 3) put('careGrade', at, code(at % 3 === 0 ? 'full' : 'self'));
      at += 1;
    }
    columns.offsets.person[household + 1] = at;
  }
  return columns;
}
