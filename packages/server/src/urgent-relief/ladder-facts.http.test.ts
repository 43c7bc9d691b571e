import type { Pack, PolicySet } from '@yimen/rules';
import { expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { loadPolicySet } from '../policy/index.ts';
import { aFactAbout, assessmentActs, reliefActs, smallCounty } from '../testing/index.ts';

/** The packs as they are, but urgent relief shows the share of the village as its amount. */
function showingShare({ packs, ...rest }: PolicySet): PolicySet {
  const shown = (pack: Pack): Pack => ({
    ...pack,
    programmes: pack.programmes.map((programme) =>
      programme.determination?.amount === 'urgentReliefAmount'
        ? { ...programme, determination: { ...programme.determination, amount: 'villageShare' } }
        : programme,
    ),
  });
  return { ...rest, packs: new Map([...packs].map(([id, pack]) => [id, shown(pack)])) };
}

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z', policy: showingShare(loadPolicySet()) });
const county = await smallCounty(api);
const { openCase, propose, approve } = reliefActs(api, county);
const { assess, compare, replay } = assessmentActs(api, county);

const NEED = [
  aFactAbout('neededAmount', 150_000, { on: 'event' }),
  aFactAbout('compensationReceived', 0, { on: 'event' }),
  aFactAbout('aidedElsewhere', 0, { on: 'event' }),
];

test('裕安区 四(三)2 an assessment shares the amount by the room that is left after what was granted', async () => {
  const { caseId } = await openCase();
  const first = await assess(caseId, { facts: NEED });
  expect(shareOfVillage(first.body)).toBe(100_000);
  expect(first.body.determination?.nextQuestions.map(({ id }) => id)).not.toContain('villageRoom');
  const grant = await propose(caseId, { amountFen: 60_000 });
  expect((await approve(grant.body.grantId, 'society.keeper')).status).toBe(200);
  const second = await assess(caseId);
  expect(shareOfVillage(second.body)).toBe(40_000);
  const { body } = await compare(second.body.id, first.body.id);
  expect(JSON.stringify(body)).toContain('村级互助社还能救助的金额');
  expect((await replay(second.body.id)).body).toMatchObject({ identical: true });
});

test('room an officer wrote down counts before that of our books', async () => {
  const { caseId } = await openCase();
  const facts = [...NEED, aFactAbout('villageRoom', 20_000, { on: 'event' })];
  expect(shareOfVillage((await assess(caseId, { facts })).body)).toBe(20_000);
});

function shareOfVillage({ determination }: Awaited<ReturnType<typeof assess>>['body']) {
  return determination?.programmes.find(({ id }) => id === 'urgentRelief')?.amountFen;
}
