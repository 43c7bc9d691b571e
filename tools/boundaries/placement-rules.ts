import type { Rule } from './check-boundaries.ts';
import { lineAt } from './read-imports.ts';
import { resolveImport, type Source, type Tree } from './source-tree.ts';

const SQL = [
  /\bsql(<[^`]*?>)?`/g,
  /\bsql\.(raw|ref|table|id|lit)\(/g,
  /\.(selectFrom|insertInto|replaceInto|updateTable|deleteFrom|mergeInto|selectNoFrom)\(/g,
  /\b(INSERT\s+INTO|DELETE\s+FROM|SELECT\s[\s\S]{0,400}?\sFROM\s|UPDATE\s+[\w."]+\s+SET)\b/g,
];
const STORE = /^([a-z0-9-]+-)?(store|queries)\.ts$/;
const ROUTES = /^([a-z0-9-]+-)?routes\.ts$/;
// Tells its stories through the api from inside and bulk-loads a county; no request ever reaches it.
const DEMONSTRATION = 'demo';

export const sqlOnlyInStores: Rule = {
  name: 'sql-in-stores',
  check: (tree) =>
    eachBusinessFile(tree, (source) => {
      if (STORE.test(source.name) || source.folder === DEMONSTRATION) return [];
      return SQL.flatMap((pattern) => [...source.code.matchAll(pattern)]).map((match) => ({
        path: source.path,
        line: lineAt(source.code, match.index),
        text: `SQL belongs in store.ts or queries.ts: ${match[0].slice(0, 40).replace(/\s+/g, ' ')}`,
      }));
    }),
};

export const httpOnlyInRoutes: Rule = {
  name: 'http-in-routes',
  check: (tree) =>
    eachBusinessFile(tree, (source) => {
      if (ROUTES.test(source.name) || source.folder === undefined || source.folder === DEMONSTRATION) return [];
      return source.imports
        .filter(({ specifier, isType }) => !isType && isHttp(resolveImport(source, specifier) ?? specifier))
        .map(({ specifier, line }) => ({ path: source.path, line, text: `HTTP belongs in routes.ts: ${specifier}` }));
    }),
};

export const noHandWrittenRequests: Rule = {
  name: 'requests-by-contract',
  check: (tree) =>
    [...tree.values()]
      .filter(({ pack, isTest }) => (pack === 'staff' || pack === 'citizen') && !isTest)
      .flatMap((source) =>
        [...source.code.matchAll(/(?<![\w.])fetch\(|\bXMLHttpRequest\b/g)].map((match) => ({
          path: source.path,
          line: lineAt(source.code, match.index),
          text: 'data comes through call(contract, …), not through fetch',
        })),
      ),
};

function isHttp(target: string): boolean {
  return (
    target === 'fastify' || target.startsWith('@fastify/') || target.startsWith('packages/server/src/platform/http/')
  );
}

function eachBusinessFile(tree: Tree, judge: (source: Source) => ReturnType<Rule['check']>) {
  return [...tree.values()]
    .filter(
      ({ pack, folder, isTest, path }) =>
        pack === 'server' && path.includes('/src/') && folder !== 'platform' && !isTest,
    )
    .flatMap(judge);
}
