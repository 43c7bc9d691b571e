import { describe, expect, test } from 'vitest';
import { issuesOf } from '../../testing/a-pack-issue.ts';
import { aClause, anInstrument, aPack, aParameter, aProgramme, aQuestion, aRule } from '../../testing/a-policy.ts';
import { checkPackSet } from './check-pack-set.ts';
import type { Pack, Parameter, Programme } from './pack.ts';

const cap = aParameter('cap', 'fen', 100);
const nation = (...parameters: readonly Parameter[]) => aPack({ parameters });

describe('mistakes between packs', () => {
  test('a sound set has none', () => {
    expect(issuesOf(nation(cap))).toEqual([]);
  });

  test('an unknown parent and a circle', () => {
    expect(issuesOf(aPack({ inherits: 'nowhere' }))).toEqual([
      'nation pack inherits: there is no pack nowhere: give the folder that holds it too',
    ]);
    expect(issuesOf(aPack({ id: 'anhui', inherits: null }), aPack({ id: 'luan', inherits: 'anhi' }))).toEqual([
      'luan pack inherits: there is no pack anhi; did you mean anhui',
    ]);
    const circle = issuesOf(aPack({ id: 'one', inherits: 'two' }), aPack({ id: 'two', inherits: 'one' }));
    expect(circle).toEqual([
      'one pack inherits: the inheritance goes round in a circle',
      'two pack inherits: the inheritance goes round in a circle',
    ]);
  });

  test('a region in two packs', () => {
    const packs = [aPack({ id: 'one', regions: ['34'] }), aPack({ id: 'two', regions: ['12', '34'] })] as const;
    expect(issuesOf(...packs)).toEqual(['two pack regions.1: region 34 already belongs to pack one']);
  });

  test('while the packs do not hang together, what they say is not judged', () => {
    const lost = { ...cap, definition: null };
    expect(issuesOf(aPack({ inherits: 'nowhere', parameters: [lost] }))).toEqual([
      'nation pack inherits: there is no pack nowhere: give the folder that holds it too',
    ]);
  });

  test('a parameter the code needs must be defined at the top, with its unit and columns', () => {
    const table = aParameter('table', 'table', []);
    const column = { ...FREE, id: 'level', label: { zh: '级', en: 'level' }, unit: 'text', nullable: false } as const;
    const needy = nation(cap, { ...table, definition: table.definition && { ...table.definition, columns: [column] } });
    const county = aPack({ id: 'county', inherits: 'nation', instruments: [], clauses: [] });
    const packs = new Map([needy, county].map((pack) => [pack.id, pack]));
    const issues = checkPackSet(packs, [
      { id: 'other', unit: 'fen' },
      { id: 'cap', unit: 'flag' },
      { id: 'cap', unit: 'fen' },
      { id: 'table', unit: 'table', columns: ['level'] },
      { id: 'table', unit: 'table', columns: ['level', 'role'] },
    ]);
    expect(issues.map(({ packId, file, path, reason }) => [packId, file, path, reason.en])).toEqual([
      ['nation', 'parameters', [], 'the rules need other with a definition'],
      ['nation', 'parameters', [], 'the rules need cap with unit flag and columns '],
      ['nation', 'parameters', [], 'the rules need table with unit table and columns level, role'],
    ]);
  });

  test('a county may not define anew what the nation defined, nor give values to nothing', () => {
    const other: Parameter = { ...cap, id: 'other' };
    const county = aPack({
      id: 'county',
      inherits: 'province',
      parameters: [other, cap, { ...cap, id: 'cup', definition: null }],
    });
    const province = aPack({ id: 'province', inherits: 'nation', parameters: [{ ...cap, definition: null }] });
    expect(issuesOf(nation(cap), province, county)).toEqual([
      'county parameters 1.define: cap: is also defined in nation',
      'county parameters 2.id: cup: is defined nowhere in this chain of packs, is it cap?',
    ]);
  });

  test('a parameter twice in a pack', () => {
    expect(issuesOf(nation(cap, cap))).toEqual(['nation parameters 1.id: cap: stands twice']);
  });
});

const FREE = { options: null, smallest: null, largest: null };

describe('references inside a pack', () => {
  const duty = {
    duty: 'lead',
    department: 'civil-affairs',
    alongside: [],
    name: { zh: '民政', en: 'civil affairs' },
    clause: 'law.1',
  };
  const step = {
    id: 'pay',
    label: { zh: '发放', en: 'pay' },
    actor: 'clerk',
    limit: null,
    clause: 'law.1',
    skippableWhen: null,
  };
  const procedure = { id: 'relief', name: { zh: '救助', en: 'relief' }, steps: [step] };
  const programme = aProgramme({ procedure: 'relief' });
  const paper = { id: 'paper', label: duty.name, provider: 'applicant', when: null, clause: 'law.1' } as const;
  const shown = { id: 'shown', label: duty.name };
  const decided = { eligible: 'isPoor', amount: 'gap', paidFrom: null, paidUntil: null };
  const named = {
    parameters: [cap, aParameter('span', 'limit', '10 workingDays'), aParameter('switch', 'flag', true)],
    questions: [aQuestion('income', 'fen'), aQuestion('single', 'flag')],
    rules: [
      aRule('gap', 'fen', 'income'),
      aRule('isPoor', 'flag', 'single'),
      aRule('nextMonth', 'date', 'today()'),
      aRule('birthday', 'date', 'today()', { on: 'person' }),
    ],
  };
  const whole = { departments: [duty], procedures: [procedure], programmes: [programme] } as const;

  test('a sound pack has none; what the nation says counts for the county', () => {
    expect(issuesOf(aPack(whole))).toEqual([]);
    const county = aPack({ id: 'county', inherits: 'nation', instruments: [], clauses: [], programmes: [programme] });
    expect(issuesOf(aPack({ ...whole, programmes: [] }), county)).toEqual([]);
    const second = aPack({
      ...whole,
      departments: [duty, { ...duty, duty: 'other' }],
      procedures: [procedure, { ...procedure, id: 'other' }],
    });
    expect(issuesOf(second)).toEqual([]);
  });

  test.each<[string, Partial<Programme>]>([
    ['another programme that excludes it', { excludes: ['dibao'] }],
    ['a review after a time limit', { reviewEvery: 'span' }],
    ['a decider with a switch', { decider: { duty: 'lead', level: 'county', delegatedWhen: 'switch' } }],
    ['a paper where a fact says so', { documents: [{ ...paper, when: 'single' }] }],
    ['a paper where a rule says so', { documents: [{ ...paper, when: 'isPoor' }] }],
    ['the day it is paid from', { determination: { ...decided, paidFrom: 'nextMonth' } }],
    ['a day of each person', { unit: 'person', determination: { ...decided, paidFrom: 'birthday' } }],
    ['a limit', { limits: [{ ...shown, parameter: 'span' }] }],
    ['a showing in public', { publicity: [{ ...shown, parameter: 'span', shows: [], clause: 'law.1' }] }],
  ])('a programme may name %s', (_, parts) => {
    const programmes = [{ ...programme, ...parts }, aProgramme({ id: 'dibao' })];
    expect(issuesOf(aPack({ ...whole, ...named, programmes }))).toEqual([]);
  });

  test('a step may have a time limit and a switch, or a fact, that lets it be left out', () => {
    const limit = { parameter: 'span', startsAt: 'payment' } as const;
    const steps = (['parameter', 'fact'] as const).map((kind) => {
      return { ...step, limit, skippableWhen: { kind, id: 'switch', label: duty.name } };
    });
    expect(issuesOf(aPack({ ...whole, ...named, procedures: [{ ...procedure, steps }] }))).toEqual([]);
  });

  test.each<[Partial<Programme>, string]>([
    [{ leadDuty: 'housing' }, 'leadDuty: urgent: nobody bears the duty housing'],
    [{ procedure: 'dibao' }, 'procedure: urgent: there is no procedure dibao'],
    [{ clauses: ['law.1', 'law.2'] }, 'clauses.1: urgent: there is no clause law.2: misspelt, or not yet in clauses'],
    [{ excludes: ['urgent', 'dibao'] }, 'excludes.1: urgent: there is no programme dibao'],
    [{ reviewEvery: 'cap' }, 'reviewEvery: urgent: cap is no time limit'],
    [{ reviewEvery: 'none' }, 'reviewEvery: urgent: none is no time limit'],
    [
      { decider: { duty: 'housing', level: 'county', delegatedWhen: null } },
      'decider.duty: urgent: nobody bears the duty housing',
    ],
    [
      { decider: { duty: 'lead', level: 'county', delegatedWhen: 'cap' } },
      'decider.delegatedWhen: urgent: cap is no flag',
    ],
    [
      { documents: [paper, { ...paper, when: 'income' }] },
      'documents.1.when: urgent: income is no fact or rule that is yes or no',
    ],
    [{ documents: [{ ...paper, when: 'gap' }] }, 'documents.0.when: urgent: gap is no fact or rule that is yes or no'],
    [
      { documents: [{ ...paper, clause: 'law.2' }] },
      'documents.0.clause: urgent: there is no clause law.2: misspelt, or not yet in clauses',
    ],
    [
      { determination: { ...decided, eligible: 'gapp' } },
      'determination.eligible: urgent: there is no rule gapp, is it gap?',
    ],
    [{ determination: { ...decided, amount: 'somewhat' } }, 'determination.amount: urgent: there is no rule somewhat'],
    [
      { unit: 'household', determination: { ...decided, paidFrom: 'birthday' } },
      'determination.paidFrom: urgent: birthday is no rule for a day of the same or of the household',
    ],
    [
      { determination: { ...decided, paidFrom: 'gap' } },
      'determination.paidFrom: urgent: gap is no rule for a day of the same or of the household',
    ],
    [
      { determination: { ...decided, paidUntil: 'never' } },
      'determination.paidUntil: urgent: never is no rule for a day of the same or of the household',
    ],
    [{ limits: [{ ...shown, parameter: 'cap' }] }, 'limits.0.parameter: urgent: cap is no time limit'],
    [
      { publicity: [{ ...shown, parameter: 'cap', shows: [], clause: 'law.1' }] },
      'publicity.0.parameter: urgent: cap is no time limit',
    ],
    [
      { publicity: [{ ...shown, parameter: 'span', shows: [], clause: 'law.2' }] },
      'publicity.0.clause: urgent: there is no clause law.2: misspelt, or not yet in clauses',
    ],
  ])('a mistake of a programme %#', (parts, issue) => {
    const programmes = [{ ...programme, ...parts }];
    expect(issuesOf(aPack({ ...whole, ...named, programmes }))).toEqual([`nation programmes 0.${issue}`]);
  });

  const example = {
    ...{ id: 'a', title: duty.name, on: '2026-03-01', like: null, clause: 'law.1' },
    ...{ facts: { household: {}, members: [] }, expect: { household: {}, members: [] } },
  };

  test('an example may start from any above it', () => {
    const [second, third] = [
      { ...example, id: 'b' },
      { ...example, id: 'c', like: 'a', clause: null },
    ];
    expect(issuesOf(aPack({ vectors: [example, second, third] }))).toEqual([]);
  });

  test.each<[Partial<Pack>, string]>([
    [{ programmes: [programme, programme] }, 'programmes 1.id: urgent: stands twice'],
    [{ questions: [aQuestion('income', 'fen'), aQuestion('income', 'fen')] }, 'questions 1.id: income: stands twice'],
    [{ procedures: [procedure, procedure] }, 'procedures 1.id: relief: stands twice'],
    [{ departments: [duty, duty] }, 'pack departments.1.duty: lead: stands twice'],
    [
      { departments: [{ ...duty, clause: 'law.2' }] },
      'pack departments.0.clause: there is no clause law.2: misspelt, or not yet in clauses',
    ],
    [{ clauses: [aClause, { ...aClause, id: 'law.2' }, aClause] }, 'clauses : law.1: stands twice'],
    [{ instruments: [anInstrument, anInstrument] }, 'clauses : law: stands twice'],
    [{ vectors: [example, example] }, 'vectors 1.id: a: stands twice'],
    [{ vectors: [example, { ...example, id: 'b', like: 'b' }] }, 'vectors 1.like: b: there is no vector b above it'],
    [
      { vectors: [{ ...example, clause: 'law.2' }] },
      'vectors 0.clause: a: there is no clause law.2: misspelt, or not yet in clauses',
    ],
    [
      { procedures: [{ ...procedure, steps: [step, { ...step, clause: 'law.2' }] }] },
      'procedures 0.steps.1.clause: pay: there is no clause law.2: misspelt, or not yet in clauses',
    ],
    [
      { procedures: [{ ...procedure, steps: [{ ...step, limit: { parameter: 'cap', startsAt: 'payment' } }] }] },
      'procedures 0.steps.0.limit: pay: cap is no time limit',
    ],
    [
      { procedures: [{ ...procedure, steps: [{ ...step, limit: { parameter: 'none', startsAt: 'payment' } }] }] },
      'procedures 0.steps.0.limit: pay: none is no time limit',
    ],
    [
      {
        procedures: [
          { ...procedure, steps: [{ ...step, skippableWhen: { kind: 'parameter', id: 'cap', label: duty.name } }] },
        ],
      },
      'procedures 0.steps.0.skippableWhen: pay: cap is no flag',
    ],
    [
      {
        procedures: [
          { ...procedure, steps: [{ ...step, skippableWhen: { kind: 'parameter', id: 'none', label: duty.name } }] },
        ],
      },
      'procedures 0.steps.0.skippableWhen: pay: none is no flag',
    ],
  ])('a mistake %#', (parts, issue) => {
    expect(issuesOf(aPack({ ...whole, parameters: [cap], ...parts }))).toEqual([`nation ${issue}`]);
  });

  test('a programme without a procedure of its own is no mistake', () => {
    expect(issuesOf(aPack({ ...whole, procedures: [], programmes: [{ ...programme, procedure: null }] }))).toEqual([]);
  });
});
