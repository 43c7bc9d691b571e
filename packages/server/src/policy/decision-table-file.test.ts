import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRulebook, findPolicy } from '@yimen/rules';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DecisionTableFile } from './decision-table-file.ts';
import { findDecision, loadPolicySet, POLICIES_DIRECTORY, readDmn, tableYaml, writeDmn } from './index.ts';
import { PolicyLoadError } from './policy-load-error.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tables-'));
  mkdirSync(join(directory, 'town'));
  write('pack.yaml', 'id: town\nname: { zh: 镇, en: town }\nlevel: county\ninherits: cn\nregions: ["990000"]\n');
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(file: string, text: string): void {
  writeFileSync(join(directory, 'town', file), text);
}

const GRANT = `
- id: heatingGrant
  define: { on: person, label: { zh: 取暖补贴, en: heating grant }, unit: fen }
  versions:
    - from: 2021-07-01
      clause: order-649.9
      table:
        hitPolicy: F
        inputs:
          - { expression: age, label: { zh: 年龄, en: age } }
          - household.area
        rules:
          - { when: ['< 18', '-'], result: 60000, clause: order-649.9 }
          - { when: ['>= 60', '"rural"'], result: 40000, note: { zh: 农村, en: the country } }
        default: 0
`;

function load(text: string) {
  write('rules.yaml', text);
  return loadPolicySet(POLICIES_DIRECTORY, directory);
}

function mistakes(text: string): readonly string[] {
  try {
    load(text);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyLoadError)) throw error;
    return error.message.split('\n').map((line) => line.replace(CHINESE, '$1'));
  }
}

/** Between the line and the same in English. */
const CHINESE = /^(\S+:\d+: ).*\p{Script=Han}.* · /u;

test('a rule of a pack may be a table, and decides as one', () => {
  const policy = findPolicy(load(GRANT), 'town', '2026-03-01');
  if (!policy) throw new Error('no policy');
  const born = ['2010-01-01', '1950-01-01', '1980-01-01'];
  const result = createRulebook().determine(policy, {
    household: { area: 'rural' },
    members: born.map((birthDate) => ({ birthDate })),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const { rules, values } = result.determined;
  const slot = rules.catalogue.entries.get('heatingGrant')?.slot ?? -1;
  expect(values.person.map((own) => own[slot])).toEqual([60_000, 40_000, 0]);
});

describe('a mistake in a table is shown at its line', () => {
  test.each([
    [
      "'< 18'",
      "'< eighteen'",
      'town/rules.yaml:13: heatingGrant: Row 1, cell 1: There is no fact or variable named “eighteen”. (line 1, column 3 of the cell)',
    ],
    [
      "['>= 60', ",
      "['< 17', ",
      'town/rules.yaml:14: heatingGrant: Row 2: This rule is never reached: the rules above hold in every case of it.',
    ],
    ["['>= 60', ", '[', 'town/rules.yaml:14: heatingGrant: Row 2: There should be 2 cells, but there are 1.'],
    ['hitPolicy: F', 'hitPolicy: P', 'town/rules.yaml:8: must be one of U, A, F, C+'],
    [
      '60000, clause: order-649.9',
      '60000, clause: order-0.0',
      'town/rules.yaml:13: heatingGrant: there is no clause order-0.0: misspelt, or not yet in clauses',
    ],
    [
      '      table:',
      '      expression: age\n      table:',
      'town/rules.yaml:5: has an expression or a table, one of them',
    ],
  ])('%s', (from, to, sentence) => {
    expect(GRANT).toContain(from);
    expect(mistakes(GRANT.replace(from, to))).toEqual([sentence]);
  });

  test('hostile tables end in one sentence', () => {
    const rows = Array.from({ length: 5_000 }, () => "          - { when: ['-', '-'], result: 0 }").join('\n');
    expect(mistakes(GRANT.replace('        default: 0', rows))).toEqual([
      expect.stringContaining('A decision table has 1 to 20 inputs'),
    ]);
    expect(mistakes(GRANT.replace("'< 18'", `'${'('.repeat(900)}'`))).toEqual([
      expect.stringContaining('Row 1, cell 1: The expression ends too early'),
    ]);
    expect(mistakes(GRANT.replace('inputs:', 'inputs: &a\n          - *a'))).toHaveLength(1);
    expect(mistakes(GRANT.replace('- household.area', '- __proto__'))).toEqual([expect.stringContaining('Input 2: ')]);
    expect(mistakes(GRANT.replace('default: 0', '__proto__: 0'))).toEqual([
      expect.stringContaining('does not belong here: remove it'),
    ]);
  });
});

test('from a pack to DMN and back to a pack, the table is the same', () => {
  const decision = findDecision(load(GRANT), { packId: 'town', rule: 'heatingGrant', on: '2026-03-01' });
  if (!decision) throw new Error('no decision');
  expect(decision).toMatchObject({ name: '取暖补贴', type: 'number', inputTypes: ['number', null] });
  const read = readDmn(writeDmn([decision]));
  expect(read).toEqual({ ok: true, decisions: [decision] });
  expect(DecisionTableFile.parse(parse(tableYaml(decision)).table)).toEqual(decision.table);
  expect(findDecision(load(GRANT), { packId: 'town', rule: 'age', on: '2026-03-01' })).toBeUndefined();
  expect(findDecision(load(GRANT), { packId: 'town', rule: 'heatingGrant', on: '2021-06-30' })).toBeUndefined();
});
