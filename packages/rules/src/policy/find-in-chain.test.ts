import { describe, expect, test } from 'vitest';
import { aClause, anInstrument, aPack, aProgramme, aQuestion } from '../../testing/a-policy.ts';
import { findClause, getClause } from './find-clause.ts';
import { findDepartment } from './find-department.ts';
import {
  excludedBeside,
  findProcedure,
  findProgramme,
  findQuestion,
  programmesOf,
  questionsIn,
} from './find-programme.ts';
import type { Pack } from './pack.ts';

const words = (text: string) => ({ zh: text, en: text });
const clauseOf = (id: string, instrument: string) => ({
  ...aClause,
  id,
  instrument,
  article: words(`${id} of ${instrument}`),
});
const instrumentOf = (id: string) => ({ ...anInstrument, id, title: words(id) });

const nation = aPack({
  instruments: [instrumentOf('order'), instrumentOf('law')],
  clauses: [clauseOf('law.1', 'law'), clauseOf('law.2', 'law')],
});
const province = aPack({
  id: 'province',
  inherits: 'nation',
  instruments: [instrumentOf('measures')],
  clauses: [clauseOf('measures.1', 'measures'), clauseOf('torn', 'lost')],
});
const county = aPack({
  id: 'county',
  inherits: 'province',
  instruments: [instrumentOf('plan')],
  clauses: [clauseOf('law.1', 'plan')],
});
const chain = [county, province, nation];

describe('a clause', () => {
  const titleIn = (pack: string, id: string) => findClause(chain, pack, id)?.instrument.title.en;

  test('is looked for in the pack that cites it, then in those above', () => {
    expect(titleIn('county', 'law.1')).toBe('plan');
    expect(titleIn('province', 'law.1')).toBe('law');
    expect(titleIn('county', 'measures.1')).toBe('measures');
    expect(findClause(chain, 'province', 'law.2')?.article.en).toBe('law.2 of law');
  });

  test('of a pack below is nobody else’s', () => {
    expect(titleIn('nation', 'measures.1')).toBeUndefined();
  });

  test('whose document is missing is none', () => {
    expect(findClause(chain, 'province', 'torn')).toBeUndefined();
  });

  test('is looked for in the whole chain when a pack outside it cites', () => {
    expect(titleIn('elsewhere', 'law.1')).toBe('plan');
    expect(titleIn('elsewhere', 'law.2')).toBe('law');
  });

  test('that is missing shows its id and nothing else, so that an explanation can still be told', () => {
    const shown = getClause(chain, 'county', 'law.9');
    expect(shown).toMatchObject({ id: 'law.9', article: words(''), paraphrase: words('') });
    expect(shown.instrument).toMatchObject({ id: '', title: words(''), issuer: '', effectiveFrom: '' });
    expect(shown.instrument.sourceClass).toBe('platform-default');
    expect(getClause(chain, 'county', 'law.1').article.en).toBe('law.1 of plan');
  });
});

describe('what the nearest pack says counts', () => {
  const nameOf = (id: string, text: string) => ({ id, name: words(text), steps: [] });
  const duty = (name: string, department: string, clause: string) => ({
    ...{ duty: name, department, alongside: [], name: words(department), clause },
  });
  const above = aPack({
    ...nation,
    programmes: [aProgramme({ id: 'dibao', reviewEvery: 'above' }), aProgramme({ id: 'tekun' })],
    procedures: [nameOf('relief', 'above'), nameOf('other', 'above')],
    questions: [aQuestion('income', 'fen'), aQuestion('rooms', 'count')],
    departments: [duty('housing', 'works', 'law.2'), duty('lead', 'civil-affairs', 'law.1')],
  });
  const below: Pack = {
    ...county,
    programmes: [aProgramme({ id: 'local' }), aProgramme({ id: 'dibao', reviewEvery: 'below' })],
    procedures: [nameOf('other', 'below')],
    questions: [aQuestion('income', 'count')],
    departments: [duty('lead', 'medical-insurance', 'law.1')],
  };
  const policy = { chain: [below, above], on: '2026-03-01', version: 'v' };

  test('of a programme, a procedure and a question', () => {
    expect(findProgramme(policy, 'dibao')?.reviewEvery).toBe('below');
    expect(findProgramme(policy, 'tekun')?.id).toBe('tekun');
    expect(findProgramme(policy, 'none')).toBeUndefined();
    expect([findProcedure(policy, 'relief')?.name.en, findProcedure(policy, 'other')?.name.en]).toEqual([
      'above',
      'below',
    ]);
    expect([findQuestion(policy, 'income')?.unit, findQuestion(policy, 'rooms')?.unit]).toEqual(['count', 'count']);
  });

  test('and each stands once, those of the nation first', () => {
    expect(programmesOf(policy).map(({ id, reviewEvery }) => [id, reviewEvery])).toEqual([
      ['dibao', 'below'],
      ['tekun', null],
      ['local', null],
    ]);
    expect(questionsIn(policy.chain).map(({ id, unit }) => [id, unit])).toEqual([
      ['income', 'count'],
      ['rooms', 'count'],
    ]);
  });

  test('of who bears a duty, with the clause as that pack cites it', () => {
    expect(findDepartment(policy, 'lead')).toMatchObject({
      department: 'medical-insurance',
      fromPackId: 'county',
      clause: { instrument: { id: 'plan' } },
    });
    expect(findDepartment(policy, 'housing')).toMatchObject({ department: 'works', fromPackId: 'nation' });
    expect(findDepartment(policy, 'none')).toBeUndefined();
  });
});

test('programmes that exclude each other need to say so on one side only, in any pack of the chain', () => {
  const excluding = (id: string, ...excludes: string[]) => aProgramme({ id, excludes });
  const county = aPack({ id: 'county', programmes: [excluding('local', 'dibao')] });
  const nation = aPack({
    programmes: [excluding('dibao', 'edge'), excluding('edge', 'dibao', 'tekun'), excluding('tekun')],
  });
  const beside = (...packs: readonly Pack[]) =>
    programmesOf({ chain: packs, on: '2026-03-01', version: 'v' }).map((programme) =>
      [programme.id, ...excludedBeside(packs, programme)].join(' '),
    );
  expect(beside(county, nation)).toEqual(['dibao edge local', 'edge dibao tekun', 'tekun edge', 'local dibao']);
  expect(beside(nation)).toEqual(['dibao edge', 'edge dibao tekun', 'tekun edge']);
  const mended = aPack({ id: 'county', programmes: [excluding('edge')] });
  expect(beside(mended, nation)).toEqual(['dibao edge', 'edge dibao', 'tekun']);
});
