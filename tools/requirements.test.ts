import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkRequirements } from './lib/requirements.ts';

const root = mkdtempSync(join(tmpdir(), 'yimen-requirements-'));
mkdirSync(join(root, 'docs'));
writeFileSync(join(root, 'a.test.ts'), "test('the window\\'s post answers', () => {}); // a remark");
writeFileSync(join(root, 'vectors.yaml'), '- id: T-004\n  title: { zh: 例, en: a case of T-005 }\n');
const A = '[a](../a.test.ts)';
const V = '[v](../vectors.yaml)';

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('rows that tell the truth pass', () => {
  expect(
    faultsOf(row(1, '**done**', '[a](../docs)', `${A} “window's post”; ${A} “answers”`), row(2, 'next', '–', '–')),
  ).toEqual([]);
});

test('a file that is not there is named', () => {
  expect(faultsOf(row(1, '**done**', '[b](../b.ts)', `${A} “answers”`))).toEqual([
    expect.stringContaining('names b.ts'),
  ]);
});

test('a title that no test has is named, also the second of two, also words of a remark', () => {
  expect(faultsOf(row(1, '**done**', '–', `${A} “answers”, “asks”`))).toEqual([
    expect.stringContaining('has no “asks”'),
  ]);
  expect(faultsOf(row(1, '**done**', '–', `${A} “a remark”`))).toHaveLength(1);
  expect(faultsOf(row(1, '**done**', '–', `${A} “answers”; “nowhere”`))).toHaveLength(1);
});

test('worked examples of a pack prove by their ids', () => {
  expect(faultsOf(row(1, '**done**', '–', `${V} “T-004”`))).toEqual([]);
  expect(faultsOf(row(1, '**done**', '–', `${V} “T-005”`))).toEqual([expect.stringContaining('has no “T-005”')]);
});

test('done needs a test', () => {
  expect(faultsOf(row(1, '**done**', '–', '–'))).toEqual([expect.stringContaining('done without a test')]);
});

test('an unknown state and wrong totals are named', () => {
  expect(faultsOf(row(1, 'finished', '–', '–'))).toEqual([expect.stringContaining('has the state “finished”')]);
  writeFileSync(join(root, 'docs', 'requirements.md'), `Of 1 demands 0 are done.\n${row(1, 'next', '–', '–')}`);
  expect(checkRequirements(root)).toEqual([
    expect.stringContaining('should say: Of 1 demands 0 are done, 0 in part, 1 next, 0 framing.'),
  ]);
});

function row(number: number, state: string, place: string, proof: string): string {
  return `| R-00${number} | a demand | ${state} | ${place} | ${proof} |`;
}

function faultsOf(...rows: string[]): string[] {
  const count = (state: string) => rows.filter((one) => one.includes(`| ${state} |`)).length;
  const totals = `Of ${rows.length} demands ${count('**done**')} are done, 0 in part, ${count('next')} next, 0 framing.`;
  writeFileSync(join(root, 'docs', 'requirements.md'), [totals, '', ...rows].join('\n'));
  return checkRequirements(root);
}
