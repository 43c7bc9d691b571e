import { expect, test } from 'vitest';
import { aPack, aParameter, aProgramme, aQuestion, aRule, aValue, aVersion } from '../../testing/a-policy.ts';
import { comparePacks } from './compare-packs.ts';
import type { Pack, PolicySet } from './pack.ts';

const words = (text: string) => ({ zh: `${text}县`, en: text });
const cap = aParameter('cap', 'fen', 10_000);
const poor = aRule('isPoor', 'flag', 'true');
const duty = { duty: 'lead', department: 'civil-affairs', alongside: [], name: words('lead'), clause: 'law.1' };
const nation = aPack({ name: words('nation'), parameters: [cap], rules: [poor], departments: [duty] });

function setOf(...packs: readonly Pack[]): PolicySet {
  return { version: 'v', packs: new Map(packs.map((pack) => [pack.id, pack])) };
}

function changes(before: Pack, after: Pack): readonly string[] {
  return comparePacks(setOf(before), setOf(after)).map(({ packId, zh, en }) => `${packId} | ${zh} | ${en}`);
}

test('the same packs do not differ', () => {
  expect(changes(nation, structuredClone(nation))).toEqual([]);
});

test('a pack that is new, and one that is gone, pack by pack', () => {
  const county = aPack({ id: 'county', name: words('county'), inherits: 'nation' });
  const other = aPack({ id: 'another', name: words('another'), inherits: 'nation' });
  expect(comparePacks(setOf(nation, county), setOf(other, nation))).toEqual([
    { packId: 'another', zh: 'another县：新建政策包。', en: 'another: is a new pack.' },
    { packId: 'county', zh: 'county县：政策包被取消。', en: 'county: the pack is gone.' },
  ]);
});

test('a new figure is told as a release tells it; the old one stays', () => {
  const raised = { ...cap, values: [...cap.values, aValue({ from: '2026-07-01', value: 10_500 })] };
  expect(changes(nation, { ...nation, parameters: [raised] })).toEqual([
    'nation | nation县：cap从100元提高到105元（+5.0%），2026年7月1日起，依据《测试规定》第一条。 | nation: cap rises from 100 yuan to 105 yuan (+5.0%) from 2026-07-01 under “test rule”, Article 1.',
  ]);
});

test('of several new figures each is told from the one before it', () => {
  const later = [aValue({ from: '2026-07-01', value: 10_500 }), aValue({ from: '2027-01-01', value: 12_600 })];
  const found = changes(nation, { ...nation, parameters: [{ ...cap, values: [...cap.values, ...later] }] });
  expect(found.at(1)).toContain('cap从105元提高到126元（+20.0%），2027年1月1日起');
});

test.each<[string, Partial<Pack>, string]>([
  [
    'a figure that is written over',
    { parameters: [{ ...cap, values: [aValue({ value: 20_000 })] }] },
    '改写了2014年5月1日起的cap，由100元改为200元。 | nation: writes over cap from 2014-05-01: 200 yuan instead of 100 yuan.',
  ],
  [
    'a figure that is taken out',
    { parameters: [{ ...cap, values: [] }] },
    '取消2014年5月1日起的cap。 | nation: no longer sets cap from 2014-05-01.',
  ],
  [
    'more about the same figure',
    { parameters: [{ ...cap, values: cap.values.map((one) => ({ ...one, note: words('note') })) }] },
    '补充2014年5月1日起的cap的说明或期限。 | nation: says more about cap from 2014-05-01.',
  ],
  [
    'what a parameter may reach',
    { parameters: [{ ...cap, definition: cap.definition && { ...cap.definition, largest: 5 } }] },
    '改写了参数的定义cap。 | nation: writes over the definition of the parameter cap.',
  ],
  [
    'a new version of a rule',
    { rules: [{ ...poor, versions: [...poor.versions, aVersion({ from: '2026-07-01', expression: 'false' })] }] },
    '规则“isPoor”改写，2026年7月1日起，依据《测试规定》第一条。 | nation: the rule “isPoor” is rewritten from 2026-07-01 under “test rule”, Article 1.',
  ],
  [
    'a version that is written over',
    { rules: [aRule('isPoor', 'flag', 'false')] },
    '改写了2014年5月1日起的规则“isPoor”。 | nation: writes over the rule “isPoor” from 2014-05-01.',
  ],
  [
    'a version that is taken out',
    { rules: [{ ...poor, versions: [] }] },
    '取消2014年5月1日起的规则“isPoor”。 | nation: no longer has the rule “isPoor” from 2014-05-01.',
  ],
  [
    'what a rule is called',
    { rules: [{ ...poor, definition: poor.definition && { ...poor.definition, label: words('poor') } }] },
    '改写了规则的定义isPoor。 | nation: writes over the definition of the rule isPoor.',
  ],
  [
    'who bears a duty',
    { departments: [{ ...duty, department: 'medical-insurance' }] },
    '改写了部门职责lead。 | nation: writes over the department for lead.',
  ],
  [
    'the regions of a pack',
    { regions: ['34'] },
    '改写了名称、层级、上级或地区：nation。 | nation: writes over the name, level, parent or regions of nation.',
  ],
  ['a document that is gone', { instruments: [] }, '取消政策文件law。 | nation: drops the document law.'],
  ['a clause that is gone', { clauses: [] }, '取消条款law.1。 | nation: drops the clause law.1.'],
  [
    'a new question',
    { questions: [aQuestion('rooms', 'count')] },
    '增加问题rooms。 | nation: adds the question rooms.',
  ],
  ['a new programme', { programmes: [aProgramme()] }, '增加救助项目urgent。 | nation: adds the programme urgent.'],
  [
    'a new procedure',
    { procedures: [{ id: 'relief', name: words('relief'), steps: [] }] },
    '增加办理程序relief。 | nation: adds the procedure relief.',
  ],
])('%s', (_, parts, line) => {
  expect(changes(nation, { ...nation, ...parts })).toEqual([`nation | nation县：${line}`]);
});

test('town and village are told apart', () => {
  const standard = (rural: number) => ({
    ...cap,
    definition: cap.definition && { ...cap.definition, byArea: true },
    values: [aValue({ area: 'urban', value: 100 }), aValue({ area: 'rural', value: rural })],
  });
  const found = changes({ ...nation, parameters: [standard(100)] }, { ...nation, parameters: [standard(200)] });
  expect(found).toHaveLength(1);
});

test('a figure of a pack below is shown with the unit of the pack that defines it', () => {
  const county = (value: number) =>
    aPack({
      id: 'county',
      name: words('county'),
      inherits: 'nation',
      parameters: [{ id: 'cap', definition: null, values: [aValue({ value })] }],
    });
  const found = comparePacks(setOf(nation, county(100)), setOf(nation, county(200)));
  expect(found.map(({ en }) => en)).toEqual(['county: writes over cap from 2014-05-01: 2 yuan instead of 1 yuan.']);
});

test('what lost its definition is told by its id, as a bare figure', () => {
  const bare = (value: number) => ({
    ...nation,
    parameters: [{ id: 'cap', definition: null, values: [aValue({ value })] }],
  });
  expect(changes(bare(1), bare(2))).toEqual([
    'nation | nation县：改写了2014年5月1日起的cap，由1改为2。 | nation: writes over cap from 2014-05-01: 2 instead of 1.',
  ]);
  const taken = changes({ ...nation, parameters: [cap] }, { ...nation, parameters: [] });
  expect(taken.at(0)).toBe(
    'nation | nation县：取消2014年5月1日起的cap。 | nation: no longer sets cap from 2014-05-01.',
  );
});
