import { readFileSync } from 'node:fs';
import type { DecisionTable } from '@yimen/rules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DMN_VERSIONS, type DmnDecision } from './dmn-model.ts';
import { readDmn } from './read-dmn.ts';
import { writeDmn } from './write-dmn.ts';

function example(name: string): string {
  return readFileSync(new URL(`examples/${name}.dmn`, import.meta.url), 'utf8');
}

const CAMUNDA = example('camunda');

function read(xml: string): readonly DmnDecision[] {
  const answer = readDmn(xml);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.decisions;
}

function problemsOf(xml: string) {
  const answer = readDmn(xml);
  return answer.ok ? [] : answer.problems;
}

describe('files of common modellers', () => {
  test('a Camunda file: empty cells, labels, descriptions, types of Java', () => {
    expect(read(CAMUNDA)).toEqual([
      {
        id: 'Decision_nursing',
        name: '护理补贴标准',
        output: 'nursingAllowance',
        type: 'number',
        inputTypes: ['string', 'number'],
        table: {
          hitPolicy: 'F',
          inputs: [
            { expression: 'disabilityGrade', label: { zh: '残疾等级', en: '残疾等级' } },
            { expression: 'age', label: { zh: '年龄', en: '年龄' } },
          ],
          rules: [
            { when: ['"first","second"', '-'], result: '8000', note: { zh: '一级、二级', en: '一级、二级' } },
            { when: ['not("first","second")', '< 18'], result: '4000' },
          ],
        },
      },
    ]);
  });

  test('a Trisotech file: prefixes, CDATA, a type of its own, a default, annotations', () => {
    const note = 'Basis: Notice 12; Remark: flats only';
    expect(read(example('trisotech'))).toEqual([
      {
        id: '_heating',
        name: 'heating grant',
        output: 'heatingGrant',
        type: 'number',
        inputTypes: [null],
        table: {
          hitPolicy: 'C+',
          inputs: [{ expression: 'kind', label: { zh: 'kind', en: 'kind' } }],
          rules: [
            { when: ['"urban"'], result: '120000', note: { zh: note, en: note } },
            { when: ['-'], result: '30000' },
          ],
          default: '0',
        },
      },
    ]);
  });
});

describe('what is outside is refused where it stands, in both languages', () => {
  const outputs =
    '<output id="Output_1" label="每月金额" name="nursingAllowance" typeRef="number" biodi:width="192" />';
  const table = '/definitions/decision[1]/decisionTable[1]';

  test.each<[string, string, string, object]>([
    ['two outputs', outputs, `${outputs}<output name="b"/>`, { code: 'OUTPUTS', path: table }],
    ['PRIORITY', '"FIRST"', '"PRIORITY"', { code: 'HIT_POLICY', path: table, line: 8 }],
    ['RULE ORDER', '"FIRST"', '"RULE ORDER"', { code: 'HIT_POLICY' }],
    ['OUTPUT ORDER', '"FIRST"', '"OUTPUT ORDER"', { code: 'HIT_POLICY' }],
    ['COLLECT without a sum', '"FIRST"', '"COLLECT"', { code: 'HIT_POLICY' }],
    ['COLLECT with MAX', '"FIRST"', '"COLLECT" aggregation="MAX"', { code: 'HIT_POLICY' }],
    [
      'a language of Java',
      'typeRef="integer"',
      'expressionLanguage="juel"',
      { code: 'LANGUAGE', path: `${table}/input[2]/inputExpression[1]` },
    ],
    [
      'another language for all',
      'id="Definitions_nursing"',
      'expressionLanguage="https://groovy.example"',
      { code: 'LANGUAGE', path: '/definitions' },
    ],
    [
      'a decision that is an expression',
      '<decisionTable id="DecisionTable_1" hitPolicy="FIRST">',
      '<literalExpression/><decisionTable>',
      { code: 'OUTSIDE', path: '/definitions/decision[1]/literalExpression[1]' },
    ],
    [
      'knowledge called from elsewhere',
      '<informationRequirement',
      '<knowledgeRequirement/><informationRequirement',
      { code: 'OUTSIDE' },
    ],
    [
      'a business knowledge model',
      '<inputData',
      '<businessKnowledgeModel/><inputData',
      { code: 'OUTSIDE', path: '/definitions/businessKnowledgeModel[1]' },
    ],
    ['an import of another model', '<inputData', '<import/><inputData', { code: 'OUTSIDE' }],
    [
      'a cell that is no unary test',
      '&lt; 18',
      '&lt; 18 and &gt; 3',
      { code: 'CELL', path: `${table}/rule[2]/inputEntry[2]`, zh: expect.stringMatching(/^第 2 行第 2 格：/) },
    ],
    ['a result that is no expression', '4000', '4000 4', { code: 'CELL', path: `${table}/rule[2]/outputEntry[1]` }],
    ['an empty result', '4000', '', { code: 'MISSING' }],
    [
      'a cell too few',
      '<inputEntry id="Entry_2">\n          <text></text>\n        </inputEntry>',
      '',
      { code: 'CELLS', path: `${table}/rule[1]` },
    ],
    [
      'DMN 1.1',
      'https://www.omg.org/spec/DMN/20191111/MODEL/',
      'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
      { code: 'NOT_DMN' },
    ],
    ['no XML at all', '</definitions>', '', { code: 'NOT_XML' }],
  ])('%s', (_, from, to, problem) => {
    expect(CAMUNDA).toContain(from);
    const problems = problemsOf(CAMUNDA.replace(from, to));
    expect(problems).toMatchObject([problem]);
    for (const { zh, en } of problems) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[a-z]/);
    }
  });

  test('every decision is heard, and two of one id are refused', () => {
    const decision = CAMUNDA.slice(CAMUNDA.indexOf('<decision '), CAMUNDA.indexOf('<inputData'));
    const twice = CAMUNDA.replace('<inputData', `${decision}<inputData`);
    expect(problemsOf(twice)).toMatchObject([{ code: 'TWICE' }]);
    expect(problemsOf(twice.replaceAll('"FIRST"', '"PRIORITY"')).map(({ path }) => path)).toEqual([
      '/definitions/decision[1]/decisionTable[1]',
      '/definitions/decision[2]/decisionTable[1]',
    ]);
  });
});

const word = fc.stringMatching(/^x[A-Z][a-z]{0,4}$/);
const phrase = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('a & b <c> "d" \'e\' ]]>', '低保\n标准\t1'))
  // Blanks around a text are not its own; XML cannot hold control characters.
  .map((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').trim())
  .filter((text) => text !== '');
const cell = fc.oneof(
  fc.constantFrom(
    '-',
    '> 5, 7',
    'not("a", "b")',
    '[1..3)',
    '? > 1 and ? < 4',
    '"<&>\'"',
    '@"2026-03-01"',
    '"多",\n"行"',
  ),
  word,
);
const label = fc.record({ zh: phrase, en: phrase });

const anyTable: fc.Arbitrary<DecisionTable> = fc.integer({ min: 1, max: 3 }).chain((width) =>
  fc
    .record({
      hitPolicy: fc.constantFrom('U' as const, 'A' as const, 'F' as const, 'C+' as const),
      inputs: fc.array(
        fc.record({ expression: fc.oneof(word, fc.constant('a.b + 1')), label }, { requiredKeys: ['expression'] }),
        { minLength: width, maxLength: width },
      ),
      rules: fc.array(
        fc.record(
          { when: fc.array(cell, { minLength: width, maxLength: width }), result: word, clause: phrase, note: label },
          { requiredKeys: ['when', 'result'] },
        ),
        { minLength: 1, maxLength: 4 },
      ),
      rest: fc.constantFrom({}, { default: '0' }, { complete: true }),
    })
    .map(({ rest, ...table }) => ({ ...table, ...rest })),
);

const anyDecision: fc.Arbitrary<DmnDecision> = fc
  .record({
    id: word,
    name: phrase,
    output: word,
    type: fc.constantFrom('number' as const, 'date' as const, null),
    table: anyTable,
  })
  .map((decision) => ({
    ...decision,
    inputTypes: decision.table.inputs.map((_, index) => (index === 0 ? decision.type : 'boolean')),
  }));

test('what is written is read back as it was, in every version', () => {
  const decisions = fc.uniqueArray(anyDecision, { selector: ({ id }) => id, minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(decisions, fc.constantFrom(...DMN_VERSIONS), (all, version) => {
      expect(read(writeDmn(all, version))).toEqual(all);
    }),
    { numRuns: 200 },
  );
});

test('a character that XML cannot hold is refused, not dropped', () => {
  const [decision] = read(CAMUNDA);
  if (!decision) throw new Error('no decision');
  expect(() => writeDmn([{ ...decision, name: 'a\u0001' }])).toThrow('CHARACTER');
});
