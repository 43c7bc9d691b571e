import { checkCells, type DecisionTable } from '@yimen/rules';
import type { DmnDecision } from './dmn-model.ts';
import { DmnRefusal } from './dmn-problem.ts';
import { findDmnType } from './dmn-type.ts';
import { readTableElement } from './read-table-element.ts';
import type { XmlElement } from './xml-element.ts';

/** What stands beside the table of a decision and says nothing about its result. */
const BESIDE = new Set(
  (
    'description extensionElements question allowedAnswers variable informationRequirement authorityRequirement ' +
    'supportedObjective impactedPerformanceIndicator decisionMaker decisionOwner usingProcess usingTask'
  ).split(' '),
);

export function readDecision(part: XmlElement): DmnDecision {
  if (part.name !== 'decision') throw new DmnRefusal('OUTSIDE', part, part.name);
  const inside = part.children.filter(({ namespace, name }) => namespace === part.namespace && !BESIDE.has(name));
  const strange = inside.find(({ name }) => name !== 'decisionTable');
  if (strange) throw new DmnRefusal('OUTSIDE', strange, strange.name);
  const id = part.attributes.get('id') ?? '';
  const name = part.attributes.get('name') ?? id;
  const [element] = inside;
  if (!element) throw new DmnRefusal('NO_TABLE', part, name);
  const { table, inputTypes, output } = readTableElement(element);
  refuseCells(id, table, element);
  const variable = part.children.find((one) => one.namespace === part.namespace && one.name === 'variable');
  return {
    id,
    name,
    output: variable?.attributes.get('name') ?? output.attributes.get('name') ?? name,
    type: findDmnType(variable?.attributes.get('typeRef') ?? output.attributes.get('typeRef')),
    inputTypes,
    table,
  };
}

/** The first cell outside the language, with its row and column. */
function refuseCells(id: string, table: DecisionTable, element: XmlElement): void {
  const [issue] = checkCells(id, table);
  if (!issue) return;
  const [part, index, , column] = issue.path ?? [];
  const place = placeOf(element, part, index, column);
  throw new DmnRefusal('CELL', place, { zh: issue.zh, en: issue.en });
}

function placeOf(element: XmlElement, part: unknown, index: unknown, column: unknown): XmlElement {
  const name = part === 'inputs' ? 'input' : 'rule';
  const row = element.children.filter((one) => one.name === name)[Number(index)];
  if (!row || part === 'default') return element;
  const entry = typeof column === 'number' ? 'inputEntry' : 'outputEntry';
  return row.children.filter((one) => one.name === entry)[Number(column ?? 0)] ?? row;
}
