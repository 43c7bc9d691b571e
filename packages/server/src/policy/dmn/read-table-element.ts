import type { DecisionTable, HitPolicy, TableInput, TableRule } from '@yimen/rules';
import { type DmnType, OWN_NAMESPACE } from './dmn-model.ts';
import { DmnRefusal } from './dmn-problem.ts';
import { findDmnType } from './dmn-type.ts';
import { childrenOf, requireFeel, textOf } from './feel-text.ts';
import { notesOf } from './read-notes.ts';
import type { XmlElement } from './xml-element.ts';

const HIT_POLICIES: ReadonlyMap<string, HitPolicy> = new Map([
  ['UNIQUE', 'U'],
  ['ANY', 'A'],
  ['FIRST', 'F'],
  ['COLLECT SUM', 'C+'],
]);

interface ReadElement {
  readonly table: DecisionTable;
  readonly inputTypes: readonly (DmnType | null)[];
  readonly output: XmlElement;
}

export function readTableElement(element: XmlElement): ReadElement {
  requireFeel(element);
  const inputs = childrenOf(element, 'input');
  const outputs = childrenOf(element, 'output');
  const [output] = outputs;
  if (!output || outputs.length > 1) throw new DmnRefusal('OUTPUTS', element, String(outputs.length));
  const otherwise = childrenOf(output, 'defaultOutputEntry')[0];
  const isComplete = element.attributes.get(`{${OWN_NAMESPACE}}complete`) === 'true';
  const notes = notesOf(childrenOf(element, 'annotation'));
  const table: DecisionTable = {
    hitPolicy: hitPolicyOf(element),
    inputs: inputs.map(inputOf),
    rules: childrenOf(element, 'rule').map((rule) => ({ ...ruleOf(rule, inputs.length), ...notes(rule) })),
    ...(otherwise && textOf(otherwise) !== '' && { default: textOf(otherwise) }),
    ...(isComplete && { complete: true }),
  };
  const types = inputs.map((input) => findDmnType(childrenOf(input, 'inputExpression')[0]?.attributes.get('typeRef')));
  return { table, inputTypes: types, output };
}

/** UNIQUE when nothing is said, as the standard has it. */
function hitPolicyOf(element: XmlElement): HitPolicy {
  const written = element.attributes.get('hitPolicy') ?? 'UNIQUE';
  const aggregation = element.attributes.get('aggregation');
  const policy = [written, ...(aggregation === undefined ? [] : [aggregation])].join(' ');
  const known = HIT_POLICIES.get(policy);
  if (!known) throw new DmnRefusal('HIT_POLICY', element, policy);
  return known;
}

function inputOf(input: XmlElement): TableInput {
  const [expression] = childrenOf(input, 'inputExpression');
  if (!expression || textOf(expression) === '') throw new DmnRefusal('MISSING', input, 'inputExpression');
  const zh = input.attributes.get('label');
  const en = input.attributes.get(`{${OWN_NAMESPACE}}labelEn`);
  return { expression: textOf(expression), ...(zh !== undefined && { label: { zh, en: en ?? zh } }) };
}

/** A cell left empty lets everything pass; a result cannot be left empty. */
function ruleOf(rule: XmlElement, width: number): TableRule {
  const when = childrenOf(rule, 'inputEntry').map((entry) => textOf(entry) || '-');
  const results = childrenOf(rule, 'outputEntry').map(textOf);
  if (when.length !== width) {
    throw new DmnRefusal('CELLS', rule, String(width), 'inputEntry', String(when.length));
  }
  const [result] = results;
  if (results.length !== 1) throw new DmnRefusal('CELLS', rule, '1', 'outputEntry', String(results.length));
  if (!result) throw new DmnRefusal('MISSING', rule, 'outputEntry');
  return { when, result };
}
