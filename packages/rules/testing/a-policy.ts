import type {
  Clause,
  DatedExpression,
  Instrument,
  Pack,
  Parameter,
  Programme,
  Question,
  Rule,
  RuleDefinition,
} from '../src/policy/pack.ts';
import type { PolicyOn } from '../src/policy/policy-on.ts';
import type { ParameterValue, Unit } from '../src/policy/unit.ts';

const WORDS = { zh: '测试', en: 'test' };

export const aClause: Clause = {
  id: 'law.1',
  instrument: 'law',
  article: { zh: '第一条', en: 'Article 1' },
  paraphrase: WORDS,
};

export const anInstrument: Instrument = {
  id: 'law',
  title: { zh: '测试规定', en: 'test rule' },
  docNo: null,
  issuer: '测试',
  issuedOn: '2014-01-01',
  effectiveFrom: '2014-01-01',
  effectiveTo: null,
  sourceUrl: null,
  sourceClass: 'official',
};

/** A pack that says nothing; give what the test is about. */
export function aPack(parts: Partial<Pack> = {}): Pack {
  return {
    id: 'nation',
    name: { zh: '全国', en: 'the nation' },
    level: 'nation',
    inherits: null,
    regions: [],
    instruments: [anInstrument],
    clauses: [aClause],
    parameters: [],
    rules: [],
    programmes: [],
    procedures: [],
    questions: [],
    vectors: [],
    departments: [],
    ...parts,
  };
}

/** Defined, with one value since 2014. */
export function aParameter(id: string, unit: Unit, value: ParameterValue | null): Parameter {
  const definition = {
    label: { zh: id, en: id },
    unit,
    per: null,
    byArea: false,
    options: null,
    columns: [],
    smallest: null,
    largest: null,
  };
  return { id, definition, values: [aValue({ value })] };
}

export function aValue(parts: Partial<Parameter['values'][number]>): Parameter['values'][number] {
  return {
    from: '2014-05-01',
    to: null,
    area: null,
    value: null,
    clause: 'law.1',
    sourceClass: null,
    note: null,
    ...parts,
  };
}

export function policyOf(...parameters: readonly Parameter[]): PolicyOn {
  return { chain: [aPack({ parameters })], on: '2026-03-01', version: 'test' };
}

const row = (level: string, capFen: number | null, cumulativeCapFen: number | null, money: string) => ({
  level,
  labelZh: level,
  labelEn: level,
  capFen,
  cumulativeCapFen,
  money,
  administrativeAct: level !== 'village',
});

/** Three levels with the caps of the Yu'an plan; the figures are the test's own. */
export const LADDER = aParameter('urgentRelief.ladder', 'table', [
  row('village', 100_000, null, 'society'),
  row('township', 200_000, 300_000, 'pettyCash'),
  row('county', null, null, 'fiscal'),
]);
export const STRICT = aParameter('urgentRelief.requireExhaustion', 'flag', true);
export const FREE = aParameter('urgentRelief.requireExhaustion', 'flag', false);
export const CAUTIONS = aParameter('urgentRelief.cautionCauses', 'list', ['drunkDriving']);

export const strictPolicy = policyOf(LADDER, STRICT, CAUTIONS);
export const freePolicy = policyOf(LADDER, FREE, CAUTIONS);

/** Nobody determines it; give what the test is about. */
export function aProgramme(parts: Partial<Programme> = {}): Programme {
  return {
    id: 'urgent',
    name: { zh: '急难', en: 'urgent' },
    category: 'urgent',
    unit: 'event',
    leadDuty: 'lead',
    benefits: ['money'],
    procedure: null,
    clauses: ['law.1'],
    determination: null,
    excludes: [],
    applyAt: 'window',
    documents: [],
    decider: null,
    limits: [],
    publicity: [],
    reviewEvery: null,
    ...parts,
  };
}

export function aQuestion(id: string, unit: Unit, parts: Partial<Question> = {}): Question {
  const words = { zh: id, en: id };
  const bounds = { per: null, smallest: null, largest: null, options: [] };
  return {
    id,
    on: 'household',
    label: words,
    help: null,
    unit,
    ...bounds,
    sensitivity: 'open',
    usual: null,
    dataSource: null,
    ...parts,
  };
}

/** In force since 2014, unless versions are given. */
export function aRule(id: string, unit: Unit, expression: string, parts: Partial<RuleDefinition> = {}): Rule {
  const definition = { on: 'household', label: { zh: id, en: id }, unit, per: null, options: [], ...parts } as const;
  return { id, definition, versions: [aVersion({ expression })] };
}

export function aVersion(parts: Partial<DatedExpression>): DatedExpression {
  return { from: '2014-05-01', to: null, expression: null, clause: 'law.1', sentence: null, ...parts };
}
