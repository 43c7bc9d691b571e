import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createRulebook,
  ENGINE_VERSION,
  factsOf,
  findPolicyForRegion,
  recordDetermination,
  recordText,
} from '@yimen/rules';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TRIAL_POLICIES_DIRECTORY } from '../../test-data/policies.ts';
import { loadPolicySet, POLICIES_DIRECTORY } from '../policy/index.ts';
import { diffPacks, validatePacks } from './packs.ts';
import { replayRecord } from './replay.ts';
import { explainFile, screenFile } from './screen.ts';

const folder = mkdtempSync(join(tmpdir(), 'yimen-rules-'));
const packs = join(folder, 'packs');
cpSync(POLICIES_DIRECTORY, packs, { recursive: true });
cpSync(TRIAL_POLICIES_DIRECTORY, packs, { recursive: true });
const facts = join(folder, 'facts.json');
writeFileSync(facts, JSON.stringify({ household: { trialIncome: 50_000 }, members: [{ trialIsIll: true }, {}] }));
const ASKED = ['--region', '341503100', '--on', '2026-03-01', '--packs', packs, facts];

let printed: string[] = [];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

const text = () => printed.join('\n');

function fileOfExample(pack: string, example: string): string {
  const vectors = loadPolicySet(packs).packs.get(pack)?.vectors ?? [];
  const vector = vectors.find(({ id }) => id === example);
  if (!vector) throw new Error('the example is not in the packs');
  const path = join(folder, `${example}.json`);
  writeFileSync(path, JSON.stringify(factsOf(vector, vectors)));
  return path;
}

describe('screen', () => {
  test('prints every programme in words, Chinese or English, or as JSON', async () => {
    await screenFile(ASKED);
    expect(text()).toContain('✓ 试行补助: 符合 300元（每月） · 区民政局');
    expect(text()).toContain('? 试行医疗补助 (成员2): 尚不能确定');
    printed = [];
    await screenFile([...ASKED, '--lang', 'en']);
    expect(text()).toContain('✓ trial aid: met 300 yuan a month');
    printed = [];
    await screenFile([...ASKED, '--json']);
    expect(JSON.parse(text())).toMatchObject({ on: '2026-03-01', place: { id: 'trial-town' } });
  });

  test('names what to ask next as the file of facts writes it', async () => {
    await screenFile(ASKED);
    expect(printed).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ {2}· .+ \(household\.isPovertyRelieved\)$/),
        expect.stringMatching(/^ {2}· 成员2 .+ \(members\.1\.trialIsIll\)$/),
      ]),
    );
  });

  test('says beside a day of payment on which day of application it rests, where nobody told one', async () => {
    await screenFile([...ASKED.slice(0, -1), fileOfExample('cn', 'disability-dibao-second-grade')]);
    const said = '    起发日：2026-03-01\n    以此为前提：申请日为2026年3月1日（没有填写，试算时假定）。';
    expect(text().split(said)).toHaveLength(3);
  });

  test('says beside a day of payment which day it takes for that of the decision, in both languages', async () => {
    const asked = [...ASKED.slice(0, -1), fileOfExample('anhui-luan-yuan', 'T-005')];
    await screenFile(asked);
    expect(text()).toContain('    起发日：2026-04-01（假定2026-03-01作出决定）');
    printed = [];
    await screenFile([...asked, '--lang', 'en']);
    expect(text()).toContain('    paid from 2026-04-01 (if decided on 2026-03-01)');
  });

  test('names a fact that cannot be, and what is missing of the command', async () => {
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, '{"household": {"trialIncome": -1}, "members": [{}]}');
    const given = [...ASKED.slice(0, -1), wrong];
    await expect(screenFile(given)).rejects.toMatchObject({
      zh: expect.stringMatching(/facts\.household\.trialIncome: 应为 0 至 .* 元.*以分为单位/),
    });
    const noPlace = ['--region', '999999', '--packs', packs, facts];
    await expect(screenFile(noPlace)).rejects.toMatchObject({
      zh: '--region 没有这个地方：前两位应为省级行政区代码（GB/T 2260），如 34 安徽。请核对区划代码。',
      en: expect.stringMatching(/^--region must begin with the two digits of a province/),
    });
    writeFileSync(wrong, '{"household": {},');
    await expect(screenFile(given)).rejects.toMatchObject({ en: expect.stringMatching(/ is no JSON: /) });
    await expect(screenFile(['--region', '341503'])).rejects.toMatchObject({ zh: '缺少参数：事实文件。' });
    await expect(screenFile([...ASKED, 'more.json'])).rejects.toMatchObject({ zh: '多余的参数：more.json。' });
    await expect(screenFile([...ASKED, '--lang', 'fr'])).rejects.toMatchObject({ zh: '--lang 应为 zh 或 en。' });
    await expect(screenFile([facts])).rejects.toMatchObject({ zh: '缺少参数：--region 区划代码。' });
    await expect(screenFile([...ASKED, '--on', '2026-02-30'])).rejects.toMatchObject({
      en: expect.stringContaining('date'),
    });
  });
});

test.each([
  ['[]', '应为一组字段（{…}）。', 'must be a group of fields ({...}).'],
  ['{}', 'members: 没有填写，应为列表（[…]）。', 'members: is missing: it must be a list ([...]).'],
  [
    '{"members": [{}], "events": 1, "more": 1}',
    'events: 应为列表（[…]）。 more: 不认识的字段，请删去或者核对拼写。',
    'events: must be a list ([...]). more: does not belong here: remove it, or check its spelling.',
  ],
])('a file of %s is told what is wrong with it', async (content, zh, en) => {
  const wrong = join(folder, 'no-facts.json');
  writeFileSync(wrong, content);
  await expect(screenFile([...ASKED.slice(0, -1), wrong])).rejects.toMatchObject({
    zh: `${wrong} 不是一个家庭的事实：${zh}`,
    en: `${wrong} does not hold the facts of a household: ${en}`,
  });
});

test('explain prints the whole reason of one programme, a level deeper below what it rests on', async () => {
  await explainFile([...ASKED, 'trialAid']);
  expect(text()).toContain('收入低于试行标准');
  expect(printed.some((line) => line.startsWith('  ') && line.includes('试行标准为800元'))).toBe(true);
  expect(text()).not.toContain('试行医疗补助');
  await expect(explainFile([...ASKED, 'nothing'])).rejects.toMatchObject({ en: expect.stringContaining('nothing') });
});

describe('replay of a record in a file', () => {
  const set = loadPolicySet(packs);
  const policy = findPolicyForRegion(set, '341503100000', '2026-03-01');
  const result = policy && createRulebook().determine(policy, { household: { trialIncome: 50_000 }, members: [{}] });
  if (!result?.ok) throw new Error('no determination');
  const record = recordText(recordDetermination(result.determined, { regionCode: '341503100000', origins: [] }));
  const file = join(folder, 'record.json');

  test('says that it is identical, or where it is not', async () => {
    writeFileSync(file, record);
    await replayRecord([file, packs]);
    expect(text()).toContain('Identical, byte for byte.');
    writeFileSync(file, record.replaceAll('30000', '30001'));
    await replayRecord([file, packs]);
    expect(text()).toContain('30001 → 30000');
    expect(process.exitCode).toBe(1);
  });

  test('of a record of an older engine compares what it came to', async () => {
    const older = { ...JSON.parse(record), engineVersion: ENGINE_VERSION - 1, explanations: [] };
    writeFileSync(file, JSON.stringify(older));
    await replayRecord([file, packs]);
    expect(text()).toContain(`Version ${ENGINE_VERSION - 1} of the engine made the record`);
    expect(process.exitCode).toBeUndefined();
    writeFileSync(file, JSON.stringify({ ...older, outcomes: [] }));
    await replayRecord([file, packs]);
    expect(text()).toContain('outcomes.0');
    expect(process.exitCode).toBe(1);
  });

  test('refuses packs of another version', async () => {
    writeFileSync(file, record);
    await expect(replayRecord([file])).rejects.toMatchObject({ en: expect.stringContaining('these packs are') });
    await expect(replayRecord(['nowhere'])).rejects.toMatchObject({ en: 'There is no file nowhere.' });
  });
});

describe('packs', () => {
  const changed = join(folder, 'changed');
  const copied = () => {
    const copy = mkdtempSync(join(folder, 'copy-'));
    cpSync(packs, copy, { recursive: true });
    return copy;
  };
  const edit = (from: string, to: string) => {
    cpSync(packs, changed, { recursive: true });
    const path = join(changed, 'trial-town', 'parameters.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };

  test('are valid with all their worked examples, or every mistake is told with file and line', async () => {
    await validatePacks([packs]);
    expect(text()).toMatch(/\d+ packs, \d+ worked examples, 0 failed/);
    expect(process.exitCode).toBeUndefined();
    edit('clause: trial.1', 'clause: trial.9');
    await validatePacks([changed]);
    expect(text()).toMatch(/trial-town\/parameters\.yaml:\d+: .*trial\.9/);
    expect(process.exitCode).toBe(1);
  });

  test('whose worked examples come out otherwise, or hold facts that cannot be, are told each at its line', async () => {
    const mine = copied();
    const path = join(mine, 'trial-town', 'vectors.yaml');
    const example = (id: string, facts: string) =>
      [`- id: ${id}`, '  title: { zh: 例, en: an example }', '  on: 2026-03-01', facts].join('\n');
    const wrong = '  facts: { household: { trialIncome: -1 }, members: [{}] }\n  expect: {}';
    const other = '  facts: { members: [{}] }\n  expect:\n    household: { trialIsPoor: true }';
    const ofMembers = '  facts: { members: [{}] }\n  expect: { household: { age: 5 } }';
    const ofNobody = '  like: misplaced\n  facts: { members: [] }\n  expect: { members: [{}, { age: 5 }] }';
    writeFileSync(
      path,
      [
        example('wrong', wrong),
        example('other', other),
        example('misplaced', ofMembers),
        example('nobody', ofNobody),
      ].join('\n'),
    );
    await validatePacks([mine]);
    expect(printed.slice(2, 4).map((one) => one.replace(/^.*: (misplaced|nobody)/, '$1'))).toEqual([
      'misplaced: household.age: 这是成员的，应写在 members 里 · it is of the members: write it in members',
      'nobody: members.1.age: 例子里没有第 2 个成员 · the example has no number 2 of the members',
    ]);
    expect(printed.slice(0, 2)).toEqual([
      expect.stringMatching(
        /^trial-town\/vectors\.yaml:4: wrong: household\.trialIncome: 应为 0 至 .* 元.* · must be 0 to .* yuan/,
      ),
      'trial-town/vectors.yaml:11: other: household.trialIsPoor: 没有这项事实或规则 · there is no such fact or rule',
    ]);
    expect(text()).toContain('4 failed');
    expect(process.exitCode).toBe(1);
  });

  test('with a figure ten times off what held before are told so at its line, and pass', async () => {
    const mine = copied();
    const path = join(mine, 'trial-town', 'parameters.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('value: 90000', 'value: 900'));
    await validatePacks([mine]);
    expect(text()).toMatch(
      /trial-town\/parameters\.yaml:5: trial\.standard: 与原来的数值相差十倍以上，请核对单位和位数。 · This is ten times more or less/,
    );
    expect(text()).toMatch(/ 0 failed/);
    expect(process.exitCode).toBeUndefined();
  });

  test.each([
    ['empty', '', '1: 文件是空的 · the file is empty'],
    ['a list', '[1]', '1: 应为一组字段（{…}） · must be a group of fields ({...})'],
    ['broken', 'id: [', '1: 缩进有误：同一级的行要左对齐，下一级缩进两格 · the indentation is wrong'],
    [
      'with a strange key',
      'strange: 1',
      ': strange: 不认识的字段，请删去或者核对拼写 · does not belong here: remove it, or check its spelling',
    ],
  ])('whose file is %s are told so, in words', async (_what, content, said) => {
    const mine = copied();
    const path = join(mine, 'trial-town', 'pack.yaml');
    writeFileSync(path, content.startsWith('strange') ? `${readFileSync(path, 'utf8')}\n${content}\n` : content);
    await validatePacks([mine]);
    expect(text()).toContain(said);
    expect(text()).not.toMatch(/expected|received|\{"/);
  });

  test('with a folder where a file should be are told so', async () => {
    const mine = copied();
    mkdirSync(join(mine, 'trial-town', 'questions', '99.yaml'), { recursive: true });
    await validatePacks([mine]);
    expect(text()).toContain('trial-town/questions/99.yaml:1: 是目录，不是文件 · is a folder, not a file');
  });

  test('name the line of a worked example that does not come out, and each value that is otherwise', async () => {
    cpSync(packs, changed, { recursive: true });
    const file = join(changed, 'anhui-luan-yuan/vectors/11-dibao.yaml');
    const given = readFileSync(file, 'utf8');
    const from = given.indexOf('- id: T-005');
    const lineOf = (words: string) => given.slice(0, given.indexOf(words, from)).split('\n').length;
    const write = (from: string, to: string) => writeFileSync(file, given.replace(from, to));
    const said = () => printed.find((one) => one.includes(': T-005: '));
    write('perCapitaIncome: 75599', 'perCapitaIncome: 75598');
    await validatePacks([changed]);
    expect(said()).toBe(
      `anhui-luan-yuan/vectors/11-dibao.yaml:${lineOf('perCapitaIncome: 75599')}: T-005: household.perCapitaIncome: 应为 75598，算得 75599 · should be 75598, comes to 75599`,
    );
    write('perCapitaIncome: 75599', 'perHeadIncome: 75599');
    await validatePacks([changed]);
    expect(printed.join('\n')).toContain('household.perHeadIncome: 没有这项事实或规则 · there is no such fact or rule');
    printed = [];
    write('wageIncome: 2721564', 'wagesIncome: 2721564');
    await validatePacks([changed]);
    expect(said()).toMatch(/members\.0\.wagesIncome: 没有这项事实。是不是 wageIncome？ · There is no such fact/);
    expect(process.exitCode).toBe(1);
  });

  test('are compared in words: who set what from when, and what was written over', async () => {
    edit('value: 90000', 'value: 95000');
    await diffPacks([packs, changed]);
    expect(text()).toContain('试行镇：改写了2026年7月1日起的试行标准，由900元（每月）改为950元（每月）。');
    printed = [];
    edit(
      'value: 90000, clause: trial.1 }',
      'value: 90000, clause: trial.1 }\n    - { from: 2027-01-01, value: 99000, clause: trial.1 }',
    );
    await diffPacks([packs, changed]);
    expect(text()).toContain('试行标准从900元提高到990元（+10.0%），2027年1月1日起，依据《试行办法》第一条');
    printed = [];
    await diffPacks([packs, packs]);
    expect(text()).toContain('No difference.');
  });

  test('that are not there are named, and no installation is set up to look for them', async () => {
    const wrong = [
      () => diffPacks([packs, '/nowhere']),
      () => validatePacks(['/nowhere']),
      () => screenFile([...ASKED, '--packs', '/nowhere']),
    ];
    for (const run of wrong) await expect(run()).rejects.toMatchObject({ zh: '没有目录 /nowhere。' });
  });

  test('a pack given in place of the folder that holds it is not taken for no packs and no difference', async () => {
    const alone = join(packs, 'trial-town');
    const wrong = [
      () => diffPacks([alone, alone]),
      () => validatePacks([alone]),
      () => screenFile([...ASKED, '--packs', alone]),
    ];
    for (const run of wrong)
      await expect(run()).rejects.toMatchObject({ en: expect.stringContaining(`There is no pack in ${alone}: give`) });
  });

  test('may lie in several folders: those of the installation and one of the own', async () => {
    await validatePacks([POLICIES_DIRECTORY, TRIAL_POLICIES_DIRECTORY]);
    expect(text()).toMatch(/\d+ packs, \d+ worked examples, 0 failed/);
    printed = [];
    await screenFile([...ASKED.slice(0, 4), '--packs', POLICIES_DIRECTORY, '--packs', TRIAL_POLICIES_DIRECTORY, facts]);
    expect(text()).toContain('✓ 试行补助: 符合 300元（每月）');
  });
});
