import { countProcessorTime } from '@yimen/rules/testing/processor-time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDmn } from './read-dmn.ts';

const SPACE = 'https://www.omg.org/spec/DMN/20211108/MODEL/';
const SECONDS = 5;

function model(inside: string): string {
  return `<definitions xmlns="${SPACE}">${inside}</definitions>`;
}

function table(inside: string): string {
  return model(`<decision id="d"><decisionTable>${inside}</decisionTable></decision>`);
}

const column = (text: string) => `<input><inputExpression><text>${text}</text></inputExpression></input><output/>`;
const rule = (cell: string, result = '1') =>
  `<rule><inputEntry><text>${cell}</text></inputEntry><outputEntry><text>${result}</text></outputEntry></rule>`;

test.each<[string, string, string]>([
  ['ten megabytes', model('x'.repeat(10_000_000)), 'TOO_LARGE'],
  ['a document type', `<!DOCTYPE x>${model('')}`, 'DOCTYPE'],
  ['entities that grow', `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${table(column('&b;'))}`, 'DOCTYPE'],
  ['an entity of a file', `<!doctype x [<!entity a SYSTEM "file:///etc/passwd">]>${table(column('&a;'))}`, 'DOCTYPE'],
  ['an entity nobody declared', table(column('&a;')), 'NOT_XML'],
  ['a nesting without end', '<a>'.repeat(300_000), 'TOO_DEEP'],
  ['a nesting that ends', model(`${'<a>'.repeat(2_000)}${'</a>'.repeat(2_000)}`), 'TOO_DEEP'],
  [
    'eighty thousand attributes',
    `<definitions ${Array.from({ length: 80_000 }, (_, one) => `a${one}=""`).join(' ')}/>`,
    'NOT_DMN',
  ],
  ['an attribute twice', model('<decision id="a" id="b"/>'), 'NOT_XML'],
  ['many line feeds', `${'\n'.repeat(900_000)}<a`, 'NOT_XML'],
  ['many references', table(column('&#97;'.repeat(150_000))), 'CELL'],
  ['many rules', table(column('a') + rule('1').repeat(9_000)), 'CELL'],
  ['many inputs', table(column('a').replace('<output/>', '').repeat(9_000) + column('a') + rule('1')), 'CELLS'],
  ['a long cell', table(column('a') + rule('1,'.repeat(300_000))), 'CELL'],
  ['a deep cell', table(column('a') + rule('('.repeat(2_000))), 'CELL'],
  ['nothing', '', 'NOT_XML'],
  ['only a namespace of ours in name', '<definitions xmlns="urn:dmn"/>', 'NOT_DMN'],
  ['no decision', model(''), 'NO_DECISION'],
  ['a decision without a table', model('<decision id="d" name="n"/>'), 'NO_TABLE'],
])('%s: a clear refusal, bounded in time', (_, xml, code) => {
  const spent = countProcessorTime();
  expect(readDmn(xml)).toMatchObject({ ok: false, problems: [{ code }] });
  expect(spent()).toBeLessThan(SECONDS * 1_000);
});

test('names of objects are names like any other', () => {
  const inside = `${column('__proto__')}${rule('constructor', 'toString')}`;
  const answer = readDmn(
    model(
      `<decision id="__proto__" name="constructor" __proto__="x" xmlns:__proto__="u"><decisionTable __proto__="1">${inside}</decisionTable></decision>`,
    ),
  );
  expect(answer).toMatchObject({
    ok: true,
    decisions: [{ id: '__proto__', name: 'constructor', table: { inputs: [{ expression: '__proto__' }] } }],
  });
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const PIECES = [
  '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">',
  '</definitions>',
  '<decision id="a">',
  '</decision>',
  '<decisionTable hitPolicy="FIRST">',
  '</decisionTable>',
  '<input>',
  '</input>',
  '<inputExpression>',
  '</inputExpression>',
  '<text>',
  '</text>',
  '<output/>',
  '<rule>',
  '</rule>',
  '<inputEntry>',
  '</inputEntry>',
  '<outputEntry>',
  '</outputEntry>',
  'a',
  '> 5',
  '-',
  '&lt;',
  '&#0;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?x',
  '?>',
  '"',
  "'",
  '\u0000',
  '家',
  '🐎',
  '<x:y/>',
];

test('whatever the text, there are tables or refusals, never an exception', () => {
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')),
    fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...PIECES, '')).map(([at, length, piece]) => {
      const whole = table(`${column('a')}${rule('&lt; 5')}${rule('-', '2')}`);
      const start = at % whole.length;
      return whole.slice(0, start) + piece + whole.slice(start + (length % 30));
    }),
  );
  fc.assert(
    fc.property(texts, (xml) => {
      const answer = readDmn(xml);
      if (answer.ok) expect(answer.decisions.length).toBeGreaterThan(0);
      else expect(answer.problems.every(({ zh, en, line }) => zh !== '' && en !== '' && line > 0)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
