import * as contract from '@yimen/contracts';
import { fakeResidentId } from '@yimen/rules';
import { beforeEach, describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { anIntake, aReport, PLACES, smallCounty } from '../testing/index.ts';

const MONDAY = '2026-03-02T02:00:00.000Z';
const api = await startTestApi({ now: MONDAY });
const county = await smallCounty(api);
const ID_NUMBER = fakeResidentId({ birthDate: '1950-01-01', sex: 'male', serial: 11 });

beforeEach(() => api.clock.set(MONDAY));

// Every test stands in a name of its own, so that reports of other tests are not like its own.
let serial = 0;
async function tell(change: Parameters<typeof aReport>[0] = {}) {
  serial += 1;
  const answer = await api.call(contract.reportInPublic, {
    body: aReport({ whatHappened: `第 ${serial} 条报告的情况`, ...change }),
  });
  expect(answer.problem?.code).toBeUndefined();
  return answer.body;
}

async function by(login = 'town.window') {
  return { session: await api.signInAs(login) };
}

async function seen(id: string, login?: string) {
  const answer = await api.call(contract.getReport, { params: { id } }, await by(login));
  expect(answer.problem?.code).toBeUndefined();
  return answer.body;
}

async function accept(id: string, login?: string, expectedVersion = 1) {
  return api.call(contract.acceptReport, { params: { id }, body: { expectedVersion } }, await by(login));
}

async function close(id: string, outcome: 'no-need' | 'not-found' = 'no-need', expectedVersion = 1) {
  return api.call(
    contract.closeReport,
    { params: { id }, body: { outcome, reason: '现场核实，邻里已帮扶到位', expectedVersion } },
    await by(),
  );
}

async function merge(id: string, intoId: string, expectedVersion = 1) {
  return api.call(
    contract.mergeReport,
    { params: { id }, body: { intoId, reason: null, expectedVersion } },
    await by(),
  );
}

async function follow({ receiptNo, followCode }: { receiptNo: string; followCode: string }) {
  return (await api.call(contract.followReport, { body: { receiptNo, followCode } })).body;
}

async function actsOn(id: string, login?: string) {
  return (await seen(id, login)).availableActions.map(({ act }) => act);
}

async function openTasksOf(login: string) {
  return (await api.call(contract.listMyTasks, {}, await by(login))).body.items.filter(
    (task) => task.kind === 'triage-report',
  );
}

describe('a report is taken up by one post', () => {
  test('accepting makes the post responsible, keeps the clock running and tells the follower', async () => {
    const receipt = await tell();
    expect(await actsOn(receipt.reportId)).toEqual(['accept-report', 'take-in', 'merge-report', 'close-report']);
    const due = (await seen(receipt.reportId)).clock?.dueAt;
    expect((await accept(receipt.reportId, 'county.clerk')).body).toMatchObject({ version: 2 });
    const report = await seen(receipt.reportId);
    expect(report).toMatchObject({ state: 'accepted', responsible: { title: '县级民政经办' }, clock: { dueAt: due } });
    expect((await openTasksOf('county.clerk')).map((task) => task.reportId)).toContain(receipt.reportId);
    expect((await openTasksOf('town.window')).map((task) => task.reportId)).not.toContain(receipt.reportId);
    expect(await actsOn(receipt.reportId)).toEqual(['take-in', 'merge-report', 'close-report']);
    expect((await follow(receipt)).steps.at(-1)?.words.zh).toBe('已受理，正在核实情况');
  });

  test('two posts accept the same report at once: one has it, the other is told so', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { reportId } = await tell();
      const answers = await Promise.all(
        ['town.window', 'county.clerk', 'town.approver'].map((login) => accept(reportId, login)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      expect(answers.flatMap(({ problem }) => (problem?.code ? [problem.code] : []))).toEqual([
        'REPORT_ALREADY_SETTLED',
        'REPORT_ALREADY_SETTLED',
      ]);
      const winner = ['town.window', 'county.clerk', 'town.approver'][
        answers.findIndex(({ status }) => status === 200)
      ];
      expect((await seen(reportId)).responsible?.postId).toBe(county.posts[winner ?? '']);
    }
  });

  test('a version seen before somebody else accepted is refused with both', async () => {
    const { reportId } = await tell();
    await accept(reportId);
    expect((await close(reportId)).problem).toMatchObject({
      code: 'VERSION_CONFLICT',
      facts: { yours: { version: 1 }, theirs: { version: 2, state: 'accepted' } },
    });
  });

  test('who only reads, and the unit that told, are offered nothing and may do nothing', async () => {
    const { reportId } = await tell();
    expect(await actsOn(reportId, 'village.assistant')).toEqual([]);
    expect((await accept(reportId, 'village.assistant')).problem.code).toBe('NOT_ALLOWED');
  });

  test('a filed relative of the person in need stands aside (R-171)', async () => {
    const { reportId } = await tell({ subjectIdNumber: ID_NUMBER });
    await api.call(
      contract.fileRelative,
      {
        body: {
          accountId: county.accounts['town.window'] ?? '',
          relation: 'parent',
          name: '亲属',
          idNumber: ID_NUMBER,
        },
      },
      await by('county.clerk'),
    );
    expect((await accept(reportId)).problem.code).toBe('RELATIVE_BLOCKED');
    expect((await accept(reportId, 'county.clerk')).status).toBe(200);
  });
});

describe('near-duplicates are offered, never merged by themselves, never lost', () => {
  test('same person, same phone, same name in the village, same kind of event there: each with its reason', async () => {
    const place = { placeRegionCode: PLACES.otherVillage };
    const first = await tell({
      ...place,
      eventKind: 'fire',
      subjectName: '赵某',
      subjectPhone: '12800001111',
      subjectIdNumber: fakeResidentId({ birthDate: '1960-01-01', sex: 'male', serial: 21 }),
    });
    const likes = [
      [
        {
          subjectIdNumber: fakeResidentId({ birthDate: '1960-01-01', sex: 'male', serial: 21 }),
          placeRegionCode: PLACES.village,
          eventKind: 'job-loss',
        },
        '身份证号相同',
      ],
      [{ subjectPhone: '128-0000-1111', placeRegionCode: PLACES.village, eventKind: 'job-loss' }, '求助人电话相同'],
      [{ ...place, subjectName: '赵某', eventKind: 'job-loss' }, '同村同名'],
      [{ ...place, eventKind: 'fire' }, '同村同类事件'],
    ] as const;
    for (const [change, why] of likes) {
      const { reportId } = await tell(change);
      expect((await seen(reportId)).similar.find(({ id }) => id === first.reportId)?.why.zh).toBe(why);
    }
    const report = await seen(first.reportId);
    expect(report.similar).toHaveLength(4);
    const { body } = await api.call(contract.listReports, { query: { limit: 100 } }, await by());
    expect(body.items.find(({ id }) => id === first.reportId)?.similarCount).toBe(4);
    expect(body.items.filter(({ state }) => state === 'merged')).toEqual([]);
  });

  test('another village, another week, another town are not offered', async () => {
    const first = await tell({ placeRegionCode: PLACES.farVillage, eventKind: 'violence' });
    await tell({ placeRegionCode: PLACES.village, eventKind: 'violence' });
    api.clock.set('2026-03-09T02:00:00.001Z');
    const late = await tell({ placeRegionCode: PLACES.farVillage, eventKind: 'violence' });
    expect((await seen(late.reportId, 'other-town.window')).similar).toEqual([]);
    expect((await seen(first.reportId, 'other-town.window')).similarCount).toBe(0);
  });

  test('a merged report stays, follows the one it joined, and its reporter hears the end', async () => {
    const first = await tell({ eventKind: 'child-alone' });
    const second = await tell({ eventKind: 'child-alone', reporterName: '邻居', reporterPhone: '12811112222' });
    expect((await merge(second.reportId, first.reportId)).body).toMatchObject({ version: 2 });
    expect(await seen(second.reportId)).toMatchObject({
      state: 'merged',
      mergedIntoId: first.reportId,
      availableActions: [],
      clock: { state: 'stopped' },
    });
    expect((await openTasksOf('town.window')).map(({ reportId }) => reportId)).not.toContain(second.reportId);
    expect((await close(first.reportId)).status).toBe(200);
    const followed = await follow(second);
    expect(followed.outcome?.zh).toBe('与另一条报告是同一件事，已合并办理');
    expect(followed.steps.at(-1)?.words.zh).toBe('办结：已核实，本平台无须再采取措施');
    await api.worker.drain();
    const { body } = await api.call(contract.listMessages, { query: { reportId: second.reportId } }, await by());
    expect(body.items.map(({ template }) => template).sort()).toEqual(['report-ended', 'report-merged']);
  });

  test('two clerks merge two reports into each other at once: one stays', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [one, two] = [await tell(), await tell()];
      const answers = await Promise.all([merge(one.reportId, two.reportId), merge(two.reportId, one.reportId)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect([(await seen(one.reportId)).state, (await seen(two.reportId)).state].sort()).toEqual([
        'merged',
        'received',
      ]);
    }
  });

  test('not into itself, not into a merged one, not twice', async () => {
    const [one, two, three] = [await tell(), await tell(), await tell()];
    expect((await merge(one.reportId, one.reportId)).problem.code).toBe('STATE_CONFLICT');
    await merge(one.reportId, two.reportId);
    expect((await merge(three.reportId, one.reportId)).problem.code).toBe('STATE_CONFLICT');
    expect((await merge(one.reportId, three.reportId, 2)).problem.code).toBe('REPORT_ALREADY_SETTLED');
  });
});

describe('every report ends, and the reporter is told how', () => {
  test('closed with a reason: inside with the reason, outside with the outcome only', async () => {
    const receipt = await tell();
    expect((await close(receipt.reportId, 'not-found')).status).toBe(200);
    expect(await seen(receipt.reportId)).toMatchObject({
      state: 'closed',
      outcome: 'not-found',
      outcomeReason: '现场核实，邻里已帮扶到位',
      availableActions: [],
    });
    const followed = await api.call(contract.followReport, {
      body: { receiptNo: receipt.receiptNo, followCode: receipt.followCode },
    });
    expect(followed.body).toMatchObject({ state: 'closed', outcome: { zh: '已到现场了解，未找到所述的人或事' } });
    expect(followed.text).not.toContain('邻里已帮扶到位');
    expect((await close(receipt.reportId, 'not-found', 2)).problem.code).toBe('REPORT_ALREADY_SETTLED');
  });

  test('a case answers its report and those merged into it; its end is theirs, told once', async () => {
    const first = await tell({ reporterName: '邻居', reporterPhone: '12833334444' });
    const second = await tell();
    await merge(second.reportId, first.reportId);
    const taken = await api.call(contract.takeIn, { body: anIntake({ reportId: first.reportId }) }, await by());
    expect(taken.problem?.code).toBeUndefined();
    const { caseId } = taken.body;
    const page = (await api.call(contract.getCase, { params: { id: caseId } }, await by())).body;
    expect(page.reports.map(({ receiptNo }) => receiptNo).sort()).toEqual([first.receiptNo, second.receiptNo].sort());
    expect(await seen(first.reportId)).toMatchObject({
      state: 'accepted',
      caseId,
      availableActions: [],
      clock: { state: 'stopped' },
    });
    expect((await follow(second)).steps.at(-1)?.words.zh).toBe('已受理并立案办理');
    const again = await api.call(contract.takeIn, { body: anIntake({ reportId: first.reportId }) }, await by());
    expect(again.problem.code).toBe('REPORT_ALREADY_SETTLED');
    await api.call(
      contract.closeCase,
      {
        params: { id: caseId },
        body: { outcome: 'no-need', reason: '亲属已经接走照料', expectedVersion: page.version },
      },
      await by(),
    );
    await api.worker.drain();
    for (const receipt of [first, second])
      expect((await follow(receipt)).steps.at(-1)?.words.zh).toBe('办结：已核实，本平台无须再采取措施');
    expect(await seen(first.reportId)).toMatchObject({
      state: 'closed',
      outcome: 'no-need',
      caseNo: taken.body.caseNo,
    });
    const { body } = await api.call(contract.listMessages, { query: { reportId: first.reportId } }, await by());
    expect(body.items.map(({ template }) => template).sort()).toEqual(['report-ended', 'report-taken-up']);
  });

  test('a report accepted first and taken in later tells its reporter once', async () => {
    const { reportId } = await tell({ reporterName: '邻居', reporterPhone: '12833335555' });
    await accept(reportId);
    await api.call(contract.takeIn, { body: anIntake({ reportId }) }, await by());
    await api.worker.drain();
    const { body } = await api.call(contract.listMessages, { query: { reportId } }, await by());
    expect(body.items.map(({ template }) => template)).toEqual(['report-taken-up']);
  });

  test('two windows open a case for one report at once: one case answers it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { reportId } = await tell();
      const answers = await Promise.all(
        ['town.window', 'county.clerk'].map(async (login) =>
          api.call(contract.takeIn, { body: anIntake({ reportId }) }, await by(login)),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });

  test('the person is told at the phone of the household, without what the phone need not know', async () => {
    const intake = anIntake({});
    if (intake.household.is !== 'new') throw new Error('a new household');
    const members = intake.household.members.map((member) => ({ ...member, phone: '12855556666' }));
    const { body } = await api.call(
      contract.takeIn,
      { body: { ...intake, household: { ...intake.household, members } } },
      await by(),
    );
    await api.worker.drain();
    const messages = await api.call(contract.listMessages, { query: { caseId: body.caseId } }, await by());
    expect(messages.body.items).toMatchObject([{ template: 'case-opened', recipientMasked: '128****6666' }]);
    const text = messages.body.items[0]?.words.zh ?? '';
    expect(text).toContain(body.caseNo);
    for (const private_ of [members[0]?.name ?? '?', '火灾', '一组', PLACES.village])
      expect(text).not.toContain(private_);
  });

  test('whoever has no phone is told in person: the message stays in the list until then', async () => {
    const { body } = await api.call(contract.takeIn, { body: anIntake({}) }, await by());
    await api.worker.drain();
    const { items } = (await api.call(contract.listMessages, { query: { caseId: body.caseId } }, await by())).body;
    expect(items).toMatchObject([
      { template: 'case-opened', channel: 'in-person', recipientMasked: '', status: 'queued', nextAttemptAt: null },
    ]);
    expect(items[0]?.words.zh).toContain(body.caseNo);
  });
});

describe('following without a session (PR11)', () => {
  test('unknown receipt, wrong code, right code of another report: the same answer byte for byte, on one grid of time', async () => {
    const [one, two] = [await tell(), await tell()];
    const guesses = [
      { receiptNo: 'BG20260302-999999-A', followCode: one.followCode },
      { receiptNo: one.receiptNo, followCode: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE' },
      { receiptNo: one.receiptNo, followCode: two.followCode },
      { receiptNo: 'x', followCode: '' },
    ];
    const answers: { status?: number; text?: string; ms: number }[] = [];
    for (const body of guesses) {
      const startedAt = performance.now();
      answers.push({ ...(await api.call(contract.followReport, { body })), ms: performance.now() - startedAt });
    }
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    // The quickest of many: a slow machine must not pass for a grid.
    for (let n = 0; n < 20; n += 1) {
      const startedAt = performance.now();
      await api.call(contract.followReport, { body: guesses[n % 2] ?? one });
      answers.push({ ms: performance.now() - startedAt });
    }
    expect(Math.min(...answers.map(({ ms }) => ms))).toBeGreaterThanOrEqual(25);
  });

  test('a code copied by hand in small letters, with O for 0 and without hyphens, opens its report', async () => {
    const receipt = await tell();
    const followCode = receipt.followCode.toLowerCase().replaceAll('0', 'o').replaceAll('-', ' ');
    expect((await follow({ receiptNo: receipt.receiptNo.toLowerCase(), followCode })).receiptNo).toBe(
      receipt.receiptNo,
    );
  });
});

describe('a unit follows what it reported', () => {
  test('its list holds its own reports of every place, its page shows how it goes, and nothing of the office inside', async () => {
    const session = await api.signInAs('hospital.contact');
    const body = {
      ...aReport({ placeRegionCode: PLACES.farVillage }),
      channel: 'unit' as const,
      reporterKind: 'hospital' as const,
    };
    const { reportId } = (await api.call(contract.createReport, { body }, { session })).body;
    const other = await tell({ placeRegionCode: PLACES.farVillage });
    const mine = await api.call(contract.listMyReports, {}, { session });
    expect(mine.body.items.map(({ id }) => id)).toEqual([reportId]);
    await api.call(
      contract.acceptReport,
      { params: { id: reportId }, body: { expectedVersion: 1 } },
      await by('other-town.window'),
    );
    const joined = { intoId: reportId, reason: null, expectedVersion: 1 };
    await api.call(
      contract.mergeReport,
      { params: { id: other.reportId }, body: joined },
      await by('other-town.window'),
    );
    expect((await seen(reportId, 'other-town.window')).events.at(-1)?.words.zh).toBe(`并入了报告 ${other.receiptNo}`);
    const page = await seen(reportId, 'hospital.contact');
    expect(page).toMatchObject({ state: 'accepted', similar: [], availableActions: [] });
    expect(page.events.map(({ words, by: who }) => [words.zh, who])).toEqual([
      ['已收到报告，由乙镇救助窗口处理', null],
      ['已受理，正在核实情况', null],
    ]);
    expect((await api.call(contract.listReports, {}, { session })).problem.code).toBe('NOT_ALLOWED');
  });

  test('the list goes on where the last page ended and shows only the remit', async () => {
    const told = [];
    for (let n = 0; n < 5; n += 1)
      told.push((await tell({ eventKind: 'natural-disaster', placeRegionCode: PLACES.village })).reportId);
    await tell({ eventKind: 'natural-disaster', placeRegionCode: PLACES.farVillage });
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await api.call(
        contract.listReports,
        { query: { eventKind: 'natural-disaster', limit: 2, cursor } },
        await by(),
      );
      found.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(found.sort()).toEqual(told.sort());
  });
});
