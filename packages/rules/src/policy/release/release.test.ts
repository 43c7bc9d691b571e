import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aClause, anInstrument, aPack, aParameter, aValue } from '../../../testing/a-policy.ts';
import { createRulebook } from '../../determination/place/rulebook.ts';
import type { Pack, PolicySet, Vector } from '../pack.ts';
import { findPolicy } from '../policy-on.ts';
import { resolveParameter } from '../resolve-parameter.ts';
import { applyChanges } from './apply-changes.ts';
import { checkChanges } from './check-changes.ts';
import { describeChange } from './describe-change.ts';
import type { ParameterValueChange, PolicyChange } from './policy-change.ts';
import { runVectors } from './run-vectors.ts';

const DAY = '2026-07-01';
const nation = aPack({
  id: 'cn',
  regions: [''],
  parameters: [
    aParameter('standard', 'fen', 75_600),
    { ...aParameter('limit', 'limit', '10 workingDays') },
    {
      id: 'ladder',
      definition: {
        unit: 'table',
        per: null,
        byArea: false,
        options: null,
        smallest: null,
        largest: null,
        label: { zh: '阶梯', en: 'ladder' },
        columns: [
          {
            id: 'capFen',
            label: { zh: '封顶', en: 'cap' },
            unit: 'fen',
            nullable: true,
            options: null,
            smallest: null,
            largest: null,
          },
        ],
      },
      values: [aValue({ value: [{ capFen: 100_000 }, { capFen: null }] })],
    },
  ],
  rules: [
    {
      id: 'isPoor',
      definition: { on: 'household', label: { zh: '困难', en: 'is poor' }, unit: 'flag', per: null, options: [] },
      versions: [{ from: '2020-01-01', to: null, expression: 'income < standard', clause: 'law.1', sentence: null }],
    },
  ],
  questions: [
    {
      id: 'income',
      on: 'household',
      label: { zh: '收入', en: 'income' },
      help: null,
      unit: 'fen',
      per: null,
      smallest: null,
      largest: null,
      options: [],
      sensitivity: 'open',
      usual: null,
      dataSource: null,
    },
  ],
  vectors: [aVector({})],
});
const county = aPack({
  id: 'county',
  level: 'county',
  inherits: 'cn',
  regions: ['341503'],
  instruments: [],
  clauses: [],
});
const packs = setOf(nation, county).packs;

function aVector(parts: Partial<Vector>): Vector {
  return {
    id: 'poor',
    title: { zh: '例', en: 'example' },
    on: '2026-08-01',
    like: null,
    facts: { household: { income: 76_000 }, members: [{}] },
    expect: { household: { isPoor: false }, members: [] },
    clause: null,
    ...parts,
  };
}

function setOf(...list: readonly Pack[]): PolicySet {
  return { version: 'test', packs: new Map(list.map((pack) => [pack.id, pack])) };
}

function raise(
  parts: Partial<ParameterValueChange['value']> = {},
  packId = 'county',
  target = 'standard',
): ParameterValueChange {
  return { kind: 'parameterValue', packId, target, value: aValue({ from: DAY, value: 79_400, ...parts }) };
}

function standardOn(changed: PolicySet['packs'], on: string) {
  const policy = findPolicy({ version: '', packs: changed }, 'county', on);
  return policy && resolveParameter(policy, 'standard');
}

describe('a new value', () => {
  test('speaks from its day on, and the day before the old one does', () => {
    const after = applyChanges(packs, [raise()]);
    expect(standardOn(after, '2026-06-30')).toMatchObject({ value: 75_600, fromPack: { id: 'cn' } });
    expect(standardOn(after, DAY)).toMatchObject({ value: 79_400, fromPack: { id: 'county' } });
  });

  test('leaves what was decided as it was written', () => {
    const after = applyChanges(packs, [raise({}, 'cn')]);
    const values = after.get('cn')?.parameters.find(({ id }) => id === 'standard')?.values;
    expect(values?.[0]).toEqual(packs.get('cn')?.parameters[0]?.values[0]);
    expect(packs.get('cn')?.parameters[0]?.values).toHaveLength(1);
  });

  test('is told in words with both figures, the part of a hundred, the day and the clause', () => {
    expect(describeChange(packs, raise())).toMatchObject({
      zh: 'standard从756元提高到794元（+5.0%），2026年7月1日起，依据《测试规定》第一条',
      en: 'standard rises from 756 yuan to 794 yuan (+5.0%) from 2026-07-01 under “test rule”, Article 1',
    });
    expect(describeChange(packs, raise({ value: 70_000 })).zh).toContain('从756元降低到700元（-7.4%）');
    expect(describeChange(packs, raise({ value: null })).zh).toContain('停用本地规定');
    expect(describeChange(packs, raise({ value: '5 workingDays' }, 'county', 'limit')).zh).toContain(
      '由10个工作日改为5个工作日',
    );
  });

  test('of a table is told row by row', () => {
    const change = raise({ value: [{ capFen: 150_000 }, { capFen: null }, { capFen: 1 }] }, 'county', 'ladder');
    expect(describeChange(packs, change).rows.map(({ zh }) => zh)).toEqual([
      '第1行“封顶”由1,000元改为1,500元',
      '增加第3行：封顶 0.01元',
    ]);
  });
});

describe('what may not be published', () => {
  const issuesOf = (...changes: readonly PolicyChange[]) =>
    checkChanges(packs, { changes, effectiveOn: DAY }).map(({ change, field, path }) => [change, field, ...path]);

  test.each([
    ['nothing wrong', [raise()], []],
    ['a value before the release', [raise({ from: '2026-06-30' })], [[0, 'from']]],
    ['half a fen', [raise({ value: 0.5 })], [[0, 'value']]],
    ['an area where there is none', [raise({ area: 'urban' })], [[0, 'area']]],
    ['a clause nobody wrote', [raise({ clause: 'law.2' })], [[0, 'clause']]],
    ['the end before the beginning', [raise({ to: '2026-01-01' })], [[0, 'to']]],
    ['a parameter nobody defined', [raise({}, 'county', 'nothing')], [[0, 'target']]],
    [
      'the same twice',
      [raise(), raise({ value: 1 })],
      [
        [0, 'from'],
        [1, 'from'],
      ],
    ],
    [
      'two that meet',
      [raise({ to: '2026-12-31' }), raise({ from: '2026-12-31' })],
      [
        [0, 'from'],
        [1, 'from'],
      ],
    ],
    ['a cell of a table', [raise({ value: [{ capFen: -1 }] }, 'county', 'ladder')], [[0, 'value', 0, 'capFen']]],
    ['a pack nobody has', [raise({}, 'nowhere')], [[0, 'target']]],
  ] as const)('%s', (_, changes, expected) => {
    expect(issuesOf(...changes)).toEqual(expected);
  });

  test('a rule that does not fit its units is refused at its line and column, in both languages', () => {
    const version = { from: DAY, to: null, expression: 'income <\n  limitt', clause: 'law.1', sentence: null };
    const [issue] = checkChanges(packs, {
      changes: [{ kind: 'ruleVersion', packId: 'cn', target: 'isPoor', version }],
      effectiveOn: DAY,
    });
    expect(issue).toMatchObject({ change: 0, field: 'expression', line: 2, column: 3 });
    expect(issue?.zh).toMatch(/没有名为“limitt”/);
    expect(issue?.en).toMatch(/named “limitt”/);
  });

  test('a value may cite a document that comes with the release, not one that comes into force later', () => {
    const document = (effectiveFrom: string): PolicyChange => ({
      kind: 'document',
      packId: 'county',
      instrument: { ...anInstrument, id: 'notice', effectiveFrom },
      clauses: [{ ...aClause, id: 'notice.1', instrument: 'notice' }],
    });
    expect(issuesOf(raise({ clause: 'notice.1' }), document(DAY))).toEqual([]);
    expect(issuesOf(raise({ clause: 'notice.1' }), document('2026-07-02'))).toEqual([[0, 'clause']]);
  });
});

describe('worked examples', () => {
  test('of the pack and of those below are run on the changed set', () => {
    const run = (changes: readonly PolicyChange[]) =>
      runVectors({ version: JSON.stringify(changes), packs: applyChanges(packs, changes) }, 'cn', createRulebook());
    expect(run([])).toMatchObject([{ packId: 'cn', vectorId: 'poor', ok: true }]);
    expect(run([raise({}, 'cn')])).toMatchObject([
      { ok: false, mismatches: [{ path: ['household', 'isPoor'], expected: false, found: true }] },
    ]);
    const vector = aVector({ expect: { household: { isPoor: true }, members: [] } });
    expect(run([raise({}, 'cn'), { kind: 'vector', packId: 'cn', vector }])).toMatchObject([{ ok: true }]);
  });
});

describe('properties of changes', () => {
  const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-07-${String(day).padStart(2, '0')}`);
  const changes = fc.uniqueArray(
    fc.oneof(
      fc
        .record({ from: days, value: fc.integer({ min: 0, max: 1e6 }), packId: fc.constantFrom('cn', 'county') })
        .map(({ from, value, packId }): PolicyChange => raise({ from, value }, packId)),
      fc
        .record({ from: days, hours: fc.integer({ min: 1, max: 99 }) })
        .map(({ from, hours }): PolicyChange => raise({ from, value: `${hours} hours` }, 'county', 'limit')),
      fc.record({ from: days, cap: fc.integer({ min: 1, max: 9e5 }) }).map(
        ({ from, cap }): PolicyChange => ({
          kind: 'ruleVersion',
          packId: 'county',
          target: 'isPoor',
          version: { from, to: null, expression: `income < ${cap} * 0 + standard`, clause: 'law.1', sentence: null },
        }),
      ),
    ),
    {
      selector: (change) => JSON.stringify([change.packId, 'target' in change && change.target, dayOf(change)]),
      maxLength: 12,
    },
  );

  function dayOf(change: PolicyChange) {
    if (change.kind === 'parameterValue') return change.value.from;
    return change.kind === 'ruleVersion' ? change.version.from : '';
  }

  test('applying nothing changes nothing', () => {
    expect(applyChanges(packs, [])).toBe(packs);
  });

  test('the order of changes does not show, in one release or in several', () => {
    fc.assert(
      fc.property(changes, fc.nat(), (list, seed) => {
        const turned = list
          .toSorted(
            (one, other) => ((JSON.stringify(one).length * seed) % 7) - ((JSON.stringify(other).length * seed) % 7),
          )
          .toReversed();
        const together = applyChanges(packs, list);
        expect(applyChanges(packs, turned)).toEqual(together);
        expect(turned.reduce((set, change) => applyChanges(set, [change]), packs)).toEqual(together);
      }),
    );
  });

  test('every change is described before it is made, and found in force on its day when it is', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const after = applyChanges(packs, list);
        for (const change of list) {
          expect(describeChange(packs, change, list).zh).not.toBe('');
          if (change.kind !== 'parameterValue' || change.packId !== 'county') continue;
          const policy = findPolicy({ version: '', packs: after }, 'county', change.value.from);
          expect(policy && resolveParameter(policy, change.target)).toMatchObject({ value: change.value.value });
        }
      }),
    );
  });

  test('days before every change are decided as before', () => {
    fc.assert(
      fc.property(changes, (list) => {
        expect(standardOn(applyChanges(packs, list), '2026-06-30')).toMatchObject({
          value: 75_600,
          from: '2014-05-01',
        });
      }),
    );
  });
});
