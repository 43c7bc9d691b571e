import { expect, test } from 'vitest';
import { BOUNDARY_RULES, checkBoundaries } from './boundaries/check-boundaries.ts';
import { makeTree } from './boundaries/source-tree.ts';

const SERVER = 'packages/server/src';

/** One forbidden sentence per line: the rule that must fire, the file, its text. */
const VIOLATIONS: [rule: string, path: string, code: string][] = [
  ['layers', 'packages/ui/src/button.tsx', "import { Report } from '@yimen/contracts';"],
  ['layers', 'packages/contracts/src/report.ts', "import { startApi } from '@yimen/server';"],
  ['layers', 'packages/rules/src/ladder.ts', "import type { Report } from '@yimen/contracts';"],
  ['layers', 'packages/staff/src/app.tsx', "export { x } from '@yimen/citizen';"],
  ['pure-rules', 'packages/rules/src/ladder.ts', "import { readFile } from 'node:fs/promises';"],
  ['pure-rules', 'packages/rules/src/ladder.ts', "const { z } = await import('zod');"],
  ['pure-rules', 'packages/rules/src/feel/evaluate-feel.ts', "import { parser } from 'lezer-feel';"],
  ['pure-rules', 'packages/contracts/src/report.ts', "import pg from 'pg';"],
  ['stay-in-package', 'packages/staff/src/app.tsx', "import { x } from '../../contracts/src/index.ts';"],
  ['web-without-node', 'packages/citizen/src/app.tsx', "import { join } from 'node:path';"],
  ['front-door', `${SERVER}/intake/register.ts`, "import { findCase } from '../casework/store.ts';"],
  ['front-door', `${SERVER}/platform/db/open.ts`, "import { findCase } from '../../casework/index.ts';"],
  ['front-door', `${SERVER}/platform/http/serve/serve.ts`, "import { VERSION } from '../../../version.ts';"],
  ['front-door', `${SERVER}/main.ts`, "import { findCase } from './casework/store.ts';"],
  ['sql-in-stores', `${SERVER}/intake/register.ts`, 'await sql`SELECT 1`.execute(tx);'],
  ['sql-in-stores', `${SERVER}/intake/register.ts`, "await tx.insertInto('report').execute();"],
  ['sql-in-stores', `${SERVER}/intake/routes.ts`, "await client.query('DELETE FROM report');"],
  ['sql-in-stores', `${SERVER}/intake/routes.ts`, "await client.query('UPDATE report SET state = 1');"],
  ['http-in-routes', `${SERVER}/intake/register.ts`, "import { implement } from '../platform/http/implement.ts';"],
  ['http-in-routes', `${SERVER}/intake/register.ts`, "import fastify from 'fastify';"],
  ['requests-by-contract', 'packages/staff/src/intake/Page.tsx', "await fetch('/api/reports');"],
  ['no-cycles', `${SERVER}/intake/a.ts`, "import { b } from './b.ts';"],
];

const OTHER_HALF = { [`${SERVER}/intake/b.ts`]: "export * from './a.ts';" };

test.each(VIOLATIONS)('%s is broken by %s: %s', (rule, path, code) => {
  const found = checkBoundaries(makeTree({ ...OTHER_HALF, [path]: code }));
  expect(found.map((violation) => violation.rule)).toContain(rule);
});

test('every import rule is seen to fail', () => {
  const seen = new Set(VIOLATIONS.map(([rule]) => rule));
  expect(BOUNDARY_RULES.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
});

test('what the rules allow passes', () => {
  const tree = makeTree({
    'packages/contracts/src/report.ts': "import { z } from 'zod';\nimport { decide } from '@yimen/rules';",
    'packages/rules/src/ladder.test.ts': "import { test } from 'vitest';",
    'packages/rules/src/feel/syntax/parse.ts': "import { parser } from 'lezer-feel';",
    'packages/staff/src/app.tsx':
      "import { Button } from '@yimen/ui';\n// fetch('/x') and from '@yimen/server' in a comment",
    [`${SERVER}/main.ts`]: "import { routes } from './intake/routes.ts';",
    [`${SERVER}/intake/register.ts`]:
      "import { findCase } from '../casework/index.ts';\nimport type { Actor } from '../platform/http/actor.ts';",
    [`${SERVER}/intake/store.ts`]: "await sql`SELECT 1`.execute(tx);\nawait tx.insertInto('report').execute();",
    [`${SERVER}/platform/db/open.ts`]: "await client.query('SELECT a FROM b ');",
    [`${SERVER}/casework/index.ts`]: "export { findCase } from './find-case.ts';",
    [`${SERVER}/casework/find-case.ts`]: "import type { Row } from './index.ts';",
  });
  expect(checkBoundaries(tree)).toEqual([]);
});
