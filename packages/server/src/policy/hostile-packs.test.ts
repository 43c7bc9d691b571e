import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPolicySet, POLICIES_DIRECTORY } from './index.ts';
import { PolicyLoadError } from './policy-load-error.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hostile-'));
  mkdirSync(join(directory, 'town', 'rules'), { recursive: true });
  write('pack.yaml', 'id: town\nname: { zh: 镇, en: town }\nlevel: county\ninherits: cn\nregions: ["990000"]\n');
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(file: string, text: string): void {
  writeFileSync(join(directory, 'town', file), text);
}

function mistakes(): readonly string[] {
  try {
    loadPolicySet(POLICIES_DIRECTORY, directory);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyLoadError)) throw error;
    return error.message.split('\n');
  }
}

const defined = 'define: { on: household, label: { zh: 甲, en: a }, unit: flag }';
const rule = (id: string, expression: string) =>
  `- id: ${id}\n  ${defined}\n  versions: [{ from: 2021-07-01, expression: '${expression}', clause: order-649.9 }]\n`;

describe('a hostile pack ends in clear sentences', () => {
  test.each([
    [
      'ten megabytes',
      () => `# ${'x'.repeat(10_000_000)}`,
      'town/rules/a.yaml:1: 文件超过 1 MB，请拆分 · the file is larger than one megabyte: split it',
    ],
    ['deep nesting', () => '['.repeat(100_000), 'town/rules/a.yaml:1: 嵌套太深 · the text is nested too deeply'],
    ['aliases of aliases', bomb, 'town/rules/a.yaml:1: 别名互相引用的次数太多 · names refer to names too many times'],
    ['an alias of itself', () => '&a [*a]', 'town/rules/a.yaml:1: 0: 应为一组字段（{…}） · must be a group of fields'],
    [
      'names of prototypes as keys',
      () => '- { __proto__: { id: x }, id: y }',
      'town/rules/a.yaml:1: y.__proto__: 不认识的字段，请删去或者核对拼写 · does not belong here',
    ],
    [
      'a name of a prototype as a rule',
      () => rule('constructor', 'constructor'),
      'town/rules/a.yaml:3: constructor：规则互相循环依赖：constructor → constructor。 · constructor: The rules depend on each other in a circle: constructor → constructor.',
    ],
    [
      'an expression too long',
      () => rule('a', 'true'.padEnd(6_000)),
      'town/rules/a.yaml:3: a.versions.0.expression: 不能超过 5000 个字 · must have at most 5000 characters',
    ],
    [
      'an expression too deep',
      () => rule('a', `${'('.repeat(400)}true${')'.repeat(400)}`),
      'town/rules/a.yaml:3: a：表达式嵌套过深，最多 200 层。（表达式第 1 行第 201 列） · a: The expression is nested too deeply: at most 200 levels.',
    ],
    [
      'a circle of two',
      () => rule('a', 'b') + rule('b', 'a'),
      'town/rules/a.yaml:3: a：规则互相循环依赖：a → b → a。 · a: The rules depend on each other in a circle: a → b → a.',
    ],
    [
      'code',
      () => rule('a', 'process.exit()'),
      'town/rules/a.yaml:3: a：没有名为“process”的事实或变量。（表达式第 1 行第 1 列） · a: There is no fact or variable named “process”',
    ],
  ])('%s', (_, text, message) => {
    write('rules/a.yaml', text());
    expect(mistakes()).toEqual([expect.stringContaining(message)]);
  });

  test('a circle of a thousand rules', () => {
    write(
      'rules/a.yaml',
      Array.from({ length: 1_000 }, (_, index) => rule(`r${index}`, `r${(index + 1) % 1_000}`)).join(''),
    );
    expect(mistakes()).toEqual([expect.stringContaining('in a circle: r0 → r1 → r2')]);
  });

  test('whatever stands in an expression, it is computed or refused at its line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        write(
          'rules/a.yaml',
          `- id: a\n  ${defined}\n  versions: [{ from: 2021-07-01, expression: ${JSON.stringify(text)}, clause: order-649.9 }]\n`,
        );
        for (const mistake of mistakes()) expect(mistake).toMatch(/^town\/rules\/a\.yaml:3: /);
      }),
      { numRuns: 40 },
    );
  });
});

function bomb(): string {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const lines = names.map((name, index) => {
    const before = names[index - 1];
    return `- &${name} [${Array.from({ length: 10 }, () => (before ? `*${before}` : 'x')).join(', ')}]`;
  });
  return lines.join('\n');
}
