import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { explain, findPolicy, NEEDED_PARAMETERS, parameter, resolveParameter } from '@yimen/rules';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadHolidays, loadPolicySet, POLICIES_DIRECTORY } from './index.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'policies-'));
  cpSync(POLICIES_DIRECTORY, directory, { recursive: true });
});
afterEach(() => rmSync(directory, { recursive: true }));

const YUAN = 'anhui-luan-yuan/parameters.yaml';

function edit(file: string, from: string, to: string): void {
  const path = join(directory, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(path, text.replace(from, to));
}

function lineOf(file: string, text: string): number {
  return (
    readFileSync(join(directory, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

describe('a mistake in a pack names file, line and reason, in Chinese and English', () => {
  test.each([
    ['an amount in yuan with a point', 'value: 75600,', 'value: 756.5,', 'area: urban', 'fen must be a whole number'],
    [
      'a clause that is not there',
      'clause: yuan-2020.4-3-1',
      'clause: yuan-2020.9',
      'yuan-2020.9',
      'there is no clause yuan-2020.9',
    ],
    [
      'a parameter nobody defined',
      'id: pettyCash.ceiling',
      'id: pettyCash.roof',
      'pettyCash.roof',
      'is defined nowhere',
    ],
    [
      'an unknown key',
      'note: {',
      'remark: {',
      'requireExhaustion',
      'remark: 不认识的字段，请删去或者核对拼写 · does not belong here',
    ],
    [
      'a comma in text without quotation marks',
      'The plan names amounts only - not',
      'The plan names amounts only, not',
      'amounts only',
      'note.not whether per household or person; preset is the household.: 这不是字段，像是一段文字',
    ],
    [
      'a level that is none',
      '{ level: village, labelZh',
      '{ level: hamlet, labelZh',
      'level: hamlet',
      '"hamlet" is none of',
    ],
    [
      'a day that is none',
      'from: 2024-07-01, area: urban',
      'from: 2024-06-31, area: urban',
      '2024-06-31',
      'no day of the calendar',
    ],
    ['two values on one day', 'area: rural', 'area: urban', 'area: urban', 'two values on 2024-07-01'],
    [
      'Chinese in the English',
      'en: The plan reads',
      'en: 方案 reads',
      'en: 方案 reads',
      'there is Chinese in the English',
    ],
    ['broken YAML', 'value: incident', 'value: inci: dent', 'value: inci: dent', 'mapping'],
    [
      'a line too far left',
      '      clause: yuan-2020.4-3-2',
      '    clause: yuan-2020.4-3-2',
      '    clause',
      'indentation is wrong',
    ],
    ['a tab', '    - from: 2020-12-17', '\t- from: 2020-12-17', '\t- from', 'with spaces, not with tabs'],
    [
      'no clause at all',
      ', value: 20 workingDays, clause: yuan-2020.4-3-1',
      ', value: 20 workingDays',
      '20 workingDays',
      'dibao.decideWithin.values.0.clause: 没有填写，应为文字 · is missing: it must be text',
    ],
    [
      'a misspelt parameter',
      'id: pettyCash.ceiling',
      'id: pettyCash.cieling',
      'pettyCash.cieling',
      'is it pettyCash.ceiling?',
    ],
    [
      'a value before its instrument',
      '- { from: 2020-12-17, value: 20 workingDays',
      '- { from: 2020-12-16, value: 20 workingDays',
      '2020-12-16',
      'before its instrument',
    ],
  ])('%s', (_, from, to, near, reason) => {
    edit(YUAN, from, to);
    expect(() => loadPolicySet(directory)).toThrow(expect.objectContaining({ name: 'PolicyLoadError' }));
    try {
      loadPolicySet(directory);
    } catch (error) {
      const message = String((error as Error).message);
      expect(message).toContain(reason);
      expect(message.split('\n')).toEqual([...message.matchAll(/^\S+:\d+: .*\p{Script=Han}.* · .+$/gmu)].map(String));
      const line = Number(/^anhui-luan-yuan\/parameters\.yaml:(\d+):/.exec(message)?.[1]);
      expect(Math.abs(line - lineOf(YUAN, near))).toBeLessThanOrEqual(8);
    }
  });

  test('a missing file of a pack, a wrong folder name, a pack in two directories', () => {
    rmSync(join(directory, 'qinghai/pack.yaml'));
    expect(() => loadPolicySet(directory)).toThrow('qinghai/pack.yaml:1: 缺少这个文件 · the file is missing');
    cpSync(join(POLICIES_DIRECTORY, 'shandong'), join(directory, 'qinghai'), { recursive: true });
    expect(() => loadPolicySet(directory)).toThrow('the folder is called qinghai, not shandong');
    expect(() => loadPolicySet(POLICIES_DIRECTORY, POLICIES_DIRECTORY)).toThrow('there are two packs cn');
  });

  test.each([
    ['an option there is none of', 'usual: free', 'usual: at large'],
    ['yes or no of a choice', 'usual: free', 'usual: true'],
    ['a choice of yes or no', 'usual: false', 'usual: never'],
  ])('a usual answer that is none: %s', (_, from, to) => {
    const file = 'cn/questions/20-person.yaml';
    const line = lineOf(file, from);
    edit(file, from, to);
    expect(() => loadPolicySet(directory)).toThrow(
      new RegExp(`^${file}:${line}: .*usual: 不是这个问题的答案.* · is no answer of the question`, 'm'),
    );
  });

  test('a misspelt fact of a rule is told where the rule is, not as a question that nobody reads', () => {
    const file = 'anhui-luan-yuan/rules/51-charity.yaml';
    edit(file, 'hardshipCount >=', 'hardshipCuont >=');
    expect(() => loadPolicySet(directory)).toThrow(/^anhui-luan-yuan\/rules\/51-charity\.yaml:\d+: .*hardshipCuont/);
    edit(file, 'hardshipCuont >=', '2 >=');
    expect(() => loadPolicySet(directory)).toThrow(/hardshipCount is read by no rule/);
  });

  test.each(['qinghai/parameter.yaml', 'qinghai/rules.yml', 'qinghai/rules/more/10.yaml', 'qinghai/notes/10.yaml'])(
    'a file that would be passed over is refused: %s',
    (file) => {
      loadPolicySet(directory);
      mkdirSync(dirname(join(directory, file)), { recursive: true });
      writeFileSync(join(directory, file), '[]');
      expect(() => loadPolicySet(directory)).toThrow(new RegExp(`^${file}:1: 不会读取.* · is not read`));
    },
  );

  test('a parameter the code needs may not disappear', () => {
    edit('cn/parameters/01-windows.yaml', 'id: report.duplicateWindowDays', 'id: report.duplicateDays');
    expect(() => loadPolicySet(directory)).toThrow('the rules need report.duplicateWindowDays');
  });
});

describe('the policy version', () => {
  test('is the same for the same content, another for any changed figure or word', () => {
    const { version } = loadPolicySet();
    expect(version).toMatch(/^[0-9a-f]{64}$/);
    expect(loadPolicySet(directory).version).toBe(version);
    edit(YUAN, 'capFen: 100000', 'capFen: 100001');
    expect(loadPolicySet(directory).version).not.toBe(version);
  });

  test('does not change with the order of folders and columns', () => {
    const { version } = loadPolicySet();
    const first = '{ level: village, labelZh: 村（社区）救急难互助社, ';
    edit(YUAN, first, '{ labelZh: 村（社区）救急难互助社, level: village, ');
    const elsewhere = mkdtempSync(join(tmpdir(), 'policies-'));
    cpSync(join(directory, 'anhui-luan-yuan'), join(elsewhere, 'anhui-luan-yuan'), { recursive: true });
    rmSync(join(directory, 'anhui-luan-yuan'), { recursive: true });
    expect(loadPolicySet(directory, elsewhere).version).toBe(version);
    rmSync(elsewhere, { recursive: true });
  });

  test('does not change with comments and spaces', () => {
    const { version } = loadPolicySet();
    edit(YUAN, '- id: urgentRelief.ladder\n', '# a remark\n\n- id:   urgentRelief.ladder # another\n');
    expect(loadPolicySet(directory).version).toBe(version);
  });
});

describe('the shipped packs', () => {
  const set = loadPolicySet();

  test('in Yu’an every parameter the code needs has a value today', () => {
    const policy = findPolicy(set, 'anhui-luan-yuan', '2026-11-21');
    if (!policy) throw new Error('no pack');
    const missing = NEEDED_PARAMETERS.filter(({ id }) => !resolveParameter(policy, id).known);
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test('every rule stands under the last topic named above it, and none under no topic', () => {
    const defined = [...set.packs.values()].flatMap(({ rules }) => rules.flatMap(({ definition }) => definition ?? []));
    expect(defined.filter(({ topic }) => !topic)).toEqual([]);
    const topicOf = (id: string) => set.packs.get('cn')?.rules.find((rule) => rule.id === id)?.definition?.topic?.zh;
    expect(['age', 'isMinor', 'memberCount', 'ownIncome'].map(topicOf)).toEqual([
      '年龄',
      '家庭成员',
      '家庭成员',
      '个人收入',
    ]);
  });

  test('every preset of the platform reads as one, in both languages', () => {
    for (const pack of set.packs.values()) {
      const policy = findPolicy(set, pack.id, '2026-11-21');
      for (const { id } of pack.parameters) {
        const found = policy && resolveParameter(policy, id, 'rural');
        if (!found?.known || found.sourceClass !== 'platform-default') continue;
        expect(explain(parameter(found), 'zh')[0]).toContain('须由县级确认');
        expect(explain(parameter(found), 'en')[0]).toContain('must confirm');
      }
    }
  });

  test('六安 2024-07-01: dibao 756 in towns, 721 in villages, by month', () => {
    const on = (date: string) => findPolicy(set, 'anhui-luan-yuan', date);
    const [before, after] = [on('2024-06-30'), on('2024-07-01')];
    if (!before || !after) throw new Error('no pack');
    expect(resolveParameter(before, 'dibao.standard', 'urban')).toMatchObject({ known: false });
    expect(resolveParameter(after, 'dibao.standard', 'urban')).toMatchObject({
      value: 75_600,
      per: 'month',
      sourceClass: 'copy',
    });
    expect(resolveParameter(after, 'dibao.standard', 'rural')).toMatchObject({ value: 72_100 });
  });

  test('办理时限: 30 working days for the nation, 20 in Yu’an, each with its clause', () => {
    const of = (packId: string) => {
      const policy = findPolicy(set, packId, '2026-03-01');
      return policy && resolveParameter(policy, 'dibao.decideWithin');
    };
    expect(of('qinghai')).toMatchObject({ value: '30 workingDays', clause: { id: 'dibao-2021.22' } });
    expect(of('anhui-luan-yuan')).toMatchObject({ value: '20 workingDays', clause: { id: 'yuan-2020.4-3-1' } });
  });

  test('the zone’s plan speaks until its last day only', () => {
    const of = (on: string) => {
      const policy = findPolicy(set, 'shandong-zibo-hightech', on);
      const found = policy && resolveParameter(policy, 'intake.firstAskerResponsible');
      return found?.known && found.fromPack.id;
    };
    expect(of('2022-07-28')).toBe('shandong-zibo-hightech');
    expect(of('2022-07-29')).toBe('cn');
  });
});

test('the shipped schedules cover 2015 to 2026 and name their notices', () => {
  const { schedules } = loadHolidays();
  expect(Object.keys(schedules)).toEqual(Array.from({ length: 12 }, (_, index) => String(2015 + index)));
  for (const [year, schedule] of Object.entries(schedules)) {
    expect(schedule.papers.length, year).toBeGreaterThan(0);
    expect(schedule.off.every((date) => date.startsWith(year) || date >= `${Number(year) - 1}-12-28`)).toBe(true);
  }
});
