import type { Rule } from './check-boundaries.ts';
import type { Import } from './read-imports.ts';
import { folderOf, packOf, resolveImport, type Source, type Tree } from './source-tree.ts';

/** Which of our packages each package may import. Nothing imports server, staff or citizen. */
const LAYERS: Record<string, string[]> = {
  rules: [],
  contracts: ['rules'],
  server: ['rules', 'contracts'],
  ui: [],
  staff: ['rules', 'contracts', 'ui'],
  citizen: ['rules', 'contracts', 'ui'],
};

/** The one place that reads the text of rules, by a grammar maintained elsewhere. */
const GRAMMAR_ROOM = 'packages/rules/src/feel/syntax/';

/** What the files directly in server/src, which put the server together, may take from a business folder. */
const ASSEMBLED = /\/(index|routes|jobs|reactions)\.ts$/;

export const declaredLayers: Rule = {
  name: 'layers',
  check: (tree) =>
    eachImport(tree, (source, { specifier }) => {
      const target = /^@yimen\/([a-z]+)/.exec(specifier)?.[1];
      if (source.pack === undefined || target === undefined || LAYERS[source.pack]?.includes(target)) return undefined;
      return `${source.pack} must not import @yimen/${target}`;
    }),
};

export const pureRules: Rule = {
  name: 'pure-rules',
  check: (tree) =>
    eachImport(tree, (source, { specifier }) => {
      if (source.isTest || specifier.startsWith('.')) return undefined;
      if (source.pack === 'rules') {
        const isGrammar = specifier === 'lezer-feel' && source.path.startsWith(GRAMMAR_ROOM);
        return isGrammar ? undefined : `rules stand alone, without ${specifier}`;
      }
      const isAllowed = specifier === 'zod' || specifier.startsWith('@yimen/');
      return source.pack === 'contracts' && !isAllowed ? `contracts need only zod, not ${specifier}` : undefined;
    }),
};

export const stayInPackage: Rule = {
  name: 'stay-in-package',
  check: (tree) =>
    eachImport(tree, (source, { specifier }) => {
      if (source.pack === undefined || !specifier.startsWith('.')) return undefined;
      const target = resolveImport(source, specifier) ?? '';
      return packOf(target) === source.pack
        ? undefined
        : `another package is imported by its name, not by ${specifier}`;
    }),
};

export const webWithoutNode: Rule = {
  name: 'web-without-node',
  check: (tree) =>
    eachImport(tree, (source, { specifier }) => {
      const isWeb = ['ui', 'staff', 'citizen'].includes(source.pack ?? '') && !source.isTest;
      const isSource = source.path.includes('/src/');
      return isWeb && isSource && specifier.startsWith('node:') ? `a browser has no ${specifier}` : undefined;
    }),
};

export const businessThroughFrontDoor: Rule = {
  name: 'front-door',
  check: (tree) =>
    eachImport(tree, (source, { specifier }) => {
      const target = resolveImport(source, specifier);
      if (source.pack !== 'server' || target === undefined || packOf(target) !== 'server') return undefined;
      const room = folderOf(target);
      if (room === undefined && source.folder === 'platform' && !source.isTest)
        return 'platform does not know what it is part of';
      if (room === undefined || room === 'platform' || room === source.folder) return undefined;
      // What only tests use stands open to them, also inside a room.
      if (source.isTest && (room === 'testing' || target.includes('/testing/'))) return undefined;
      if (source.folder === 'platform') return `platform knows no business (${room})`;
      const isOpen = source.folder === undefined ? ASSEMBLED.test(target) : target.endsWith(`/src/${room}/index.ts`);
      return isOpen ? undefined : `${room} is reached through ${room}/index.ts only`;
    }),
};

function eachImport(tree: Tree, judge: (source: Source, one: Import) => string | undefined) {
  return [...tree.values()].flatMap((source) =>
    source.imports.flatMap((one) => {
      const text = judge(source, one);
      return text === undefined ? [] : [{ path: source.path, line: one.line, text }];
    }),
  );
}
