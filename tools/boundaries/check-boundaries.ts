import { businessThroughFrontDoor, declaredLayers, pureRules, stayInPackage, webWithoutNode } from './import-rules.ts';
import { noCycles } from './no-cycles.ts';
import { httpOnlyInRoutes, noHandWrittenRequests, sqlOnlyInStores } from './placement-rules.ts';
import type { Tree } from './source-tree.ts';

export type Violation = { rule: string; path: string; line: number; text: string };

export type Rule = { name: string; check: (tree: Tree) => Omit<Violation, 'rule'>[] };

export const BOUNDARY_RULES: Rule[] = [
  declaredLayers,
  pureRules,
  stayInPackage,
  webWithoutNode,
  businessThroughFrontDoor,
  sqlOnlyInStores,
  httpOnlyInRoutes,
  noHandWrittenRequests,
  noCycles,
];

export function checkBoundaries(tree: Tree): Violation[] {
  return BOUNDARY_RULES.flatMap(({ name, check }) => check(tree).map((found) => ({ rule: name, ...found })));
}
