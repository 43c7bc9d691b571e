import type { Expression, Given } from './ast.ts';

/** The expressions a node is directly made of, in the order they stand. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
    case 'input':
      return [];
    case 'negation':
      return [node.operand];
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [node.left, node.right];
    case 'between':
      return [node.value, node.low, node.high];
    case 'in':
      return [node.value, ...node.tests];
    case 'if':
      return [node.condition, node.then, node.otherwise];
    case 'for':
      return [...node.bindings.flatMap(domainsOf), node.body];
    case 'quantified':
      return [...node.bindings.flatMap(domainsOf), node.condition];
    case 'instance of':
      return [node.value];
    case 'path':
      return [node.source];
    case 'filter':
      return [node.source, node.condition];
    case 'call':
      return [node.callee, ...givenParts(node.given)];
    case 'function':
      return [node.body];
    case 'list':
      return node.items;
    case 'context':
      return node.entries.map(({ value }) => value);
    case 'range':
      return [node.start, node.end].filter((end) => end !== undefined);
  }
}

function domainsOf({ domain, end }: { readonly domain: Expression; readonly end?: Expression }): Expression[] {
  return end ? [domain, end] : [domain];
}

export function givenParts(given: Given): readonly Expression[] {
  return [...given.values.values()];
}

/** Whether `?` of this test, not of a test inside it, is used. */
export function mentionsInput(node: Expression): boolean {
  if (node.kind === 'input') return true;
  return node.kind === 'in' ? mentionsInput(node.value) : partsOf(node).some(mentionsInput);
}

export function mentionsName(node: Expression, name: string): boolean {
  return (node.kind === 'name' && node.name === name) || partsOf(node).some((part) => mentionsName(part, name));
}
