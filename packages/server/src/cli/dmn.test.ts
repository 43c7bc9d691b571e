import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { POLICIES_DIRECTORY } from '../policy/index.ts';
import { exportDmn, importDmn } from './dmn.ts';

const folder = mkdtempSync(join(tmpdir(), 'yimen-dmn-'));
const EXAMPLE = fileURLToPath(new URL('../policy/dmn/examples/camunda.dmn', import.meta.url));
let printed = '';
let complained = '';

beforeEach(() => {
  printed = '';
  complained = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation((line: string) => {
    complained += `${line}\n`;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a DMN file is printed as a pack holds its table', async () => {
  await importDmn([EXAMPLE]);
  expect(parse(printed).table.rules).toEqual([
    { when: ['"first","second"', '-'], result: '8000', note: { zh: '一级、二级', en: '一级、二级' } },
    { when: ['not("first","second")', '< 18'], result: '4000' },
  ]);
  expect(process.exitCode).toBeUndefined();
});

test('a file that is refused prints the place and both languages, and nothing else', async () => {
  const file = join(folder, 'bad.dmn');
  writeFileSync(file, '<definitions xmlns="urn:x"/>');
  await importDmn([file]);
  expect(printed).toBe('');
  expect(complained).toMatch(/^\/definitions（第 1 行 line 1）\n {2}不是 DMN .*\n {2}This is no model of DMN/);
  expect(process.exitCode).toBe(2);
});

test('a table of a pack that is not installed is printed as DMN, and read back as it was', async () => {
  const town = join(folder, 'packs', 'table-town');
  mkdirSync(town, { recursive: true });
  writeFileSync(
    join(town, 'pack.yaml'),
    'id: table-town\nname: { zh: 表镇, en: Table Town }\nlevel: county\ninherits: cn\nregions: []\n',
  );
  writeFileSync(
    join(town, 'rules.yaml'),
    `- id: heatingGrant
  define: { on: person, label: { zh: 取暖补贴, en: heating grant }, unit: fen }
  versions:
    - from: 2021-07-01
      clause: order-649.9
      table: { hitPolicy: U, inputs: [age], rules: [{ when: ['< 18'], result: 60000 }], default: 0 }
`,
  );
  const asked = ['--pack', 'table-town', '--rule', 'heatingGrant', '--on', '2026-03-01'];
  await expect(exportDmn(asked)).rejects.toThrow('There is no pack table-town.');
  await exportDmn([...asked, '--packs', POLICIES_DIRECTORY, '--packs', join(folder, 'packs')]);
  const file = join(folder, 'heating.dmn');
  writeFileSync(file, printed);
  printed = '';
  await importDmn([file]);
  expect(parse(printed).table).toMatchObject({ hitPolicy: 'U', rules: [{ when: ['< 18'], result: '60000' }] });
});

test('what cannot be read or found is said', async () => {
  const broken = join(folder, 'broken.dmn');
  writeFileSync(broken, Buffer.from([0xff, 0xfe, 0x00]));
  await expect(importDmn([broken])).rejects.toThrow('UTF-8');
  await expect(importDmn([])).rejects.toThrow('Missing');
  await expect(exportDmn(['--pack', 'cn', '--rule', 'age', '--on', '2026-03-01'])).rejects.toThrow(
    'is no decision table',
  );
  await expect(exportDmn(['--pack', '__proto__', '--rule', 'age'])).rejects.toThrow('There is no pack __proto__.');
  await expect(exportDmn(['--pack', 'cn', '--rule', 'agee'])).rejects.toThrow('There is no rule agee in pack cn.');
  await expect(exportDmn(['--pack', 'cn', '--rule', 'age', '--on', '2026-02-30'])).rejects.toThrow('--on is a date');
  await expect(exportDmn(['--pack', 'cn', 'age'])).rejects.toThrow('One argument too many: age.');
});
