import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { evaluateFeelText } from './feel.ts';

const folder = mkdtempSync(join(tmpdir(), 'yimen-feel-'));
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('one expression prints its value; a minus in front is no option', async () => {
  await evaluateFeelText(['-income', '--context', fileOf('facts.json', '{"income": 0.12345678901234567890}')]);
  expect(printed).toEqual(['{"ok":true,"type":"number","value":{"@type":"number","value":"-0.1234567890123456789"}}']);
  expect(process.exitCode).toBeUndefined();
});

test('a refused expression ends with 2, a command that is not as described with an error', async () => {
  await evaluateFeelText(['incom']);
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({ ok: false, refusal: { code: 'UNKNOWN_NAME' } });
  expect(process.exitCode).toBe(2);
  await expect(evaluateFeelText([])).rejects.toThrow('Missing: expression');
  await expect(evaluateFeelText(['1', '--colour'])).rejects.toThrow('Wrong arguments');
  await expect(evaluateFeelText(['1', '2'])).rejects.toThrow('One argument too many: 2.');
  await expect(evaluateFeelText(['1', '--context'])).rejects.toThrow('The option --context needs a value.');
  await expect(evaluateFeelText(['1', '--unary=yes'])).rejects.toThrow('The option --unary takes no value.');
  await expect(evaluateFeelText(['1', '--unary'])).rejects.toThrow('--input');
  await expect(evaluateFeelText(['1', '--context', fileOf('bad.json', '{')])).rejects.toThrow('is not JSON');
  await expect(evaluateFeelText(['--batch', fileOf('bad.jsonl', '{"expr": 1}')])).rejects.toThrow('wrong at 0');
});

test('a batch answers line by line in order, each with its own context, input and time', async () => {
  const lines = [
    { id: 'a', expression: 'x + 1', context: { x: 1 } },
    { id: 2, expression: 'x' },
    { expression: '> 5', input: 7 },
    { expression: 'today()', now: '2026-03-01T23:59:59+08:00' },
    { expression: '1 +' },
  ];
  const context = fileOf('shared.json', '{"x": 5}');
  await evaluateFeelText([
    '--batch',
    fileOf('lines.jsonl', lines.map((one) => JSON.stringify(one)).join('\n')),
    '--context',
    context,
  ]);
  const asLines = printed.map((line) => JSON.parse(line) as unknown);
  expect(asLines).toMatchObject([
    { id: 'a', ok: true, value: 2 },
    { id: 2, ok: true, value: 5 },
    { ok: true, type: 'boolean', value: true },
    { ok: true, value: { '@type': 'date', value: '2026-03-01' } },
    { ok: false, refusal: { code: 'ENDS_EARLY' } },
  ]);
  expect(process.exitCode).toBeUndefined();
  printed = [];
  await evaluateFeelText(['--batch', fileOf('array.json', JSON.stringify(lines)), '--context', context]);
  expect(printed.map((line) => JSON.parse(line) as unknown)).toEqual(asLines);
});
