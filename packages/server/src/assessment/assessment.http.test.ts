import type * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { TRIAL_POLICIES_DIRECTORY } from '../../test-data/policies.ts';
import { withSession } from '../platform/runtime/index.ts';
import { startTestApi } from '../platform/testing/api.ts';
import { loadPolicySet, POLICIES_DIRECTORY } from '../policy/index.ts';
import { aFactAbout, aMember, assessmentActs, PLACES, reliefActs, smallCounty } from '../testing/index.ts';

const policy = loadPolicySet(POLICIES_DIRECTORY, TRIAL_POLICIES_DIRECTORY);
const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z', policy });
const county = await smallCounty(api);
const { openCase } = reliefActs(api, county);
const { assess, read, known } = assessmentActs(api, county);

async function aCase() {
  const members = [
    aMember({ name: '王甲', birthDate: '1980-01-01', idNumber: null }),
    aMember({ name: '王乙', relation: 'child', birthDate: '2014-02-03', idNumber: null }),
  ];
  const household = { is: 'new' as const, regionCode: '341503100201', members, searched: true as const };
  return openCase({ household });
}

function resultOf(view: contract.AssessmentView, programme: string, index = 0) {
  return view.determination?.programmes.find((one) => one.id === programme && one.index === index);
}

const income = (value: number) => aFactAbout('trialIncome', value);

describe('assessing a case', () => {
  test('determines every programme of the place from what is known, and says what is missing', async () => {
    const { caseId } = await aCase();
    const { body } = await assess(caseId);
    expect(resultOf(body, 'trialAid')).toMatchObject({
      outcome: 'unknown',
      missing: [{ id: 'trialIncome', decisive: true }],
    });
    expect(body.members.map(({ name }) => name)).toEqual(['王甲', '王乙']);
    expect(body.determination?.nextQuestions.map(({ id }) => id)).toContain('trialIncome');
  });

  test('writes what was learned with its source, and determines with it at once', async () => {
    const { caseId } = await aCase();
    const first = await assess(caseId);
    const son = first.body.members[1]?.personId ?? '';
    const { body } = await assess(caseId, {
      facts: [income(50_000), aFactAbout('trialIsIll', true, { on: 'person', personId: son, provenance: 'document' })],
    });
    expect(resultOf(body, 'trialAid')).toMatchObject({ outcome: 'yes', amountFen: 30_000, per: 'month' });
    expect(resultOf(body, 'trialIllAid', 1)).toMatchObject({ outcome: 'yes', excludedBy: [{ id: 'trialAid' }] });
    expect(resultOf(body, 'trialIllAid', 0)?.outcome).toBe('unknown');
    const items = (await known(caseId)).body.items;
    expect(items.find(({ id }) => id === 'trialIsIll')).toMatchObject({
      personName: '王乙',
      index: 1,
      value: true,
      words: { zh: '是', en: 'yes' },
      provenance: 'document',
      recordedBy: '人员 town.window',
    });
  });

  test('asks for nothing that the register or the case knows', async () => {
    const { caseId } = await aCase();
    const items = (await known(caseId)).body.items;
    expect(
      items.filter(({ id }) => id === 'birthDate').map(({ value, provenance, factId }) => [value, provenance, factId]),
    ).toEqual([
      ['1980-01-01', 'register', null],
      ['2014-02-03', 'register', null],
    ]);
    expect(items.find(({ id }) => id === 'relation')?.value).toBe('self');
    expect(items.find(({ id }) => id === 'eventKind')?.value).toBe('fire');
    const { body } = await assess(caseId);
    expect(
      body.determination?.nextQuestions.filter(({ id }) => ['birthDate', 'relation', 'eventKind'].includes(id)),
    ).toEqual([]);
  });

  test('where people have their hukou is known from the register; asked only where it differs among them', async () => {
    const hukouOf = async (...hukou: readonly (string | null)[]) => {
      const members = hukou.map((hukouRegionCode, index) =>
        aMember({ idNumber: null, relation: index === 0 ? 'head' : 'child', hukouRegionCode }),
      );
      const household = { is: 'new' as const, regionCode: PLACES.village, members, searched: true as const };
      const { caseId } = await openCase({ household });
      const items = (await known(caseId)).body.items.filter(({ id }) => /hukou|incidentHere/.test(id));
      return items.map(({ id, value, provenance }) => [id, value, provenance]);
    };
    const incident = ['incidentHere', true, 'register'];
    const atHome = ['hukouAtResidence', true, 'register'];
    const away = ['hukouAtResidence', false, 'register'];
    expect(await hukouOf(PLACES.village)).toEqual([['hukouHere', true, 'register'], atHome, incident]);
    expect(await hukouOf(PLACES.farVillage)).toEqual([['hukouHere', true, 'register'], away, incident]);
    expect(await hukouOf('340104001000')).toEqual([['hukouHere', false, 'register'], away, incident]);
    expect(await hukouOf(PLACES.village, '340104001000')).toEqual([atHome, away, incident]);
    expect(await hukouOf(PLACES.village, null)).toEqual([atHome, incident]);
  });

  test('gives the whole reason of one programme on demand, with names, figures and clauses, in both languages', async () => {
    const { caseId } = await aCase();
    const { body } = await assess(caseId, { facts: [income(50_000)] });
    expect(body.reasons).toEqual([]);
    const [reason] = (await read(body.id, { programme: 'trialAid' })).body.reasons;
    expect(reason).toMatchObject({ programme: 'trialAid', index: 0, eligible: { outcome: 'yes' } });
    const text = JSON.stringify(reason);
    for (const words of ['试行收入', '500元', '经办人录入', '试行办法', '800元', 'trial income', 'Article 1'])
      expect(text, words).toContain(words);
    expect(reason?.amount?.texts.map(({ zh }) => zh).join('')).toContain('300元');
    const ill = (await read(body.id, { programme: 'trialIllAid' })).body.reasons;
    expect(JSON.stringify(ill[1])).toContain('王乙');
  });

  test('an answer about urgency and a fact about the event are one truth', async () => {
    const { caseId } = await aCase();
    const told = await assess(caseId, { facts: [aFactAbout('noFoodOrShelter', true, { on: 'event' })] });
    expect(told.body.urgency.established).toBe('urgent');
    const fact = (await known(caseId)).body.items.find(({ id }) => id === 'noFoodOrShelter');
    expect(fact).toMatchObject({ value: true, provenance: 'officer' });
    const later = await assess(caseId, { urgencyAnswers: { noFoodOrShelter: false } });
    expect(later.body.inputs['urgencyAnswers']).toMatchObject({ noFoodOrShelter: false });
    const changed = (await known(caseId)).body.items.find(({ id }) => id === 'noFoodOrShelter');
    expect(changed?.value).toBe(false);
    expect(changed?.factId).not.toBe(fact?.factId);
    // Nothing said: what is known stands.
    const last = await assess(caseId);
    expect(last.body.inputs['urgencyAnswers']).toEqual(later.body.inputs['urgencyAnswers']);
  });
});

describe('an answer that cannot be', () => {
  const refusal = async (fact: Partial<contract.NewFact>) => {
    const { caseId } = await aCase();
    const { status, problem } = await assess(caseId, { facts: [{ ...income(1), ...fact }] });
    return [status, ...(problem.fieldErrors ?? []).map(({ path }) => path)];
  };

  test.each([
    ['a question nobody asks', { question: 'trialOutcome' }, 'facts.0.question'],
    ['about somebody it is not about', { on: 'event' as const }, 'facts.0.question'],
    [
      'about somebody else’s family',
      { question: 'trialIsIll', on: 'person' as const, personId: '00000000-0000-4000-8000-000000000000', value: true },
      'facts.0.personId',
    ],
    ['beyond what can be', { value: -1 }, 'facts.0.value'],
    ['of another kind', { value: 'much' }, 'facts.0.value'],
    ['nothing at all', { value: null }, 'facts.0.value'],
    ['a correction of nothing', { act: 'correction' as const }, 'facts.0.supersedesId'],
  ])('%s is told beside its field', async (_what, fact, path) => {
    expect(await refusal(fact)).toEqual([422, path]);
  });

  test('a clerk is told in yuan, a program beside it in fen', async () => {
    const { caseId } = await aCase();
    const { problem } = await assess(caseId, { facts: [income(-1)] });
    expect(problem.fieldErrors?.map(({ path, message, asData }) => [path, message.zh, asData?.zh])).toEqual([
      ['facts.0.value', '应为 0 至 100,000,000 元，最多两位小数。', '接口数据以分为单位：0 至 10000000000 的整数'],
    ]);
  });

  test('what has happened lies before the day it is written down', async () => {
    const { caseId } = await aCase();
    const son = (await assess(caseId)).body.members[1]?.personId ?? '';
    const until = (day: string) => aFactAbout('unemployedSince', day, { on: 'person', personId: son });
    const { status, problem } = await assess(caseId, { facts: [until('2026-03-03')] });
    expect([status, problem.fieldErrors?.map(({ path, message }) => [path, message.zh])]).toEqual([
      422,
      [['facts.0.value', '不能晚于 2026-03-02（判定之日），请核对日期。']],
    ]);
    expect((await assess(caseId, { facts: [until('2026-03-02')] })).status).toBe(200);
  });

  test('what the register says is corrected there', async () => {
    const { caseId } = await aCase();
    const { body } = await assess(caseId);
    const fact = aFactAbout('birthDate', '1990-01-01', { on: 'person', personId: body.members[0]?.personId ?? '' });
    const { problem } = await assess(caseId, { facts: [fact] });
    expect(problem.fieldErrors).toMatchObject([
      { path: 'facts.0.question', message: { zh: expect.stringContaining('档案') } },
    ]);
  });

  test('a refused answer leaves nothing behind, not even the good ones beside it', async () => {
    const { caseId } = await aCase();
    const { status } = await assess(caseId, { facts: [income(1), aFactAbout('trialIsSudden', 'x', { on: 'event' })] });
    expect(status).toBe(422);
    expect((await known(caseId)).body.items.some(({ id }) => id === 'trialIncome')).toBe(false);
  });
});

describe('an answer that is on record', () => {
  test('is corrected or followed only by who names it; both keep the old one', async () => {
    const { caseId } = await aCase();
    await assess(caseId, { facts: [income(50_000)] });
    const blind = await assess(caseId, { facts: [income(60_000)] });
    expect(blind.problem.fieldErrors).toMatchObject([{ path: 'facts.0.supersedesId' }]);
    const first = (await known(caseId)).body.items.find(({ id }) => id === 'trialIncome')?.factId ?? '';
    const change = { act: 'succession' as const, supersedesId: first };
    const { body } = await assess(caseId, { facts: [{ ...income(60_000), ...change }] });
    expect(resultOf(body, 'trialAid')?.amountFen).toBe(20_000);
    const stale = await assess(caseId, { facts: [{ ...income(70_000), ...change }] });
    expect(stale.problem.code).toBe('VERSION_CONFLICT');
    expect(await countFacts(caseId)).toBe(2);
  });

  test('can be taken back: it is not known any more', async () => {
    const { caseId } = await aCase();
    await assess(caseId, { facts: [income(50_000)] });
    const supersedesId = (await known(caseId)).body.items.find(({ id }) => id === 'trialIncome')?.factId ?? '';
    const { body } = await assess(caseId, { facts: [{ ...income(0), value: null, act: 'correction', supersedesId }] });
    expect(resultOf(body, 'trialAid')?.outcome).toBe('unknown');
  });

  test('of two who answer at once one is told of the other', async () => {
    const { caseId } = await aCase();
    await assess(caseId, { facts: [income(50_000)] });
    const supersedesId = (await known(caseId)).body.items.find(({ id }) => id === 'trialIncome')?.factId ?? '';
    const change = { act: 'succession' as const, supersedesId };
    const both = await Promise.all([1, 2].map((n) => assess(caseId, { facts: [{ ...income(n), ...change }] })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

test('no fact of the household stands readable in the database', async () => {
  const { caseId } = await aCase();
  const first = await assess(caseId);
  const personId = first.body.members[0]?.personId ?? '';
  const { body } = await assess(caseId, {
    facts: [income(54_321), aFactAbout('trialIsIll', true, { on: 'person', personId })],
  });
  const rows = await withSession(api.database.migratorUrl, async (client) => [
    ...(
      await client.query(
        'SELECT * FROM yimen.fact WHERE household_id IN (SELECT household_id FROM yimen."case" WHERE id = $1)',
        [caseId],
      )
    ).rows,
    ...(
      await client.query(
        'SELECT inputs, results, record_encrypted, record_sha256 FROM yimen.assessment WHERE id = $1',
        [body.id],
      )
    ).rows,
  ]);
  const text = JSON.stringify(rows);
  expect(text).not.toContain('54321');
  expect(text).not.toContain('54_321');
  expect(text).not.toMatch(/"trialIsIll":\s*true/);
  expect(text).toContain('trialIllAid');
});

async function countFacts(caseId: string): Promise<number> {
  const { rows } = await withSession(api.database.migratorUrl, (client) =>
    client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM yimen.fact WHERE question = 'trialIncome' AND household_id = (SELECT household_id FROM yimen."case" WHERE id = $1)`,
      [caseId],
    ),
  );
  return rows[0]?.count ?? 0;
}
